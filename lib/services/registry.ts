// Which service does which operation. A row of the table without its service does not compile.
import type { OperationId } from '#contracts/operations/table.ts';
import { addComment } from './add-comment.ts';
import { assignUserTaskRun } from './assign-user-task-run.ts';
import { cancelUserTaskRun } from './cancel-user-task-run.ts';
import { claimUserTaskRun } from './claim-user-task-run.ts';
import { completeUserTaskRun } from './complete-user-task-run.ts';
import type { Service } from './context.ts';
import { deleteComment } from './delete-comment.ts';
import { deleteTaskDef } from './delete-task-def.ts';
import { deleteUserTaskDefVersion } from './delete-user-task-def-version.ts';
import { deleteWfRun } from './delete-wf-run.ts';
import { deleteWfSpecVersion } from './delete-wf-spec-version.ts';
import { editComment } from './edit-comment.ts';
import { heartbeatTaskRun } from './heartbeat-task-run.ts';
import { pollTaskRuns } from './poll-task-runs.ts';
import { putTaskDef } from './put-task-def.ts';
import { putUserTaskDef } from './put-user-task-def.ts';
import { putWfSpec } from './put-wf-spec.ts';
import * as definitions from './queries/definitions.ts';
import * as people from './queries/people.ts';
import * as userTasks from './queries/user-tasks.ts';
import * as wfRuns from './queries/wf-runs.ts';
import { releaseUserTaskRun } from './release-user-task-run.ts';
import { reportTaskRun } from './report-task-run.ts';
import { runWf } from './run-wf.ts';
import { saveUserTaskRun } from './save-user-task-run.ts';

export const SERVICES: { [Id in OperationId]: Service<Id> } = {
  ...definitions,
  ...people,
  ...userTasks,
  ...wfRuns,
  putTaskDef,
  deleteTaskDef,
  putUserTaskDef,
  deleteUserTaskDefVersion,
  putWfSpec,
  deleteWfSpecVersion,
  runWf,
  deleteWfRun,
  assignUserTaskRun,
  claimUserTaskRun,
  releaseUserTaskRun,
  saveUserTaskRun,
  completeUserTaskRun,
  cancelUserTaskRun,
  addComment,
  editComment,
  deleteComment,
  pollTaskRuns,
  reportTaskRun,
  heartbeatTaskRun,
};

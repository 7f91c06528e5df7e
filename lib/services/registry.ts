// Which service does which operation. A row of the table without its service does not compile.
import type { OperationId } from '#contracts/operations/table.ts';
import { addComment } from './add-comment.ts';
import { assignUserTaskRun } from './assign-user-task-run.ts';
import { awaitWorkflowEvent } from './await-workflow-event.ts';
import { bulkUserTaskRuns } from './bulk-user-task-runs.ts';
import { cancelUserTaskRun } from './cancel-user-task-run.ts';
import * as runChanges from './change-run.ts';
import * as viewChanges from './change-views.ts';
import * as checkpoints from './checkpoints.ts';
import { claimUserTaskRun } from './claim-user-task-run.ts';
import { completeUserTaskRun } from './complete-user-task-run.ts';
import type { Service } from './context.ts';
import * as correlatedEvents from './correlated-events.ts';
import { createBulkJob } from './create-bulk-job.ts';
import { deleteBulkJob } from './delete-bulk-job.ts';
import { deleteComment } from './delete-comment.ts';
import * as deletions from './delete-definitions.ts';
import { deleteScheduledWfRun } from './delete-schedule.ts';
import { deleteWfRun } from './delete-wf-run.ts';
import { editComment } from './edit-comment.ts';
import { handOverUserTaskRun } from './hand-over-user-task-run.ts';
import { heartbeatTaskRun } from './heartbeat-task-run.ts';
import * as keepPeople from './keep-people.ts';
import { migrateUserTaskRun } from './migrate-user-task-run.ts';
import { nextUserTaskRun } from './next-user-task-run.ts';
import { pauseScheduledWfRun, resumeScheduledWfRun } from './pause-schedule.ts';
import { pollTaskRuns } from './poll-task-runs.ts';
import { putExternalEventDef, putWorkflowEventDef } from './put-event-defs.ts';
import { putExternalEvent } from './put-external-event.ts';
import { putMigrationPlan } from './put-migration-plan.ts';
import { putStructDef } from './put-struct-def.ts';
import { putTaskDef } from './put-task-def.ts';
import { putUserTaskDef } from './put-user-task-def.ts';
import { putWfSpec } from './put-wf-spec.ts';
import * as definitions from './queries/definitions.ts';
import * as events from './queries/events.ts';
import * as people from './queries/people.ts';
import * as schedules from './queries/schedules.ts';
import * as upkeep from './queries/upkeep.ts';
import * as userTasks from './queries/user-tasks.ts';
import * as views from './queries/views.ts';
import * as wfRuns from './queries/wf-runs.ts';
import { releaseUserTaskRun } from './release-user-task-run.ts';
import { reportTaskRun } from './report-task-run.ts';
import { runWf } from './run-wf.ts';
import { saveUserTaskRun } from './save-user-task-run.ts';
import { scheduleWf } from './schedule-wf.ts';
import * as serviceKeys from './service-keys.ts';
import { takeOverUserTaskRun } from './take-over-user-task-run.ts';
import { undoUserTaskRun } from './undo-user-task-run.ts';

export const SERVICES: { [Id in OperationId]: Service<Id> } = {
  ...definitions,
  ...events,
  ...people,
  ...schedules,
  ...upkeep,
  ...userTasks,
  ...views,
  ...wfRuns,

  ...keepPeople,
  ...serviceKeys,

  putTaskDef,
  putUserTaskDef,
  putStructDef,
  putExternalEventDef,
  putWorkflowEventDef,
  putWfSpec,
  putMigrationPlan,
  ...deletions,

  runWf,
  ...runChanges,
  deleteWfRun,

  putExternalEvent,
  ...correlatedEvents,
  awaitWorkflowEvent,

  assignUserTaskRun,
  claimUserTaskRun,
  nextUserTaskRun,
  releaseUserTaskRun,
  handOverUserTaskRun,
  takeOverUserTaskRun,
  undoUserTaskRun,
  bulkUserTaskRuns,
  migrateUserTaskRun,
  saveUserTaskRun,
  completeUserTaskRun,
  cancelUserTaskRun,
  addComment,
  editComment,
  deleteComment,
  ...viewChanges,

  pollTaskRuns,
  reportTaskRun,
  heartbeatTaskRun,
  ...checkpoints,

  scheduleWf,
  pauseScheduledWfRun,
  resumeScheduledWfRun,
  deleteScheduledWfRun,

  createBulkJob,
  deleteBulkJob,
};

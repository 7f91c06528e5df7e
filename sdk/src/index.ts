// The SDK of Docket: define workflows, call the API, work on tasks.

export type { FormCheck } from '../../lib/contracts/form/check-answers.ts';
export type { FieldCondition } from '../../lib/contracts/form/condition.ts';
export { defaultAnswers } from '../../lib/contracts/form/merge-draft.ts';
export { type ShownField, shownFields } from '../../lib/contracts/form/shown-fields.ts';
export { checkComplete, checkDraft } from '../../lib/contracts/form-rules.ts';
export type { JsonObject, JsonValue } from '../../lib/contracts/json.ts';
export type { LiveEvent } from '../../lib/contracts/live-event.ts';
export type { CallOf, OperationId, OutputOf } from '../../lib/contracts/operations/table.ts';
export type { FieldError, ProblemCode } from '../../lib/contracts/problem.ts';
export type { TaskLease, TaskRun } from '../../lib/contracts/task-run.ts';
export type { UserTaskDef, UserTaskField } from '../../lib/contracts/user-task-def.ts';
export type { UserTaskEvent, UserTaskRun, UserTaskRunSummary } from '../../lib/contracts/user-task-run.ts';
export type { NodeRun, WfRun, WfRunSummary } from '../../lib/contracts/wf-run.ts';
export {
  type CallOptions,
  type ClientOptions,
  DocketClient,
  type Followed,
  type FollowOptions,
  type PagedOperationId,
} from './client/docket-client.ts';
export { ConnectionError, DocketError } from './client/docket-error.ts';
export type { RetryOptions } from './client/retry.ts';
export { defineStruct } from './types/define-struct.ts';
export type { StructDefinition, Type, ValueOf } from './types/type.ts';
export { TaskException } from './worker/task-exception.ts';
export { type TaskContext, type TaskHandler, taskHandler } from './worker/task-handler.ts';
export { TaskWorker, type TaskWorkerOptions } from './worker/task-worker.ts';
export {
  defineExternalEvent,
  defineWorkflowEvent,
  type ExternalEventDefinition,
  type WorkflowEventDefinition,
} from './workflow/define-event.ts';
export { defineTask, type TaskDefinition } from './workflow/define-task.ts';
export { defineUserTask, type UserTaskDefinition } from './workflow/define-user-task.ts';
export { defineWorkflow } from './workflow/define-workflow.ts';
export type { Condition, Expr, Operand, Variable } from './workflow/expression-types.ts';
export { registerWorkflow } from './workflow/register-workflow.ts';
export type { Step } from './workflow/step.ts';
export type { Workflow, WorkflowOptions } from './workflow/workflow.ts';
export type { WorkflowBuilder } from './workflow/workflow-builder.ts';

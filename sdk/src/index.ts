// The SDK of Docket: define workflows, call the API, work on tasks.
export type { JsonObject, JsonValue } from '../../lib/contracts/json.ts';
export type { CallOf, OperationId, OutputOf } from '../../lib/contracts/operations/table.ts';
export type { FieldError, ProblemCode } from '../../lib/contracts/problem.ts';
export type { TaskLease, TaskRun } from '../../lib/contracts/task-run.ts';
export type { UserTaskEvent, UserTaskRun, UserTaskRunSummary } from '../../lib/contracts/user-task-run.ts';
export type { WfRun, WfRunSummary } from '../../lib/contracts/wf-run.ts';
export { type CallOptions, type ClientOptions, DocketClient, type PagedOperationId } from './client/docket-client.ts';
export { ConnectionError, DocketError } from './client/docket-error.ts';
export type { RetryOptions } from './client/retry.ts';
export { TaskException } from './worker/task-exception.ts';
export { type TaskContext, type TaskHandler, taskHandler } from './worker/task-handler.ts';
export { TaskWorker, type TaskWorkerOptions } from './worker/task-worker.ts';
export { defineTask, type TaskDefinition } from './workflow/define-task.ts';
export { defineUserTask, type UserTaskDefinition } from './workflow/define-user-task.ts';
export { defineWorkflow, type Workflow } from './workflow/define-workflow.ts';
export type { Condition, Expr, Operand } from './workflow/expression.ts';
export { registerWorkflow } from './workflow/register-workflow.ts';
export type { Variable, WorkflowThread } from './workflow/workflow-thread.ts';

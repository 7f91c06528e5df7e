import type { Action } from '#contracts/operations/action.ts';
import type { TaskActions } from '../user-task/task-actions.ts';

/** What can be done with saved views, handed in by the page. */
export type ViewActions = {
  create: Action<'createView'>;
  replace: Action<'replaceView'>;
  remove: Action<'deleteView'>;
};

/** What can be done in an inbox, handed in by the page. */
export type InboxActions = {
  task: TaskActions;
  next: Action<'nextUserTaskRun'>;
  bulk: Action<'bulkUserTaskRuns'>;
  views: ViewActions;
};

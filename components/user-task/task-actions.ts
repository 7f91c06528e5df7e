import type { Action } from '#contracts/operations/action.ts';

/** What can be done with a task, handed in by the page. */
export type TaskActions = {
  claim: Action<'claimUserTaskRun'>;
  release: Action<'releaseUserTaskRun'>;
  save: Action<'saveUserTaskRun'>;
  complete: Action<'completeUserTaskRun'>;
  assign: Action<'assignUserTaskRun'>;
  cancel: Action<'cancelUserTaskRun'>;
  addComment: Action<'addComment'>;
  editComment: Action<'editComment'>;
  deleteComment: Action<'deleteComment'>;
};

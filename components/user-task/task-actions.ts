import type { Action } from '#contracts/operations/action.ts';

/** What can be done with a task, handed in by the page. */
export type TaskActions = {
  claim: Action<'claimUserTaskRun'>;
  release: Action<'releaseUserTaskRun'>;
  handOver: Action<'handOverUserTaskRun'>;
  takeOver: Action<'takeOverUserTaskRun'>;
  undo: Action<'undoUserTaskRun'>;
  save: Action<'saveUserTaskRun'>;
  complete: Action<'completeUserTaskRun'>;
  assign: Action<'assignUserTaskRun'>;
  cancel: Action<'cancelUserTaskRun'>;
  fireHook: Action<'fireUserTaskHook'>;
  postponeHook: Action<'postponeUserTaskHook'>;
  disarmHook: Action<'disarmUserTaskHook'>;
  addComment: Action<'addComment'>;
  editComment: Action<'editComment'>;
  deleteComment: Action<'deleteComment'>;
};

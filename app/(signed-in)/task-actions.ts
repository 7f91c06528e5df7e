import type { TaskActions } from '#components/user-task/task-actions.ts';
import * as actions from './actions.ts';

/** All that may be done to a task. */
export const taskActions: TaskActions = {
  claim: actions.claimUserTaskRun,
  release: actions.releaseUserTaskRun,
  handOver: actions.handOverUserTaskRun,
  takeOver: actions.takeOverUserTaskRun,
  undo: actions.undoUserTaskRun,
  save: actions.saveUserTaskRun,
  complete: actions.completeUserTaskRun,
  assign: actions.assignUserTaskRun,
  cancel: actions.cancelUserTaskRun,
  fireHook: actions.fireUserTaskHook,
  postponeHook: actions.postponeUserTaskHook,
  disarmHook: actions.disarmUserTaskHook,
  addComment: actions.addComment,
  editComment: actions.editComment,
  deleteComment: actions.deleteComment,
};

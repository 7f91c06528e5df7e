// Cancel: the task ends unanswered, and its step fails.
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';
import { refuseInvalid } from './refuse.ts';

export const cancelUserTaskRun: Service<'cancelUserTaskRun'> = async (context, input) => {
  const { reason = null } = input;
  if (context.principal.kind === 'user' && reason === null) {
    refuseInvalid([{ path: 'reason', message: 'Say why: whoever cancels a task gives a reason' }]);
  }
  return changeUserTask(context, input, {
    verb: 'cancel',
    userId: null,
    command: (on) => ({ ...on, type: 'CancelUserTask', reason }),
  });
};

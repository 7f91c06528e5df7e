// Assign: an admin or a service says who has the task; both owners are replaced.
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';
import { refuseInvalid } from './refuse.ts';

export const assignUserTaskRun: Service<'assignUserTaskRun'> = async (context, input) => {
  const { principal } = context;
  const { userId = null, userGroup = null, overrideClaim, reason = null } = input;
  if (userId === null && userGroup === null) {
    refuseInvalid([{ path: 'userId', message: 'Give a userId, a userGroup, or both' }]);
  }
  if (overrideClaim && principal.kind === 'user' && reason === null) {
    refuseInvalid([{ path: 'reason', message: 'An admin who overrides a claim must say why' }]);
  }
  return changeUserTask(context, input, {
    verb: 'assign',
    userId: null,
    command: (on, task) => ({
      ...on,
      type: 'AssignUserTask',
      owners: { userId, userGroup },
      cause: task.userId !== null && principal.kind === 'user' && userId === principal.userId ? 'take-over' : 'assign',
      onlyFromUnassigned: !overrideClaim,
      reason,
    }),
  });
};

// Take over: an admin has the task from now on, whoever had it; the group stays.
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';

export const takeOverUserTaskRun: Service<'takeOverUserTaskRun'> = async (context, input) => {
  const { principal } = context;
  if (principal.kind === 'service') refuse('PERMISSION_DENIED', 'A service key takes no task over: it assigns it.');
  const { userId } = principal;
  return changeUserTask(context, input, {
    verb: 'take-over',
    userId,
    command: (on, { userGroup }) => ({
      ...on,
      type: 'AssignUserTask',
      owners: { userId, userGroup },
      cause: 'take-over',
      onlyFromUnassigned: false,
      reason: input.reason,
    }),
  });
};

// Claim: a member of the group takes a task that nobody has; the group stays (decision 5).
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const claimUserTaskRun: Service<'claimUserTaskRun'> = (context, input) => {
  const userId = actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'claim',
    userId,
    command: (on, { userGroup }) => ({
      ...on,
      type: 'AssignUserTask',
      owners: { userId, userGroup },
      cause: 'claim',
      onlyFromUnassigned: true,
      reason: null,
    }),
  });
};

// Hand over: to a colleague, in one step; the group stays.
import { findAccount } from '#persistence/accounts.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';
import { refuseHeir } from './policy/user-task.ts';
import { factsOf } from './user-task-run.ts';

export const handOverUserTaskRun: Service<'handOverUserTaskRun'> = async (context, input) => {
  const { deps, principal } = context;
  const { userId, reason } = input;
  const heir = await findAccount(deps.store, principal.tenantId, userId);
  return changeUserTask(context, input, {
    verb: 'hand-over',
    userId: null,
    refuse: (view) => refuseHeir(factsOf(view), userId, heir),
    command: (on, { userGroup }) => ({
      ...on,
      type: 'AssignUserTask',
      owners: { userId, userGroup },
      cause: 'hand-over',
      onlyFromUnassigned: false,
      reason,
    }),
  });
};

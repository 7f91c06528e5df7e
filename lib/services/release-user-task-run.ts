// Release: back to the group, by who has it or an admin.

import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const releaseUserTaskRun: Service<'releaseUserTaskRun'> = (context, input) => {
  // A service key need not say for whom it gives a task back.
  const userId = context.principal.kind === 'service' ? (input.userId ?? null) : actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'release',
    userId,
    command: (on) => ({ ...on, type: 'ReleaseUserTask', reason: input.reason ?? null }),
  });
};

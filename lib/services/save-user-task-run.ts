// Save: a draft of the answers.
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const saveUserTaskRun: Service<'saveUserTaskRun'> = (context, input) => {
  const userId = actingFor(context, input.userId);
  const ignoreClaim = input.policy === 'IGNORE_CLAIM';
  const isSittingOpen = input.sitting === 'GOES_ON';
  return changeUserTask(context, input, {
    verb: 'save',
    ignoreClaim,
    userId,
    command: (on) => ({ ...on, type: 'SaveUserTask', userId, results: input.results, ignoreClaim, isSittingOpen }),
  });
};

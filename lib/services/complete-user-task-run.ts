// Complete: the answers are checked and the workflow goes on, in one commit.
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const completeUserTaskRun: Service<'completeUserTaskRun'> = (context, input) => {
  const userId = actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'complete',
    userId,
    command: (on) => ({ ...on, type: 'CompleteUserTask', userId, results: input.results }),
  });
};

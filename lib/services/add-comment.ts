// A comment on a task, finished ones too.
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const addComment: Service<'addComment'> = (context, input) => {
  const userId = actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'comment',
    userId,
    command: (on) => ({ ...on, type: 'AddComment', userId, text: input.comment }),
  });
};

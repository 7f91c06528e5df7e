// A comment taken back, by its author or an admin; the history keeps that it was there.
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import { refuseUnlessAuthor } from './comment-author.ts';
import type { Service } from './context.ts';

export const deleteComment: Service<'deleteComment'> = (context, input) => {
  const { commentId } = input;
  const userId = actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'comment',
    userId,
    refuse: refuseUnlessAuthor(context, userId, commentId),
    command: (on) => ({ ...on, type: 'DeleteComment', commentId }),
  });
};

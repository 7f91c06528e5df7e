// A comment's text changed, by its author or an admin.
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import { refuseUnlessAuthor } from './comment-author.ts';
import type { Service } from './context.ts';

export const editComment: Service<'editComment'> = (context, input) => {
  const { commentId, comment: text } = input;
  const userId = actingFor(context, input.userId);
  return changeUserTask(context, input, {
    verb: 'comment',
    userId,
    refuse: refuseUnlessAuthor(context, userId, commentId),
    command: (on) => ({ ...on, type: 'EditComment', commentId, text }),
  });
};

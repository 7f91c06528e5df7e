// Whose comment it is.
import type { Refusal } from '#contracts/problem.ts';
import { commentsOf, type UserTaskView } from '#persistence/user-task-view.ts';
import type { CallContext } from './context.ts';
import { refuseForeignComment } from './policy/user-task.ts';

/** Refuses who neither wrote the comment nor is an admin. That there is no such comment is for the step to say. */
export function refuseUnlessAuthor({ principal }: CallContext, userId: string, commentId: number) {
  return ({ events }: UserTaskView): Refusal | null => {
    const comment = commentsOf(events).find(({ id }) => id === commentId);
    return comment ? refuseForeignComment(principal, userId, comment.userId) : null;
  };
}

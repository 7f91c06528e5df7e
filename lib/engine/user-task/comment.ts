// Comments on a UserTaskRun, finished ones too: an audit trail may be annotated (decision 1).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { CommandOf } from '../command.ts';
import { lookup } from '../lookup.ts';
import { refuse } from '../refuse.ts';
import type { TaskSite } from '../work.ts';
import { changeUserTask, type Why } from './change-user-task.ts';
import { noteAct } from './hook-state.ts';
import { refuseStale } from './refuse-user-task.ts';

export function addComment(site: TaskSite, command: CommandOf<'AddComment'>): Refusal | null {
  const stale = refuseStale(site.task, command.expectedVersion);
  if (stale) return stale;
  const { nextCommentId: commentId, comments } = site.task;
  const { userId, text } = command;
  changeUserTask(
    site,
    { nextCommentId: commentId + 1, comments: { ...comments, [commentId]: { userId, text, deleted: false } } },
    { why: whyOf(command), body: { type: 'COMMENT_ADDED', commentId, text } },
  );
  noteAct(site, userId);
  return null;
}

export function editComment(site: TaskSite, command: CommandOf<'EditComment'>): Refusal | null {
  const refusal = refuseComment(site, command);
  if (refusal) return refusal;
  const { commentId, text } = command;
  if (site.task.comments[commentId]?.text === text) return null;
  changeUserTask(
    site,
    { comments: withComment(site, commentId, { text }) },
    { why: whyOf(command), body: { type: 'COMMENT_EDITED', commentId, text } },
  );
  return null;
}

/** The history keeps that it was there, and what it said. */
export function deleteComment(site: TaskSite, command: CommandOf<'DeleteComment'>): Refusal | null {
  const refusal = refuseComment(site, command);
  if (refusal) return refusal;
  const { commentId } = command;
  changeUserTask(
    site,
    { comments: withComment(site, commentId, { deleted: true }) },
    { why: whyOf(command), body: { type: 'COMMENT_DELETED', commentId } },
  );
  return null;
}

function refuseComment({ task }: TaskSite, command: CommandOf<'EditComment' | 'DeleteComment'>): Refusal | null {
  const { commentId, expectedVersion } = command;
  const comment = lookup(task.comments, String(commentId));
  if (!comment) return refuse('NOT_FOUND', because('noComment', { commentId }));
  if (comment.deleted) return refuse('FAILED_PRECONDITION', because('commentDeleted', { commentId }));
  return refuseStale(task, expectedVersion);
}

type Comments = TaskSite['task']['comments'];

function withComment({ task }: TaskSite, id: number, change: Partial<Comments[string]>): Comments {
  const { [id]: comment, ...others } = task.comments;
  return comment ? { ...others, [id]: { ...comment, ...change } } : others;
}

function whyOf({ actor }: CommandOf<'AddComment' | 'EditComment' | 'DeleteComment'>): Why {
  return { actor, cause: 'comment', reason: null };
}

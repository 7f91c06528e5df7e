// A user task as callers get it: its rows with the form and what they may do.
import type { Principal } from '#contracts/principal.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { commentsOf, type UserTaskView } from '#persistence/user-task-view.ts';
import { invariant } from '#platform/invariant.ts';
import { allowedVerbs, type TaskFacts } from './policy/user-task.ts';

/** `form` is the version that the task was made from. */
export function toUserTaskRun(
  view: UserTaskView,
  form: UserTaskDef | null | undefined,
  principal: Principal,
): UserTaskRun {
  const { summary, notes, details, excludeUsers, results, draft, events } = view;
  invariant(form, `the form ${summary.userTaskDefName} ${summary.userTaskDefVersion} is in use and missing`);
  const comments = commentsOf(events);
  const allowed = allowedVerbs(principal, factsOf(view));
  return { ...summary, userTaskDef: form, notes, details, excludeUsers, results, draft, comments, events, allowed };
}

/** What policy is asked about. */
export function factsOf({ summary, excludeUsers, events }: UserTaskView): TaskFacts {
  const { status, userId, userGroup, requester } = summary;
  const pastOwners = events.flatMap((event) =>
    event.type === 'ASSIGNED' && event.before?.userId ? [event.before.userId] : [],
  );
  return { status, userId, userGroup, requester, excludeUsers, pastOwners, isSuspended: summary.suspendedAt !== null };
}

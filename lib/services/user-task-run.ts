// A user task as callers get it: its rows with the form and what they may do.
import type { Principal } from '#contracts/principal.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import type { World } from '#engine/world.ts';
import { commentsOf, type UserTaskView } from '#persistence/user-task-view.ts';
import { invariant } from '#platform/invariant.ts';
import { allowedVerbs, type TaskFacts } from './policy/user-task.ts';

export function toUserTaskRun(view: UserTaskView, world: World, principal: Principal): UserTaskRun {
  const { summary, notes, results, draft, events } = view;
  const userTaskDef = world.userTaskDef(summary.userTaskDefName, summary.userTaskDefVersion);
  invariant(userTaskDef, `the form ${summary.userTaskDefName} ${summary.userTaskDefVersion} is in use and missing`);
  const comments = commentsOf(events);
  const allowed = allowedVerbs(principal, factsOf(view));
  return { ...summary, userTaskDef, notes, results, draft, comments, events, allowed };
}

/** What policy is asked about. */
export function factsOf({ summary, events }: UserTaskView): TaskFacts {
  const { status, userId, userGroup, requester } = summary;
  const pastOwners = events.flatMap((event) =>
    event.type === 'ASSIGNED' && event.before?.userId ? [event.before.userId] : [],
  );
  return { status, userId, userGroup, requester, pastOwners, isSuspended: summary.suspendedAt !== null };
}

// Who may do what with a user task (decision 2): a table, asked between the load and the step on the very state that the step sees.

import type { Actor } from '#contracts/actor.ts';
import { hasScope, type Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { isFinished, USER_TASK_VERBS, type UserTaskStatus, type UserTaskVerb } from '#contracts/user-task-run.ts';

/** What of a task decides who may do what. */
export type TaskFacts = {
  status: UserTaskStatus;
  userId: string | null;
  userGroup: string | null;
  requester: string | null;
  /** Its thread stands still (decision 8). */
  isSuspended: boolean;
  /** What its form says. */
  ownerMayCancel: boolean;
  /** Everyone who had it before. */
  pastOwners: string[];
};

/** What the caller is to the task; one may be several things at once. A candidate is a member while nobody has it. */
type Relation = 'owner' | 'candidate' | 'member' | 'requester' | 'pastOwner' | 'admin' | 'service';

const SEE: Relation[] = ['owner', 'candidate', 'member', 'requester', 'pastOwner', 'admin', 'service'];

/**
 * On an open task. A member may ask to claim or save what another has, and is told who has it; a claim by its owner changes nothing.
 */
const MAY: Record<UserTaskVerb, Relation[]> = {
  claim: ['owner', 'candidate', 'member', 'service'],
  release: ['owner', 'admin', 'service'],
  save: ['owner', 'candidate', 'member', 'admin', 'service'],
  complete: ['owner', 'candidate', 'admin', 'service'],
  assign: ['admin', 'service'],
  cancel: ['admin', 'service'],
  'change-hooks': ['admin', 'service'],
  comment: ['owner', 'candidate', 'member', 'admin', 'service'],
};

/** Who may, where a form adds to the table. */
const mayOf = (table: typeof MAY, verb: UserTaskVerb, { ownerMayCancel }: TaskFacts): Relation[] =>
  verb === 'cancel' && ownerMayCancel ? [...table.cancel, 'owner'] : table[verb];

/** Saving over the owner's head. */
const MAY_IGNORE_CLAIM: Relation[] = ['owner', 'candidate', 'admin', 'service'];

export type Wish = { verb: UserTaskVerb; ignoreClaim?: boolean };

function relationsOf(principal: Principal, task: TaskFacts): Relation[] {
  if (principal.kind === 'service') return ['service'];
  const { userId, groups, isAdmin } = principal;
  const isMember = task.userGroup !== null && groups.includes(task.userGroup);
  const is: Record<Exclude<Relation, 'service'>, boolean> = {
    owner: task.userId === userId,
    candidate: isMember && task.status === 'UNASSIGNED',
    member: isMember,
    requester: task.requester === userId,
    pastOwner: task.pastOwners.includes(userId),
    admin: isAdmin,
  };
  return (Object.keys(is) as (keyof typeof is)[]).filter((relation) => is[relation]);
}

/** Whether the caller may see the task; it is as good as absent for everyone else. */
export function maySee(principal: Principal, task: TaskFacts): boolean {
  return relationsOf(principal, task).some((relation) => SEE.includes(relation));
}

/** Null when the caller may; NOT_FOUND for a task that they may not see, PERMISSION_DENIED for one that they may. */
export function refuseWish(principal: Principal, task: TaskFacts, wish: Wish): Refusal | null {
  const relations = relationsOf(principal, task);
  if (!relations.some((relation) => SEE.includes(relation))) return NO_SUCH_TASK;
  // Finished is finished, whoever asks: the step says by whom. Only comments go on.
  if (isFinished(task.status) && wish.verb !== 'comment') return null;
  const may = wish.ignoreClaim ? MAY_IGNORE_CLAIM : mayOf(MAY, wish.verb, task);
  if (relations.some((relation) => may.includes(relation))) return null;
  const has = task.userId === null ? '' : ` It is with ${task.userId}.`;
  return { code: 'PERMISSION_DENIED', detail: `You may see this task, but not ${wish.verb} it.${has}` };
}

export const NO_SUCH_TASK: Refusal = { code: 'NOT_FOUND', detail: 'There is no such user task.' };

/** A comment is changed by its author or an admin; a key with every scope is an admin's. */
export function refuseForeignComment(principal: Principal, actingUserId: string, author: string): Refusal | null {
  const isAdmin = principal.kind === 'user' ? principal.isAdmin : hasScope(principal, '*');
  if (isAdmin || actingUserId === author) return null;
  return { code: 'PERMISSION_DENIED', detail: `Only ${author} or an admin may change this comment.` };
}

/** What the caller can do with the task as it is now. */
export function allowedVerbs(principal: Principal, task: TaskFacts): UserTaskVerb[] {
  const relations = relationsOf(principal, task);
  return USER_TASK_VERBS.filter(
    (verb) => isPossible(verb, task) && relations.some((relation) => mayOf(OFFERED, verb, task).includes(relation)),
  );
}

/** As MAY, without what would only tell who has it. */
const OFFERED: Record<UserTaskVerb, Relation[]> = {
  ...MAY,
  claim: ['candidate', 'service'],
  save: ['owner', 'candidate', 'service'],
};

function isPossible(verb: UserTaskVerb, { status, userGroup, isSuspended }: TaskFacts): boolean {
  switch (verb) {
    case 'comment':
      return true;
    case 'claim':
      return status === 'UNASSIGNED' && !isSuspended;
    case 'release':
      return status === 'ASSIGNED' && userGroup !== null && !isSuspended;
    case 'complete':
      return !isFinished(status) && !isSuspended;
    case 'save':
    case 'assign':
    case 'cancel':
    case 'change-hooks':
      return !isFinished(status);
  }
}

/** Who is recorded: an admin as such when only that made it possible, or when they act for another. */
export function actorOf(principal: Principal, task: TaskFacts, verb: UserTaskVerb, actingUserId: string | null): Actor {
  if (principal.kind === 'service') return { kind: 'service', id: principal.name, onBehalfOf: actingUserId };
  const { userId, isAdmin } = principal;
  const onBehalfOf = actingUserId === userId ? null : actingUserId;
  const asSelf = relationsOf(principal, task).some((is) => is !== 'admin' && mayOf(MAY, verb, task).includes(is));
  const kind = isAdmin && (onBehalfOf !== null || !asSelf) ? 'admin' : 'user';
  return { kind, id: userId, onBehalfOf };
}

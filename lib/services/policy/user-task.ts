// Who may do what with a user task (decision 2): a table, asked between the load and the step on the very state that the step sees.

import type { Actor } from '#contracts/actor.ts';
import { hasScope, type Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { type Because, because } from '#contracts/reasons.ts';
import { type Owners, USER_TASK_VERBS, type UserTaskEvent, type UserTaskVerb } from '#contracts/user-task-run.ts';
import { isFinished, type UserTaskStatus } from '#contracts/user-task-status.ts';

/** What of a task decides who may do what. */
export type TaskFacts = {
  status: UserTaskStatus;
  userId: string | null;
  userGroup: string | null;
  requester: string | null;
  /** Separation of duties: for them the group's work is none of theirs (decision 12). */
  excludeUsers: string[];
  /** Its thread stands still (decision 8). */
  isSuspended: boolean;
  /** What its form says. */
  ownerMayCancel: boolean;
  /** Everyone who had it before. */
  pastOwners: string[];
};

/**
 * What the caller is to the task; one may be several things at once. A candidate is a member while nobody has it. A key that acts for the
 * owner is the owner too.
 */
type Relation = 'owner' | 'candidate' | 'member' | 'requester' | 'pastOwner' | 'admin' | 'service';

const SEE: Relation[] = ['owner', 'candidate', 'member', 'requester', 'pastOwner', 'admin', 'service'];

/**
 * On an open task. A member may ask to claim or save what another has, and is told who has it; a claim by its owner changes nothing.
 */
const MAY: Record<UserTaskVerb | 'undo', Relation[]> = {
  claim: ['owner', 'candidate', 'member', 'service'],
  release: ['owner', 'admin'],
  'hand-over': ['owner', 'admin'],
  'take-over': ['admin'],
  save: ['owner', 'candidate', 'member', 'service'],
  complete: ['owner', 'candidate', 'admin', 'service'],
  assign: ['admin', 'service'],
  cancel: ['admin', 'service'],
  'change-hooks': ['admin', 'service'],
  // Only a key with every scope gets here.
  migrate: ['admin', 'service'],
  comment: ['owner', 'candidate', 'member', 'admin', 'service'],
  // Whose change it was is asked by `lastToUndo`.
  undo: SEE,
};

/** Who may, where a form adds to the table. */
const mayOf = <V extends string>(table: Record<V, Relation[]>, verb: V, { ownerMayCancel }: TaskFacts): Relation[] =>
  verb === 'cancel' && ownerMayCancel ? [...table[verb], 'owner'] : table[verb];

/** Saving over the owner's head. */
const MAY_IGNORE_CLAIM: Relation[] = ['owner', 'candidate', 'admin', 'service'];

/** What separation of duties forbids, whoever the caller is and for whomever they act. To whom a task is given the step asks. */
const DUTIES: Wish['verb'][] = ['claim', 'take-over', 'save', 'complete'];

/** `userId` is the person for whom the call acts, where the verb has one. */
export type Wish = { verb: keyof typeof MAY; userId: string | null; ignoreClaim?: boolean };

function relationsOf(principal: Principal, task: TaskFacts, actingUserId: string | null = null): Relation[] {
  if (principal.kind === 'service') {
    return actingUserId !== null && actingUserId === task.userId ? ['service', 'owner'] : ['service'];
  }
  const { userId, groups, isAdmin } = principal;
  const isMember = task.userGroup !== null && groups.includes(task.userGroup) && !task.excludeUsers.includes(userId);
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
  const { verb, userId } = wish;
  const relations = relationsOf(principal, task, userId);
  if (!relations.some((relation) => SEE.includes(relation))) return NO_SUCH_TASK;
  // Finished is finished, whoever asks: the step says by whom. Only comments go on.
  if (isFinished(task.status) && verb !== 'comment') return null;
  const excluded = DUTIES.includes(verb) ? excludedAmong(principal, task, userId) : undefined;
  if (excluded !== undefined) {
    return { code: 'PERMISSION_DENIED', ...because('excluded', { userId: excluded }) };
  }
  const may = wish.ignoreClaim ? MAY_IGNORE_CLAIM : mayOf(MAY, verb, task);
  if (relations.some((relation) => may.includes(relation))) return null;
  const why =
    task.userId === null ? because('mayOnlySee', { verb }) : because('mayOnlySeeHeld', { verb, userId: task.userId });
  return { code: 'PERMISSION_DENIED', ...why };
}

export const NO_SUCH_TASK: Refusal = { code: 'NOT_FOUND', ...because('noTask') };

/** Of the caller and the person for whom they act, who is excluded from the task. */
function excludedAmong(principal: Principal, { excludeUsers }: TaskFacts, actingUserId: string | null) {
  const caller = principal.kind === 'user' ? principal.userId : null;
  return excludeUsers.find((userId) => userId === caller || userId === actingUserId);
}

/** A comment is changed by its author or an admin; a key with every scope is an admin's. */
export function refuseForeignComment(principal: Principal, actingUserId: string, author: string): Refusal | null {
  const isAdmin = principal.kind === 'user' ? principal.isAdmin : hasScope(principal, '*');
  if (isAdmin || actingUserId === author) return null;
  return { code: 'PERMISSION_DENIED', ...because('commentOfAnother', { author }) };
}

/** Whom a task may be handed over to: a member of its group, or, where it has none, anyone in the directory. Null is who is not there. */
export function refuseHeir(
  { status, userGroup }: TaskFacts,
  userId: string,
  heir: { groups: string[] } | null,
): Refusal | null {
  if (isFinished(status)) return null;
  if (heir && (userGroup === null || heir.groups.includes(userGroup))) return null;
  const why = heir ? because('notMember', { userId, userGroup: userGroup ?? '' }) : because('nobody', { userId });
  return { code: 'INVALID_ARGUMENT', ...why, errors: [{ path: 'userId', message: why.detail }] };
}

const UNDOABLE = ['claim', 'release', 'assign', 'hand-over', 'take-over'];
const UNDO_MS = 10_000;
/** The events of what raises the version of a task. */
const CHANGES: UserTaskEvent['type'][] = ['ASSIGNED', 'SUSPENDED', 'RESUMED', 'MIGRATED', 'COMPLETED', 'CANCELLED'];

/** The change of ownership that the caller may take back now: their own, the last change of the task, ten seconds old at most (decision 30). */
export function lastToUndo(
  principal: Principal,
  events: UserTaskEvent[],
  now: number,
): { actor: Actor; before: Owners } | { refusal: Refusal } {
  const no = (why: Because) => ({ refusal: { code: 'FAILED_PRECONDITION', ...why } as const });
  const event = events.findLast(({ type }) => CHANGES.includes(type));
  const caller = principal.kind === 'user' ? principal.userId : principal.name;
  const isOwn = event?.actorId === caller && (event.actorKind === 'service') === (principal.kind === 'service');
  if (event?.type !== 'ASSIGNED' || !event.before || !isOwn || !UNDOABLE.includes(event.cause)) {
    return no(because('nothingToUndo'));
  }
  if (now - Date.parse(event.at) > UNDO_MS) return no(because('tooLateToUndo'));
  const { actorKind: kind, actorId: id, onBehalfOf, before } = event;
  return { actor: { kind, id, onBehalfOf }, before };
}

/** What the caller can do with the task as it is now. */
export function allowedVerbs(principal: Principal, task: TaskFacts): UserTaskVerb[] {
  const relations = relationsOf(principal, task);
  const isExcluded = excludedAmong(principal, task, null) !== undefined;
  return USER_TASK_VERBS.filter(
    (verb) =>
      isPossible(verb, task) &&
      !(isExcluded && DUTIES.includes(verb)) &&
      relations.some((relation) => mayOf(OFFERED, verb, task).includes(relation)),
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
    case 'hand-over':
    case 'complete':
      return !isFinished(status) && !isSuspended;
    case 'take-over':
    case 'save':
    case 'assign':
    case 'cancel':
    case 'change-hooks':
    case 'migrate':
      return !isFinished(status);
  }
}

/** Who is recorded: an admin as such when only that made it possible, or when they act for another. */
export function actorOf(principal: Principal, task: TaskFacts, verb: Wish['verb'], actingUserId: string | null): Actor {
  if (principal.kind === 'service') return { kind: 'service', id: principal.name, onBehalfOf: actingUserId };
  const { userId, isAdmin } = principal;
  const onBehalfOf = actingUserId === userId ? null : actingUserId;
  const asSelf = relationsOf(principal, task).some((is) => is !== 'admin' && mayOf(MAY, verb, task).includes(is));
  const kind = isAdmin && (onBehalfOf !== null || !asSelf) ? 'admin' : 'user';
  return { kind, id: userId, onBehalfOf };
}

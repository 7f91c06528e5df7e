// Who sees which user tasks, as ways into the table: each is one ordered index scan, and no two give the same task.
import type { UserTaskStatus } from '#contracts/user-task-status.ts';

/** Whose tasks: those that a person may see, or all of the tenant. */
export type Viewer = Member | 'all';
export type Member = { userId: string; groups: string[] };

/** What a person may claim, that with what they have, or what they wait for. */
export type Desk = Member & { list: 'available' | 'workable' | 'waiting' };

/** What of a search decides where it looks; all else filters what is found there. */
export type Place = {
  statuses: readonly UserTaskStatus[];
  userId?: string | undefined;
  userGroups?: string[] | undefined;
  userTaskDefName?: string | undefined;
  wfSpecName?: string | undefined;
  wfRunId?: string | undefined;
  /** In lists of work too, those that are suspended. */
  suspended?: boolean;
  /** Only what is on a person's desk, of these groups. */
  desk?: Desk | undefined;
};

/**
 * Open work is kept in two parts. A plain task has neither a due date nor a priority of its own: in any order it stands where its creation puts
 * it, so that one index has it. Only a ranked one is in an index for each order.
 */
export const PARTS = {
  plain: ['t.due_at IS NULL', 't.priority = 50'],
  ranked: ['(t.due_at IS NOT NULL OR t.priority <> 50)'],
} as const;
export type Part = keyof typeof PARTS;

/** Conditions that an index serves by creation, and where a part is named in any order. */
export type Branch = {
  where: string[];
  part?: Part;
  /** A table that is joined as `p`, and whose index has the order. */
  through?: string;
  /** A relation: the table is looked into once for each of its rows. */
  each?: string;
};
export type Param = (value: unknown) => string;
/** The first parameter of every search. */
export const TENANT = '$1';

export const OPEN: readonly UserTaskStatus[] = ['UNASSIGNED', 'ASSIGNED'];
export const FINISHED: readonly UserTaskStatus[] = ['DONE', 'CANCELLED'];

export function branchesOf(param: Param, viewer: Viewer, place: Place): Branch[] {
  const { statuses, userId, userGroups, userTaskDefName, wfSpecName, wfRunId, suspended, desk } = place;
  if (desk) return tasksOnDesk(param, desk);
  if (viewer !== 'all') return visibleTasks(param, viewer, place);
  if (userId !== undefined) return ofUser(param(userId), statuses, suspended);
  if (userGroups) return userGroups.flatMap((name) => ofGroup(param(name), statuses, suspended));
  if (wfRunId !== undefined) return [{ where: [`t.status = ANY (${param(statuses)}::text[])`] }];
  if (userTaskDefName !== undefined) return ofDef(`t.user_task_def_name = ${param(userTaskDefName)}`, statuses);
  if (wfSpecName !== undefined) return ofWfSpec(param(wfSpecName), statuses);
  return statuses.map((status) => ({ where: [`t.status = '${status}'`] }));
}

function tasksOnDesk(param: Param, desk: Desk): Branch[] {
  switch (desk.list) {
    case 'available':
      return availableTasks(param, desk);
    case 'workable':
      return [...ofUser(param(desk.userId), ['ASSIGNED']), ...availableTasks(param, desk)];
    case 'waiting':
      return awaitedTasks(param, desk);
  }
}

/** What a person may claim. */
function availableTasks(param: Param, { userId, groups }: Member): Branch[] {
  // What is given to no branch must be no parameter: PostgreSQL would not know its type.
  if (groups.length === 0) return [];
  const mayDoIt = `NOT ${isExcluded(param(userId))}`;
  return groups.flatMap((name) => also(ofGroup(param(name), ['UNASSIGNED']), mayDoIt));
}

/** Open with others: what a person requested, and what they had once; not what they may claim themself. */
function awaitedTasks(param: Param, { userId, groups }: Member): Branch[] {
  const me = param(userId);
  const isTheirs = `t.status = 'UNASSIGNED' AND t.user_group = ANY (${param(groups)}::text[]) AND NOT ${isExcluded(me)}`;
  const others = [`t.user_id IS DISTINCT FROM ${me}`, `(${isTheirs}) IS NOT TRUE`];
  const requested = OPEN.map((status) => ({ where: [`t.requester = ${me}`, `t.status = '${status}'`, ...others] }));
  const past: Branch = {
    through: 'user_task_past_owner',
    where: [
      `p.user_id = ${me}`,
      `t.status = ANY (${param(OPEN)}::text[])`,
      `t.requester IS DISTINCT FROM ${me}`,
      ...others,
    ],
  };
  return [...requested, past];
}

/** Separation of duties beats membership: through their groups a person sees no task that they are excluded from. */
const isExcluded = (person: string): string => `coalesce(t.exclude_users ? ${person}, false)`;

/** What a person sees: what they own, what their groups hold, what they requested and what they owned once (decision 2). */
function visibleTasks(param: Param, { userId, groups }: Member, place: Place): Branch[] {
  const { statuses, userGroups, suspended } = place;
  const me = param(userId);
  const mine = ofUser(me, statuses, suspended);
  if (place.userId === userId) return mine;

  if (userGroups?.every((name) => groups.includes(name))) {
    const isSeen = `(t.user_id = ${me} OR NOT ${isExcluded(me)})`;
    return userGroups.flatMap((name) => also(ofGroup(param(name), statuses, suspended), isSeen));
  }
  const notMine = `t.user_id IS DISTINCT FROM ${me}`;
  const held = groups.flatMap((name) =>
    also(ofGroup(param(name), statuses, suspended), `${notMine} AND NOT ${isExcluded(me)}`),
  );
  const isHeld = `t.user_group = ANY (${param(groups)}::text[]) AND NOT ${isExcluded(me)}`;
  const others = [notMine, `(${isHeld}) IS NOT TRUE`];
  const requested = statuses.map((status) => ({ where: [`t.requester = ${me}`, `t.status = '${status}'`, ...others] }));
  const past: Branch = {
    through: 'user_task_past_owner',
    where: [
      `p.user_id = ${me}`,
      `t.status = ANY (${param(statuses)}::text[])`,
      `t.requester IS DISTINCT FROM ${me}`,
      ...others,
    ],
  };
  return [...mine, ...held, ...requested, past];
}

/** By who has, or had it when it ended. What nobody has is not theirs. */
const ofUser = (user: string, statuses: readonly UserTaskStatus[], suspended?: boolean): Branch[] =>
  statuses.flatMap((status) => {
    if (status === 'UNASSIGNED') return [];
    if (status === 'ASSIGNED') return work(status, `coalesce(t.user_id, t.user_group) = ${user}`, suspended);
    return [{ where: [`t.status = '${status}'`, `t.user_id = ${user}`] }];
  });

const ofGroup = (group: string, statuses: readonly UserTaskStatus[], suspended?: boolean): Branch[] =>
  statuses.flatMap((status) => {
    if (status === 'UNASSIGNED') return work(status, `coalesce(t.user_id, t.user_group) = ${group}`, suspended);
    const where = [`t.status = '${status}'`, `t.user_group = ${group}`];
    return [{ where: status === 'ASSIGNED' && !suspended ? [...where, IS_WORKABLE] : where }];
  });

const ofDef = (isOfDef: string, statuses: readonly UserTaskStatus[]): Branch[] =>
  statuses.flatMap((status) => {
    const where = [`t.status = '${status}'`, isOfDef];
    return FINISHED.includes(status) ? [{ where }] : inParts(where);
  });

/**
 * By the definitions that the WfSpec's versions use: of the tasks of such a definition, most or all are its own. Their names have a collation
 * there that the index has not.
 */
function ofWfSpec(wfSpec: string, statuses: readonly UserTaskStatus[]): Branch[] {
  const each = `(
    SELECT DISTINCT used_name COLLATE "default" AS used_name FROM definition_use
    WHERE tenant_id = ${TENANT} AND kind = 'WfSpec' AND name = ${wfSpec} AND used_kind = 'UserTaskDef'
  ) used`;
  return ofDef('t.user_task_def_name = used.used_name', statuses).map(({ where }) => ({ each, where }));
}

/** Lists by owner are lists of work: a suspended task is none (decision 8), unless it is asked for. */
const IS_WORKABLE = 't.suspended_at IS NULL';

const work = (status: UserTaskStatus, isHeld: string, suspended = false): Branch[] =>
  inParts([`t.status = '${status}'`, isHeld, ...(suspended ? [] : [IS_WORKABLE])]);

const inParts = (where: string[]): Branch[] =>
  (Object.keys(PARTS) as Part[]).map((part) => ({ part, where: [...where, ...PARTS[part]] }));

const also = (branches: Branch[], condition: string): Branch[] =>
  branches.map((branch) => ({ ...branch, where: [...branch.where, condition] }));

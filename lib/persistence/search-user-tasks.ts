// The search for user tasks: who sees what, and how each list is one ordered index scan that ends at its limit.

import { createHash } from 'node:crypto';
import type { UserTaskRunSummary, UserTaskStatus } from '#contracts/user-task-run.ts';
import type { Store } from './store.ts';
import { SUMMARY_COLUMNS, type SummaryInstants, summaryOf } from './user-task-view.ts';

/** Whose tasks: those that a person may see, or all of the tenant. */
export type Viewer = { userId: string; groups: string[] } | 'all';

export type UserTaskSearch = {
  status?: UserTaskStatus | undefined;
  userId?: string | undefined;
  userGroup?: string | undefined;
  userTaskDefName?: string | undefined;
  wfRunId?: string | undefined;
  wfSpecName?: string | undefined;
  earliestStart?: string | undefined;
  latestStart?: string | undefined;
  q?: string | undefined;
  sort: 'created' | '-created';
  /** The last one of the page before. */
  after: [createdAt: string, wfRunId: string, guid: string] | null;
  take: number;
};

/** A way into the table: conditions that an index serves in order of creation. */
type Branch = { from?: string; where: string[] };
type Param = (value: unknown) => string;

const FINISHED: UserTaskStatus[] = ['DONE', 'CANCELLED'];
const STATUSES: UserTaskStatus[] = ['UNASSIGNED', 'ASSIGNED', ...FINISHED];

export async function searchUserTasks(
  { pool }: Store,
  tenantId: string,
  viewer: Viewer,
  search: UserTaskSearch,
): Promise<UserTaskRunSummary[]> {
  const values: unknown[] = [];
  const param: Param = (value) => `$${values.push(value)}`;
  const text = searchSql(param, param(tenantId), viewer, search);
  if (text === null) return [];
  const { rows } = await pool.query<SummaryRow>({ name: statementName(text), text, values });
  return rows.map(summaryOf);
}

type SummaryRow = Omit<UserTaskRunSummary, keyof SummaryInstants> & SummaryInstants;

// Few texts come of it: which filters are given, not what they are, makes another.
const statementName = (text: string): string => `search-user-tasks-${createHash('sha1').update(text).digest('hex')}`;

/** Null when nothing can match. */
function searchSql(param: Param, tenant: string, viewer: Viewer, search: UserTaskSearch): string | null {
  const filters = filtersOf(param, search);
  if (filters === null) return null;
  const branches = branchesOf(param, viewer, search);
  if (branches.length === 0) return null;
  const [order, beyond] = search.sort === 'created' ? ['ASC', '>'] : ['DESC', '<'];
  const keyset = search.after?.map(param);
  if (keyset) {
    const [createdAt, wfRunId, guid] = keyset;
    filters.push(`(t.created_at, t.wf_run_id, t.guid) ${beyond} (${createdAt}::timestamptz, ${wfRunId}, ${guid})`);
  }
  const take = param(search.take);
  const selects = branches.map(
    ({ from, where }) => `(
      SELECT ${SUMMARY_COLUMNS} FROM ${from ?? 'user_task_run t'}
      WHERE ${[`t.tenant_id = ${tenant}`, ...where, ...filters].join(' AND ')}
      ORDER BY t.created_at ${order}, t.wf_run_id ${order}, t.guid ${order} LIMIT ${take}
    )`,
  );
  const page = `ORDER BY "createdAt" ${order}, "wfRunId" ${order}, guid ${order} LIMIT ${take}`;
  return `SELECT * FROM (${selects.join(' UNION ALL ')}) found ${page}`;
}

function filtersOf(param: Param, search: UserTaskSearch): string[] | null {
  const filters: string[] = [];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) filters.push(`t.${column} = ${param(value)}`);
  };
  equal('user_id', search.userId);
  equal('user_group', search.userGroup);
  equal('user_task_def_name', search.userTaskDefName);
  if (search.wfRunId !== undefined) {
    // A child run is found in the family of its root, which the keys begin with.
    filters.push(`(t.family_id, t.wf_run_id) =
      (SELECT r.family_id, r.id FROM wf_run r WHERE r.tenant_id = t.tenant_id AND r.id = ${param(search.wfRunId)})`);
  }
  equal('wf_spec_name', search.wfSpecName);
  if (search.earliestStart !== undefined) filters.push(`t.created_at >= ${param(search.earliestStart)}::timestamptz`);
  if (search.latestStart !== undefined) filters.push(`t.created_at <= ${param(search.latestStart)}::timestamptz`);
  if (search.q !== undefined) {
    const words = search.q.match(/[\p{L}\p{N}]+/gu);
    if (!words) return null;
    const query = words.map((word) => `${word}:*`).join(' & ');
    filters.push(`(t.tenant_id, t.family_id, t.wf_run_id, t.guid) IN (
      SELECT d.tenant_id, d.family_id, d.wf_run_id, d.guid FROM user_task_detail d
      WHERE d.words @@ to_tsquery('simple', ${param(query)})
    )`);
  }
  return filters;
}

/** Disjoint, so that no task comes twice. A status is written out where a partial index is to be used. */
function branchesOf(param: Param, viewer: Viewer, search: UserTaskSearch): Branch[] {
  const statuses = search.status ? [search.status] : STATUSES;
  if (viewer !== 'all') return visibleTasks(param, viewer, search, statuses);
  if (search.userId !== undefined) return byUser(statuses);
  if (search.userGroup !== undefined) return byGroup(statuses);
  return statuses.map((status) => ({ where: [`t.status = '${status}'`] }));
}

/** What a person sees: what they own, what their groups hold, what they requested and what they owned once (decision 2). */
function visibleTasks(
  param: Param,
  { userId, groups }: { userId: string; groups: string[] },
  search: UserTaskSearch,
  statuses: UserTaskStatus[],
): Branch[] {
  const me = param(userId);
  const mine = byUser(statuses).map(({ where }) => ({ where: [`t.user_id = ${me}`, ...where] }));
  if (search.userId === userId) return mine;

  const mineToo = `t.user_id IS DISTINCT FROM ${me}`;
  const wanted = search.userGroup === undefined ? groups : groups.filter((group) => group === search.userGroup);
  // Separation of duties beats membership: through their group they see no task that they are excluded from.
  const isExcluded = `coalesce(t.exclude_users ? ${me}, false)`;
  const held = wanted.flatMap((name) => {
    const group = param(name);
    return byGroup(statuses).map(({ where }) => ({
      where: [`t.user_group = ${group}`, mineToo, `NOT ${isExcluded}`, ...where],
    }));
  });
  if (wanted.length > 0 && search.userGroup !== undefined) return [...mine, ...held];

  const others = `${mineToo} AND (t.user_group IS NULL OR t.user_group <> ALL (${param(groups)}::text[]) OR ${isExcluded})`;
  const requested = statuses.map((status) => ({ where: [`t.requester = ${me}`, others, `t.status = '${status}'`] }));
  const past: Branch = {
    from: 'user_task_past_owner p JOIN user_task_run t USING (tenant_id, family_id, wf_run_id, guid)',
    where: [
      `p.user_id = ${me}`,
      others,
      `t.requester IS DISTINCT FROM ${me}`,
      ...(search.status ? [`t.status = '${search.status}'`] : []),
    ],
  };
  return [...mine, ...held, ...requested, past];
}

/** By who has, or had it when it ended. What nobody has is not theirs. */
function byUser(statuses: UserTaskStatus[]): Branch[] {
  return statuses
    .filter((status) => status !== 'UNASSIGNED')
    .map((status) => ({ where: [`t.status = '${status}'`, 't.user_id IS NOT NULL', ...workable(status)] }));
}

function byGroup(statuses: UserTaskStatus[]): Branch[] {
  return statuses.map((status) => ({
    where: [`t.status = '${status}'`, 't.user_group IS NOT NULL', ...workable(status)],
  }));
}

/** Lists by owner are lists of work: a suspended task is none (decision 8). */
const workable = (status: UserTaskStatus): string[] => (FINISHED.includes(status) ? [] : ['t.suspended_at IS NULL']);

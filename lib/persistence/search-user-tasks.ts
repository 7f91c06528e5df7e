// The search for user tasks: each list is one ordered index scan that ends at its limit, and several are merged.

import { createHash } from 'node:crypto';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { UserTaskSearch } from '#contracts/user-task-search.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { run } from './statement.ts';
import type { Store } from './store.ts';
import {
  type Branch,
  branchesOf,
  type Desk,
  FINISHED,
  OPEN,
  type Param,
  type Place,
  TENANT,
  type Viewer,
} from './user-task-branches.ts';
import { INFINITY, isByCreation, type Reading, readingOf, type TaskPlace } from './user-task-order.ts';
import { SUMMARY_COLUMNS, type SummaryInstants, summaryOf } from './user-task-view.ts';

/** Who asks for what; `desk` where it is for what is theirs in a way that no filter says. */
export type Question = { tenantId: string; viewer: Viewer; search: UserTaskSearch; desk?: Desk | undefined };
/** A task with where it stands in the order asked for. */
export type Found = { task: UserTaskRunSummary; place: TaskPlace };

/** Whether each list that the search is made of has an index for its order. */
export function isSortOffered(question: Question): boolean {
  const branches = branchesOf(() => '', question.viewer, placeOf(question));
  return isByCreation(question.search.sort) || branches.every(({ part }) => part !== undefined);
}

export async function searchUserTasks(
  store: Store,
  question: Question,
  { after, take }: { after: TaskPlace | null; take: number },
): Promise<Found[]> {
  const { values, param } = parametersOf(question);
  const branches = lookInto(store, param, question);
  const limit = param(take);
  const readings = branches.flatMap((branch) => {
    const reading = readingOf(param, question.search.sort, after, branch);
    return reading ? [{ branch, reading }] : [];
  });
  const [first] = readings;
  if (!first) return [];
  const direction = first.reading.order.endsWith('DESC') ? 'DESC' : 'ASC';
  const merged = (selects: string[], keys: string[]) => `
    SELECT * FROM (${selects.map((select) => `(${select})`).join(' UNION ALL ')}) found
    ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} LIMIT ${limit}`;
  const selectsOf = (isPlain: boolean) =>
    readings
      .filter(({ branch }) => (branch.part === 'plain') === isPlain)
      .map(({ branch, reading }) => selecting(branch, reading, limit));
  const [plain, others] = [selectsOf(true), selectsOf(false)];
  // That plain tasks are in order of rank PostgreSQL does not see, and would read each list of them to its limit.
  const text =
    first.reading.rank === null
      ? merged([...plain, ...others], CREATION)
      : merged([...others, ...(plain.length > 1 ? [merged(plain, CREATION)] : plain)], ['rank', ...CREATION]);
  return (await run<Row>(store.pool, named(text), values)).map(foundOf);
}

const CREATION = ['"createdAt"', '"wfRunId"', 'guid'];

/** How many each of them finds, counted up to `most`; all of one tenant. */
export async function countUserTasks(store: Store, questions: readonly Question[], most: number): Promise<number[]> {
  const [first] = questions;
  if (!first) return [];
  const { values, param } = parametersOf(first);
  const counts = questions.map((question) => {
    const before = values.length;
    const branches = lookInto(store, param, question);
    if (branches.length === 0) {
      // PostgreSQL refuses a parameter that nothing refers to.
      values.length = before;
      return '0';
    }
    const selects = branches.map((branch) => `(${forEach(branch, `SELECT ${from(branch)} LIMIT ${most}`)})`);
    return `(SELECT count(*)::int FROM (SELECT FROM (${selects.join(' UNION ALL ')}) found LIMIT ${most}) counted)`;
  });
  if (counts.every((count) => count === '0')) return counts.map(() => 0);
  // Without a name: which lists are counted together makes too many texts to prepare each on every connection.
  const text = `SELECT ARRAY[${counts.join(', ')}]::int[] AS counts`;
  const { rows } = await store.pool.query<{ counts: number[] }>({ text, values });
  return rows[0]?.counts ?? [];
}

function parametersOf({ tenantId }: Question): { values: unknown[]; param: Param } {
  const values: unknown[] = [tenantId];
  return { values, param: (value) => `$${values.push(value)}` };
}

/** The ways into the table, each with what is asked of the tasks that it finds. */
function lookInto({ testClock }: Store, param: Param, question: Question): Branch[] {
  const place = placeOf(question);
  const filters = filtersOf(param, question.search, place, testClock);
  if (filters === null || place.statuses.length === 0) return [];
  const { dueBefore, dueWithinHours, overdue, priorityMin = 0 } = question.search;
  const isOfDue = dueBefore !== undefined || dueWithinHours !== undefined || overdue === true;
  const isOfRanked = isOfDue || priorityMin > 50;
  return branchesOf(param, question.viewer, place)
    .filter(({ part }) => !(isOfRanked && part === 'plain'))
    .map((branch) => ({ ...branch, where: [...branch.where, ...filters] }));
}

function placeOf({ search, desk }: Question): Place {
  const { userId, userGroup, userTaskDefName, wfSpecName, wfRunId, suspended = false } = search;
  const userGroups = userGroup === undefined ? undefined : [...new Set([userGroup].flat())];
  const statuses = statusesOf(search);
  return { statuses, userId, userGroups, userTaskDefName, wfSpecName, wfRunId, suspended, desk };
}

function statusesOf(search: UserTaskSearch): UserTaskStatus[] {
  const { status, overdue, dueWithinHours, completedAfter, completedBefore } = search;
  const asked = status === undefined ? [...OPEN, ...FINISHED] : [...new Set([status].flat())];
  const isOfFinished = completedAfter !== undefined || completedBefore !== undefined;
  const isOfOpen = overdue || dueWithinHours !== undefined;
  return asked.filter((one) => !(isOfFinished && OPEN.includes(one)) && !(isOfOpen && FINISHED.includes(one)));
}

/** Null when nothing can match. */
function filtersOf(param: Param, search: UserTaskSearch, { userGroups }: Place, testClock: boolean): string[] | null {
  const filters: string[] = [];
  const compare = (value: unknown, condition: (given: string) => string) => {
    if (value !== undefined) filters.push(condition(param(value)));
  };
  compare(search.userId, (user) => `t.user_id = ${user}`);
  compare(userGroups, (groups) => `t.user_group = ANY (${groups}::text[])`);
  compare(search.userTaskDefName, (name) => `t.user_task_def_name = ${name}`);
  compare(search.userTaskDefVersion, (version) => `t.user_task_def_version = ${version}`);
  // A child run is found in the family of its root, which the keys begin with.
  compare(
    search.wfRunId,
    (id) => `(t.family_id, t.wf_run_id) =
      (SELECT r.family_id, r.id FROM wf_run r WHERE r.tenant_id = ${TENANT} AND r.id = ${id})`,
  );
  compare(search.wfSpecName, (name) => `t.wf_spec_name = ${name}`);
  compare(search.earliestStart, (at) => `t.created_at >= ${at}::timestamptz`);
  compare(search.latestStart, (at) => `t.created_at <= ${at}::timestamptz`);
  compare(search.completedAfter, (at) => `t.ended_at >= ${at}::timestamptz`);
  // It began before it ended, which is what its index is ordered by.
  compare(search.completedBefore, (at) => `t.ended_at < ${at}::timestamptz AND t.created_at < ${at}::timestamptz`);
  compare(search.dueBefore, (at) => `${DUE} < ${at}::timestamptz`);
  compare(search.priorityMin, (least) => `(- t.priority) <= (- ${least}::int)`);
  if (search.suspended !== undefined) filters.push(`t.suspended_at IS ${search.suspended ? 'NOT NULL' : 'NULL'}`);
  const now = () => `(SELECT docket_now(${param(testClock)}))`;
  compare(
    search.dueWithinHours,
    (hours) => `${DUE} >= ${now()} AND ${DUE} < ${now()} + make_interval(hours => ${hours}::int)`,
  );
  if (search.overdue !== undefined) {
    filters.push(search.overdue ? `${DUE} < ${now()}` : `(t.ended_at IS NOT NULL OR ${DUE} >= ${now()})`);
  }
  if (search.q === undefined) return filters;
  const words = search.q.match(/[\p{L}\p{N}]+/gu);
  if (!words) return null;
  const query = param(words.map((word) => `${word}:*`).join(' & '));
  return [
    ...filters,
    `(t.tenant_id, t.family_id, t.wf_run_id, t.guid) IN (
      SELECT d.tenant_id, d.family_id, d.wf_run_id, d.guid FROM user_task_detail d
      WHERE d.words @@ to_tsquery('simple', ${query})
    )`,
  ];
}

const DUE = `coalesce(t.due_at, 'infinity')`;

function selecting(branch: Branch, { rank, order, beyond }: Reading, limit: string): string {
  const columns = rank === null ? SUMMARY_COLUMNS : `${SUMMARY_COLUMNS}, ${rank} AS rank`;
  const wanted = from({ ...branch, where: [...branch.where, ...beyond] });
  return forEach(branch, `SELECT ${columns} ${wanted} ORDER BY ${order} LIMIT ${limit}`);
}

const forEach = ({ each }: Branch, select: string): string =>
  each === undefined ? select : `SELECT found.* FROM ${each} CROSS JOIN LATERAL (${select}) found`;

function from({ through, where }: Branch): string {
  const table =
    through === undefined
      ? 'user_task_run t'
      : `${through} p JOIN user_task_run t USING (tenant_id, family_id, wf_run_id, guid)`;
  return `FROM ${table} WHERE ${[`t.tenant_id = ${TENANT}`, ...where].join(' AND ')}`;
}

// Few texts come of it: which filters are given, not what they are, makes another.
const named = (text: string) => ({
  name: `search-user-tasks-${createHash('sha1').update(text).digest('hex')}`,
  text,
});

type Row = Omit<UserTaskRunSummary, keyof SummaryInstants> & SummaryInstants & { rank?: Date | number };

function foundOf({ rank, ...row }: Row): Found {
  const task = summaryOf(row);
  return { task, place: [placedAt(rank), task.createdAt, task.wfRunId, task.guid] };
}

function placedAt(rank: Date | number | undefined): string | number | null {
  if (rank === undefined) return null;
  if (rank instanceof Date) return rank.toISOString();
  return Number.isFinite(rank) ? rank : INFINITY;
}

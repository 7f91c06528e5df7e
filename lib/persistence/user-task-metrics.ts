// What the histories of user tasks tell of a window of time, and how old the open ones are. Each look is bounded: beyond a cap it says so
// instead of counting on.
import {
  AGE_BOUNDS,
  type MetricsGrouping,
  type UserTaskFigures,
  type UserTaskMetrics,
} from '#contracts/user-task-metrics.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { branchesOf, OPEN, type Param, TENANT } from './user-task-branches.ts';
import { timestampOf } from './user-task-view.ts';

const CAP = 100_000;
const LARGEST = 100;

const MOST_MOMENTS = 10;
const MOST_FIRINGS = 20;

const rounded = (expression: string): string => `round((${expression})::numeric, 3)::float8`;
/** How long it took, of those that a condition holds of; null of none. */
const spread = (condition: string): string => {
  const of = (aggregate: string) => rounded(`${aggregate} FILTER (WHERE ${condition})`);
  return `CASE WHEN count(*) FILTER (WHERE ${condition}) > 0 THEN json_build_object(
    'count', count(*) FILTER (WHERE ${condition}), 'min', ${of('min(seconds)')}, 'average', ${of('avg(seconds)')},
    'p50', ${of('percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)')},
    'p90', ${of('percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds)')}, 'max', ${of('max(seconds)')}) END`;
};
const spreadOf = (condition: string): string => `(SELECT ${spread(condition)} FROM told)`;
const timesOf = (what: string): string => `count(*) FILTER (WHERE what = '${what}')`;
const momentsOf = (condition: string, order: string, most: number): string =>
  listOf(`
    SELECT m.wf_run_id AS "wfRunId", m.guid, t.title, t.titles, m.at, ${rounded('m.seconds')} AS seconds, m.person AS "userId",
      m."group" AS "userGroup", m.type
    FROM (SELECT * FROM told WHERE ${condition} ORDER BY ${order} LIMIT ${most}) m
    JOIN user_task_run t ON t.tenant_id = $2 AND t.family_id = m.family_id AND t.wf_run_id = m.wf_run_id AND t.guid = m.guid
    ORDER BY ${order
      .split(', ')
      .map((one) => `m.${one}`)
      .join(', ')}`);
const countOf = (condition: string): string => `(SELECT count(*) FROM told WHERE ${condition})`;
const listOf = (rows: string): string => `(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) r)`;
const endedBy = (column: string): string =>
  listOf(`
    SELECT ${column} AS name, count(*) FILTER (WHERE what = 'completed') AS completed,
      count(*) FILTER (WHERE what = 'cancelled') AS cancelled
    FROM told WHERE what IN ('completed', 'cancelled') AND ${column} IS NOT NULL
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${LARGEST}`);

const HELD = `what IN ('handed over', 'released', 'completed', 'cancelled') AND person IS NOT NULL`;

// Events are written once, in order of time: a narrow index finds the blocks of a window. What an event ended had begun with the change of
// holder before it, which the task's key finds.
const TOLD: Statement = {
  name: 'tally-user-task-events',
  text: `
WITH happened AS MATERIALIZED (
  SELECT tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind = 'hook' AS by_hook, body ->> 'type' AS type,
    body -> 'before' AS before, body -> 'after' AS after
  FROM user_task_event
  WHERE tenant_id = $2 AND at >= $3::timestamptz AND at < $4::timestamptz
    AND (actor_kind = 'hook' OR body ->> 'type' IN ('ASSIGNED', 'COMPLETED', 'CANCELLED'))
  LIMIT $1 + 1
), known AS (
  SELECT h.*, t.user_task_def_name AS def, change.*, CASE
      WHEN h.type = 'COMPLETED' THEN 'completed'
      WHEN h.type = 'CANCELLED' THEN 'cancelled'
      WHEN h.seq = 0 THEN 'arrived'
      WHEN h.type <> 'ASSIGNED' OR old_user IS NOT DISTINCT FROM new_user THEN 'other'
      WHEN old_user IS NULL THEN 'claimed'
      WHEN new_user IS NULL THEN 'released'
      ELSE 'handed over'
    END AS what,
    CASE h.type WHEN 'ASSIGNED' THEN coalesce(old_user, new_user) ELSE t.user_id END AS person,
    CASE h.type WHEN 'ASSIGNED' THEN changed_group ELSE t.user_group END AS "group"
  FROM happened h JOIN user_task_run t USING (tenant_id, family_id, wf_run_id, guid)
  CROSS JOIN LATERAL (
    SELECT before ->> 'userId' AS old_user, after ->> 'userId' AS new_user,
      coalesce(before ->> 'userGroup', after ->> 'userGroup') AS changed_group
  ) change
), told AS MATERIALIZED (
  SELECT k.family_id, k.wf_run_id, k.guid, k.at, k.type, k.by_hook, k.what, k.person, k."group", k.def, CASE $8
      WHEN 'userTaskDef' THEN k.def WHEN 'userGroup' THEN k."group" WHEN 'user' THEN k.person
    END AS bucket, extract(epoch FROM k.at - since.at) AS seconds
  FROM known k
  LEFT JOIN LATERAL (
    SELECT p.at FROM user_task_event p
    WHERE p.tenant_id = k.tenant_id AND p.family_id = k.family_id AND p.wf_run_id = k.wf_run_id AND p.guid = k.guid
      AND p.seq < k.seq AND p.body ->> 'type' = 'ASSIGNED'
      AND (p.seq = 0 OR p.body -> 'before' ->> 'userId' IS DISTINCT FROM p.body -> 'after' ->> 'userId')
    ORDER BY p.seq DESC LIMIT 1
  ) since ON k.what NOT IN ('other', 'arrived')
  WHERE ($5::text IS NULL OR k.def = $5) AND ($6::text IS NULL OR k."group" = $6) AND ($7::text IS NULL OR k.person = $7)
)
SELECT (SELECT count(*) > $1 FROM happened) AS "isCapped",
  ${spreadOf(`what = 'claimed'`)} AS "timeToClaim",
  ${spreadOf(HELD)} AS "timeInHand",
  ${listOf(`
    SELECT person AS "userId", ${spread('true')} AS "timeInHand"
    FROM told WHERE ${HELD} GROUP BY person ORDER BY count(*) DESC, person LIMIT ${LARGEST}`)} AS holders,
  ${countOf(`what = 'handed over'`)}::int AS "handOvers",
  ${countOf(`what = 'released'`)}::int AS releases,
  ${listOf('SELECT type, count(*) FROM told WHERE by_hook GROUP BY type ORDER BY type')} AS "hookFirings",
  json_build_object(
    'completed', ${countOf(`what = 'completed'`)}, 'cancelled', ${countOf(`what = 'cancelled'`)},
    'byUserTaskDef', ${endedBy('def')}, 'byUserGroup', ${endedBy('"group"')}, 'byUser', ${endedBy('person')}
  ) AS throughput,
  ${listOf(`
    SELECT to_char(at AT TIME ZONE $9, 'YYYY-MM-DD') AS day, ${timesOf('arrived')} AS arrived,
      ${timesOf('completed')} AS completed, ${timesOf('cancelled')} AS cancelled
    FROM told WHERE what IN ('arrived', 'completed', 'cancelled') GROUP BY 1 ORDER BY 1`)} AS days,
  ${listOf(`
    SELECT bucket AS name, ${timesOf('arrived')} AS arrived, ${timesOf('completed')} AS completed,
      ${timesOf('cancelled')} AS cancelled, ${spread(`what = 'claimed'`)} AS "timeToClaim",
      ${spread(HELD)} AS "timeInHand", count(*) FILTER (WHERE by_hook) AS "hookFirings"
    FROM told WHERE bucket IS NOT NULL GROUP BY bucket ORDER BY count(*) DESC, bucket LIMIT ${LARGEST}`)} AS groups,
  ${momentsOf(`what = 'claimed'`, 'seconds DESC, at', MOST_MOMENTS)} AS "longestToClaim",
  ${momentsOf(HELD, 'seconds DESC, at', MOST_MOMENTS)} AS "longestInHand",
  ${momentsOf('by_hook', 'at DESC, guid', MOST_FIRINGS)} AS "latestFirings"`,
};

/** What the metrics are about, beside the window; null is any. */
export type MetricsScope = { userTaskDefName: string | null; userGroup: string | null; userId: string | null };
/** By what they are told apart, if by anything. */
type Grouping = { by: MetricsGrouping | null };
type OpenFigures = Pick<UserTaskFigures, 'name' | 'open' | 'overdue'>;
type Told = Omit<UserTaskMetrics, 'from' | 'to' | 'ageing' | 'open' | 'groups'> & {
  groups: Omit<UserTaskFigures, 'open' | 'overdue'>[];
};

export async function tallyUserTaskEvents(
  { pool }: Store,
  tenantId: string,
  {
    userTaskDefName,
    userGroup,
    userId,
    by,
    from,
    to,
    zone,
  }: MetricsScope & Grouping & { from: string; to: string; zone: string },
): Promise<Told> {
  const values = [CAP, tenantId, from, to, userTaskDefName, userGroup, userId, by, zone];
  const [told] = await run<Told>(pool, TOLD, values);
  if (told === undefined) throw new Error('an aggregate gave no row');
  const { longestToClaim, longestInHand, latestFirings } = told;
  for (const moment of [longestToClaim, longestInHand, latestFirings].flat())
    moment.at = timestampOf(new Date(moment.at));
  return told;
}

const COLUMNS: Record<MetricsGrouping, string> = {
  userTaskDef: 't.user_task_def_name',
  userGroup: 't.user_group',
  user: 't.user_id',
};

/** Of the lists that the scope is made of, each by its index. */
function openTasks(param: Param, { userTaskDefName, userGroup, userId }: MetricsScope, { by }: Grouping): Statement {
  const place = {
    statuses: OPEN,
    userId: userId ?? undefined,
    userGroups: userGroup === null ? undefined : [userGroup],
    userTaskDefName: userTaskDefName ?? undefined,
  };
  const wanted = { user_id: userId, user_group: userGroup, user_task_def_name: userTaskDefName };
  const filters = Object.entries(wanted).flatMap(([column, value]) =>
    value === null ? [] : [`t.${column} = ${param(value)}`],
  );
  const columns = `t.status, t.created_at, t.due_at, ${by === null ? 'NULL::text' : COLUMNS[by]} AS name`;
  const branches = branchesOf(param, 'all', place).map(({ where }) => {
    const conditions = [`t.tenant_id = ${TENANT}`, 't.suspended_at IS NULL', ...where, ...filters];
    return `(SELECT ${columns} FROM user_task_run t WHERE ${conditions.join(' AND ')} LIMIT $2 + 1)`;
  });
  const scope = Object.values(wanted).map((value) => (value === null ? 'any' : 'one'));
  return {
    name: ['tally-open-user-tasks', ...scope, by ?? 'whole'].join('-'),
    text: `
SELECT status, width_bucket(extract(epoch FROM docket_now($3) - created_at), ARRAY[${AGE_BOUNDS.join(', ')}]) AS bucket,
  coalesce(due_at < docket_now($3), false) AS "isOverdue", name, count(*)::int AS count,
  sum(count(*)) OVER (PARTITION BY status)::int > $2 AS "isCapped"
FROM (${branches.join(' UNION ALL ')}) open GROUP BY status, bucket, "isOverdue", name`,
  };
}

type OpenRow = {
  status: UserTaskStatus;
  bucket: number;
  isOverdue: boolean;
  name: string | null;
  count: number;
  isCapped: boolean;
};

export async function tallyOpenUserTasks(
  { pool, testClock }: Store,
  tenantId: string,
  scope: MetricsScope & Grouping,
): Promise<Pick<UserTaskMetrics, 'ageing' | 'open' | 'isCapped'> & { groups: OpenFigures[] }> {
  const values: unknown[] = [tenantId, CAP, testClock];
  const statement = openTasks((value) => `$${values.push(value)}`, scope, scope);
  const rows = await run<OpenRow>(pool, statement, values);
  const countOfOpen = (isCounted: (row: OpenRow) => boolean): number =>
    rows.reduce((sum, row) => (isCounted(row) ? sum + row.count : sum), 0);
  const groups = new Map<string, OpenFigures>();
  for (const { name, count, isOverdue } of rows) {
    if (name === null) continue;
    const known = groups.get(name) ?? { name, open: 0, overdue: 0 };
    groups.set(name, { name, open: known.open + count, overdue: known.overdue + (isOverdue ? count : 0) });
  }
  return {
    ageing: OPEN.flatMap((status) =>
      [...AGE_BOUNDS, null].map((under, bucket) => ({
        status,
        under,
        count: countOfOpen((row) => row.status === status && row.bucket === bucket),
      })),
    ),
    open: {
      unassigned: countOfOpen(({ status }) => status === 'UNASSIGNED'),
      assigned: countOfOpen(({ status }) => status === 'ASSIGNED'),
      overdue: countOfOpen(({ isOverdue }) => isOverdue),
    },
    groups: [...groups.values()].sort((a, b) => b.open - a.open).slice(0, LARGEST),
    isCapped: rows.some(({ isCapped }) => isCapped),
  };
}

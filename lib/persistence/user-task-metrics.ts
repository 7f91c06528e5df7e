// What the histories of user tasks tell of a window of time, and how old the open ones are. Each look is bounded: beyond a cap it says so
// instead of counting on.
import { AGE_BOUNDS, type UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { branchesOf, OPEN, type Param, TENANT } from './user-task-branches.ts';

const CAP = 100_000;
const LARGEST = 100;

const rounded = (expression: string): string => `round((${expression})::numeric, 3)::float8`;
const SPREAD = `
  'count', count(*), 'min', ${rounded('min(seconds)')}, 'average', ${rounded('avg(seconds)')},
  'p50', ${rounded('percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)')},
  'p90', ${rounded('percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds)')}, 'max', ${rounded('max(seconds)')}`;

const spreadOf = (condition: string): string =>
  `(SELECT CASE WHEN count(*) > 0 THEN json_build_object(${SPREAD}) END FROM told WHERE ${condition})`;
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
      WHEN h.type <> 'ASSIGNED' OR h.seq = 0 OR old_user IS NOT DISTINCT FROM new_user THEN 'other'
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
  SELECT k.type, k.by_hook, k.what, k.person, k."group", k.def, extract(epoch FROM k.at - since.at) AS seconds
  FROM known k
  LEFT JOIN LATERAL (
    SELECT p.at FROM user_task_event p
    WHERE p.tenant_id = k.tenant_id AND p.family_id = k.family_id AND p.wf_run_id = k.wf_run_id AND p.guid = k.guid
      AND p.seq < k.seq AND p.body ->> 'type' = 'ASSIGNED'
      AND (p.seq = 0 OR p.body -> 'before' ->> 'userId' IS DISTINCT FROM p.body -> 'after' ->> 'userId')
    ORDER BY p.seq DESC LIMIT 1
  ) since ON k.what <> 'other'
  WHERE ($5::text IS NULL OR k.def = $5) AND ($6::text IS NULL OR k."group" = $6) AND ($7::text IS NULL OR k.person = $7)
)
SELECT (SELECT count(*) > $1 FROM happened) AS "isCapped",
  ${spreadOf(`what = 'claimed'`)} AS "timeToClaim",
  ${spreadOf(HELD)} AS "timeInHand",
  ${listOf(`
    SELECT person AS "userId", json_build_object(${SPREAD}) AS "timeInHand"
    FROM told WHERE ${HELD} GROUP BY person ORDER BY count(*) DESC, person LIMIT ${LARGEST}`)} AS holders,
  ${countOf(`what = 'handed over'`)}::int AS "handOvers",
  ${countOf(`what = 'released'`)}::int AS releases,
  ${listOf('SELECT type, count(*) FROM told WHERE by_hook GROUP BY type ORDER BY type')} AS "hookFirings",
  json_build_object(
    'completed', ${countOf(`what = 'completed'`)}, 'cancelled', ${countOf(`what = 'cancelled'`)},
    'byUserTaskDef', ${endedBy('def')}, 'byUserGroup', ${endedBy('"group"')}, 'byUser', ${endedBy('person')}
  ) AS throughput`,
};

/** What the metrics are about, beside the window; null is any. */
export type MetricsScope = { userTaskDefName: string | null; userGroup: string | null; userId: string | null };
type Told = Omit<UserTaskMetrics, 'from' | 'to' | 'ageing'>;

export async function tallyUserTaskEvents(
  { pool }: Store,
  tenantId: string,
  { userTaskDefName, userGroup, userId, from, to }: MetricsScope & { from: string; to: string },
): Promise<Told> {
  const [told] = await run<Told>(pool, TOLD, [CAP, tenantId, from, to, userTaskDefName, userGroup, userId]);
  return told ?? Promise.reject(new Error('an aggregate gave no row'));
}

/** Of the lists that the scope is made of, each by its index. */
function ageing(param: Param, { userTaskDefName, userGroup, userId }: MetricsScope): Statement {
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
  const branches = branchesOf(param, 'all', place).map(({ where }) => {
    const conditions = [`t.tenant_id = ${TENANT}`, 't.suspended_at IS NULL', ...where, ...filters];
    return `(SELECT t.status, t.created_at FROM user_task_run t WHERE ${conditions.join(' AND ')} LIMIT $2 + 1)`;
  });
  return {
    name: `tally-open-user-tasks-${Object.values(wanted)
      .map((value) => (value === null ? 'any' : 'one'))
      .join('-')}`,
    text: `
SELECT status, width_bucket(extract(epoch FROM docket_now($3) - created_at), ARRAY[${AGE_BOUNDS.join(', ')}]) AS bucket,
  count(*)::int AS count, sum(count(*)) OVER (PARTITION BY status)::int > $2 AS "isCapped"
FROM (${branches.join(' UNION ALL ')}) open GROUP BY status, bucket`,
  };
}

type AgeRow = { status: UserTaskStatus; bucket: number; count: number; isCapped: boolean };

export async function tallyOpenUserTasks(
  { pool, testClock }: Store,
  tenantId: string,
  scope: MetricsScope,
): Promise<Pick<UserTaskMetrics, 'ageing' | 'isCapped'>> {
  const values: unknown[] = [tenantId, CAP, testClock];
  const statement = ageing((value) => `$${values.push(value)}`, scope);
  const rows = await run<AgeRow>(pool, statement, values);
  return {
    ageing: OPEN.flatMap((status) =>
      [...AGE_BOUNDS, null].map((under, bucket) => ({
        status,
        under,
        count: rows.find((row) => row.status === status && row.bucket === bucket)?.count ?? 0,
      })),
    ),
    isCapped: rows.some(({ isCapped }) => isCapped),
  };
}

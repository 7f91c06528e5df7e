// What hangs on definitions: open and finished work by form, each look bounded, and the WfSpecs that name them.
import {
  type DefinitionUser,
  MAX_COUNTED,
  type UserTaskDefSort,
  type UserTaskDefSummary,
  type UserTaskDefUse,
} from '#contracts/definition-use.ts';
import { AGE_BOUNDS } from '#contracts/user-task-metrics.ts';
import type { DefinitionKind } from './definition-rows.ts';
import { likePrefix } from './name-page.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { type FINISHED, OPEN, PARTS } from './user-task-branches.ts';

/** Where a page ended: what it is ordered by (null: by name alone), and the name. */
export type SummaryPlace = [number | null, string];

/** How many forms an order by numbers looks at. */
const MOST_RANKED = 2_000;

const ofDef = (name: string): string => `t.tenant_id = $1 AND t.user_task_def_name = ${name}`;
const NOW = 'docket_now($2)';

/** Names of definitions have a collation that the index of the tasks has not. */
const NAME = 'f.name COLLATE "default"';

/** The open tasks of one form, each part by its index. */
const openOf = (columns: string, name: string): string =>
  OPEN.flatMap((status) =>
    Object.values(PARTS).map(
      (part) =>
        `(SELECT ${columns} FROM user_task_run t WHERE ${[ofDef(name), `t.status = '${status}'`, ...part].join(' AND ')} LIMIT ${MAX_COUNTED})`,
    ),
  ).join(' UNION ALL ');

const endedOf = (status: (typeof FINISHED)[number]): string =>
  `(SELECT count(*)::int FROM (
    SELECT FROM user_task_run t WHERE ${ofDef(NAME)} AND t.status = '${status}' LIMIT ${MAX_COUNTED}) ended)`;

const BUCKET = `width_bucket(extract(epoch FROM ${NOW} - created_at), ARRAY[${AGE_BOUNDS.join(', ')}])`;
const BUCKETS = [...AGE_BOUNDS, null];
const inBucket = (bucket: number): string => `count(*) FILTER (WHERE ${BUCKET} = ${bucket})::int`;
const AGES = `ARRAY[${BUCKETS.map((_, bucket) => inBucket(bucket)).join(', ')}]`;

const ageingOf = (ages: readonly (readonly number[])[]): UserTaskDefSummary['ageing'] =>
  BUCKETS.map((under, bucket) => ({ under, count: ages.reduce((sum, one) => sum + (one[bucket] ?? 0), 0) }));

const OPEN_COUNTS = `
  count(*) FILTER (WHERE status = 'UNASSIGNED')::int AS unassigned,
  count(*) FILTER (WHERE status = 'ASSIGNED')::int AS assigned,
  count(*) FILTER (WHERE due_at < ${NOW})::int AS overdue`;

const RANKS: Record<UserTaskDefSort, string | null> = {
  name: null,
  '-name': null,
  '-changed': 'extract(epoch FROM f.created_at)::float8',
  '-open': '(open.unassigned + open.assigned)::float8',
  '-overdue': 'open.overdue::float8',
};

/** By name a page of forms is found first; another order has all their numbers first, up to a bound. */
function summarizing(sort: UserTaskDefSort): Statement {
  const rank = RANKS[sort];
  const [beyond, direction] = sort === '-name' ? ['<', 'DESC'] : ['>', 'ASC'];
  const isAfter = `($5::text IS NULL OR name ${beyond} $5)`;
  const isAfterRank = `($5::text IS NULL OR ${rank} < $6::float8 OR (${rank} = $6 AND f.name > $5))`;
  return {
    name: `summarize-user-task-defs-${sort}`,
    text: `
WITH found AS MATERIALIZED (
  SELECT name, major AS version, body, created_at FROM definition d
  WHERE tenant_id = $1 AND kind = 'UserTaskDef' AND ($3::text IS NULL OR name ILIKE $3 OR (body ->> 'displayName') ILIKE $3)
    ${rank === null ? `AND ${isAfter}` : ''}
    AND NOT EXISTS (
      SELECT FROM definition n
      WHERE n.tenant_id = $1 AND n.kind = 'UserTaskDef' AND n.name = d.name AND n.major > d.major
    )
  ORDER BY name ${direction} LIMIT ${rank === null ? '$4' : MOST_RANKED}
)
SELECT f.name, f.version, f.body -> 'displayName' AS "displayName", json_array_length(f.body -> 'fields') AS fields,
  f.created_at AS "createdAt", open.*, ${endedOf('DONE')} AS done, ${endedOf('CANCELLED')} AS cancelled,
  (SELECT count(*)::int FROM definition d WHERE d.tenant_id = $1 AND d.kind = 'UserTaskDef' AND d.name = f.name) AS versions,
  ARRAY(
    SELECT DISTINCT u.name FROM definition_use u
    WHERE u.tenant_id = $1 AND u.used_kind = 'UserTaskDef' AND u.used_name = f.name AND u.kind = 'WfSpec'
    ORDER BY 1 LIMIT 20
  ) AS "wfSpecs", ${rank ?? 'NULL'} AS rank
FROM found f CROSS JOIN LATERAL (
  SELECT ${OPEN_COUNTS}, ${AGES} AS ages
  FROM (${openOf('t.status, t.created_at, t.due_at', NAME)}) work
) open
${rank === null ? '' : `WHERE ${isAfterRank}`}
ORDER BY ${rank === null ? `f.name ${direction}` : `${rank} DESC, f.name`} LIMIT $4`,
  };
}

type SummaryRow = Omit<UserTaskDefSummary, 'ageing' | 'createdAt' | 'displayName'> & {
  createdAt: Date;
  displayName: UserTaskDefSummary['displayName'] | null;
  ages: number[];
  rank: number | null;
};

/** A page of forms, each in its latest version, with what is open and finished of it; one query. */
export async function summarizeUserTaskDefs(
  { pool, testClock }: Store,
  tenantId: string,
  { sort, q, after, take }: { sort: UserTaskDefSort; q: string | null; after: SummaryPlace | null; take: number },
): Promise<{ summary: UserTaskDefSummary; place: SummaryPlace }[]> {
  const [rankAfter = null, nameAfter = null] = after ?? [];
  const like = q === null ? null : `%${likePrefix(q)}%`;
  const values = [tenantId, testClock, like, take, nameAfter, ...(RANKS[sort] === null ? [] : [rankAfter])];
  const rows = await run<SummaryRow>(pool, summarizing(sort), values);
  return rows.map(({ ages, rank, createdAt, displayName, ...row }) => ({
    summary: {
      ...row,
      ...(displayName !== null && { displayName }),
      createdAt: createdAt.toISOString(),
      ageing: ageingOf([ages]),
    },
    place: [rank, row.name],
  }));
}

const OPEN_BY_VERSION: Statement = {
  name: 'tally-open-user-tasks-by-version',
  text: `
SELECT user_task_def_version AS version, ${OPEN_COUNTS}, ${AGES} AS ages
FROM (${openOf('t.user_task_def_version, t.status, t.created_at, t.due_at', '$3')}) work
GROUP BY user_task_def_version ORDER BY user_task_def_version DESC`,
};

/** What of a form is open, by its version, newest first, and how old all of it is. */
export async function tallyOpenByVersion(
  { pool, testClock }: Store,
  tenantId: string,
  name: string,
): Promise<Pick<UserTaskDefUse, 'open' | 'ageing'>> {
  type Row = UserTaskDefUse['open'][number] & { ages: number[] };
  const rows = await run<Row>(pool, OPEN_BY_VERSION, [tenantId, testClock, name]);
  return { open: rows.map(({ ages, ...row }) => row), ageing: ageingOf(rows.map(({ ages }) => ages)) };
}

const USERS: Statement = {
  name: 'list-users-of-definition',
  text: `
SELECT DISTINCT ON (u.name) u.name AS "wfSpecName", u.major AS "majorVersion", u.revision, u.used_major AS "usedVersion",
  NOT EXISTS (
    SELECT FROM definition d WHERE d.tenant_id = $1 AND d.kind = 'WfSpec' AND d.name = u.name
      AND (d.major, d.revision) > (u.major, u.revision)
  ) AS "isLatest"
FROM definition_use u WHERE u.tenant_id = $1 AND u.used_kind = $2 AND u.used_name = $3 AND u.kind = 'WfSpec'
ORDER BY u.name, u.major DESC, u.revision DESC LIMIT 100`,
};

/** The WfSpecs that name a definition in any of its versions, each in the last version that does. */
export const listDefinitionUsers = (
  { pool }: Store,
  tenantId: string,
  { kind, name }: { kind: DefinitionKind; name: string },
): Promise<DefinitionUser[]> => run<DefinitionUser>(pool, USERS, [tenantId, kind, name]);

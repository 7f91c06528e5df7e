// `node bench/user-task-lists.ts [tasks]`: what a page of each list in each order that is offered reads, with a million user tasks in the table.
// A page of twenty may touch sixty buffers, and eight more for each further group, whose two parts are looked up besides; more is a failure.
// Long, and so no part of `npm test`.

import pg from 'pg';
import { parseCall } from '#contracts/operations/parse-call.ts';
import type { CallOf, OutputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { USER_TASK_SORTS } from '#contracts/user-task-search.ts';
import { type Deps, openDeps } from '#services/deps.ts';
import { invoke } from '#services/invoke.ts';
import { applyMigrations } from '../scripts/database/migrations.ts';
import { withScratchDatabase } from '../scripts/database/scratch-database.ts';
import { machine } from './support/machine.ts';
import { table } from './support/summary.ts';

const TASKS = Number(process.argv[2] ?? 1_000_000);
const MOST_BUFFERS = 60;
const MORE_FOR_A_GROUP = 8;
const PAGE = 20;
/** How far on the second page lies that is looked at. */
const DEPTH = 800;

const person = (userId: string, groups: string[], isAdmin = false): Principal => ({
  kind: 'user',
  tenantId: 'bench',
  userId,
  displayName: userId,
  groups,
  isAdmin,
});
const admin = person('ada', [], true);
const busy = person('u0', ['g0']);
const member = person('u1', ['g1', 'g2', 'g3', 'g4', 'g5']);

// A fifth is open, all mixed up in the table; half of that is one user's, one group's and one definition's, and half has a due date.
const FILL = `
INSERT INTO user_task_run (tenant_id, family_id, wf_run_id, guid, thread_run_number, position, wf_spec_name, user_task_def_name,
  user_task_def_version, title, context, status, user_id, user_group, requester, priority, due_at, urgency_at, epoch, version,
  next_event_seq, next_comment_id, comment_count, has_draft, created_at, ended_at)
SELECT 'bench', 'r' || n, 'r' || n, '0-1', 0, 1, 'it-request', 'f' || many, 0, 'Approve the request', 'Order ' || n, status,
  CASE WHEN status <> 'UNASSIGNED' THEN 'u' || many END, 'g' || many, 'q' || many, priority, due_at,
  coalesce(due_at, created_at + interval '7 days') - (priority - 50) * interval '2.4 hours', 1, 1, 2, 1, 0, false,
  created_at, CASE WHEN status = 'DONE' THEN created_at + interval '1 hour' END
FROM (
  SELECT n, created_at, CASE WHEN h / 10 % 2 = 0 THEN 0 ELSE h / 20 % 200 END AS many,
    CASE WHEN h % 5 > 0 THEN 'DONE' WHEN h / 5 % 2 = 0 THEN 'UNASSIGNED' ELSE 'ASSIGNED' END AS status,
    CASE WHEN n % 4 = 0 THEN h % 101 ELSE 50 END AS priority,
    CASE WHEN n % 2 = 0 THEN created_at + h % 2000 * interval '1 hour' END AS due_at
  FROM (
    SELECT n, (hashint4(n)::bigint + 2147483648) AS h, timestamptz '2026-01-01' + n * interval '20 seconds' AS created_at
    FROM generate_series(1, $1::int) n
  ) numbered
) mixed ORDER BY n`;

type Search = CallOf<'searchUserTaskRuns'>;
const OPEN: ('UNASSIGNED' | 'ASSIGNED')[] = ['UNASSIGNED', 'ASSIGNED'];
const WORK_LISTS: [string, Principal, Search][] = [
  ['mine, many', busy, { userId: 'u0', status: 'ASSIGNED' }],
  ['mine, some', member, { userId: 'u1', status: 'ASSIGNED' }],
  ["a group's unclaimed", busy, { userGroup: 'g0', status: 'UNASSIGNED' }],
  ['available, one group', busy, { available: true }],
  ["a person's, to an admin", admin, { userId: 'u0', status: 'ASSIGNED' }],
  ["a definition's unclaimed", admin, { userTaskDefName: 'f0', status: 'UNASSIGNED' }],
  ["a definition's open", admin, { userTaskDefName: 'f0', status: OPEN }],
  ['available, five groups', member, { available: true }],
];
const OTHER_LISTS: [string, Principal, Search][] = [
  ['everything', admin, {}],
  ['of a status', admin, { status: 'DONE' }],
  ['done by me', busy, { userId: 'u0', status: 'DONE' }],
  ["a definition's", admin, { userTaskDefName: 'f7' }],
  ["a group's that others have", busy, { userGroup: 'g0', status: 'ASSIGNED' }],
];
const QUESTIONS = [
  ...WORK_LISTS.flatMap(([name, who, search]) =>
    USER_TASK_SORTS.map((sort) => ({ name, who, search: { ...search, sort } })),
  ),
  ...OTHER_LISTS.flatMap(([name, who, search]) =>
    (['created', '-created'] as const).map((sort) => ({ name, who, search: { ...search, sort } })),
  ),
];

async function find(deps: Deps, principal: Principal, search: Search): Promise<OutputOf<'searchUserTaskRuns'>> {
  const query = Object.fromEntries(Object.entries(search));
  const parsed = parseCall('searchUserTaskRuns', { query });
  if (!parsed.ok) throw new Error(parsed.refusal.detail);
  const outcome = await invoke(deps, 'searchUserTaskRuns', { principal }, parsed.input);
  if (outcome.ok) return outcome.output;
  throw new Error(outcome.refusal.detail);
}

type Asked = { text: string; values: unknown[] };
type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
type Explained = { 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] };

/** What the statement behind a page touches. */
async function explain(deps: Deps, principal: Principal, search: Search): Promise<{ buffers: number; ms: number }> {
  const { pool } = deps.store;
  const asked: Asked[] = [];
  const query = pool.query;
  Object.assign(pool, {
    query: (statement: Asked) => {
      asked.push(statement);
      return Reflect.apply(query, pool, [statement]);
    },
  });
  await find(deps, principal, search);
  Object.assign(pool, { query });
  const [statement] = asked;
  if (!statement) throw new Error('nothing was asked');
  const text = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`;
  const { rows } = await pool.query<Explained>({ text, values: statement.values });
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error('nothing was explained');
  const { Plan: plan, 'Execution Time': ms } = explained;
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], ms };
}

/** The bookmark of the page that is so far on, or null where the list is shorter. */
async function bookmarkAt(deps: Deps, principal: Principal, search: Search): Promise<string | null> {
  let bookmark: string | null = null;
  for (let read = 0; read < DEPTH; read += 200) {
    const page: OutputOf<'searchUserTaskRuns'> = await find(deps, principal, {
      ...search,
      limit: 200,
      ...(bookmark !== null && { bookmark }),
    });
    if (page.bookmark === null) return null;
    bookmark = page.bookmark;
  }
  return bookmark;
}

async function fill(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(FILL, [TASKS]);
  await client.query('VACUUM ANALYZE user_task_run');
  await client.end();
}

const isWithin = await withScratchDatabase(async (databaseUrl) => {
  await applyMigrations(databaseUrl);
  console.log(await machine(databaseUrl));
  const deps = openDeps({ databaseUrl, poolSize: 1, testClock: false });
  await fill(databaseUrl);
  const rows: string[][] = [];
  let failures = 0;
  for (const { name, who, search } of QUESTIONS) {
    const first = await explain(deps, who, { ...search, limit: PAGE });
    const bookmark = await bookmarkAt(deps, who, search);
    const later = bookmark === null ? null : await explain(deps, who, { ...search, limit: PAGE, bookmark });
    const worst = Math.max(first.buffers, later?.buffers ?? 0);
    const groups = search.available && who.kind === 'user' ? who.groups.length : 1;
    const allowed = MOST_BUFFERS + (groups - 1) * MORE_FOR_A_GROUP;
    if (worst > allowed) failures++;
    rows.push([
      name,
      search.sort,
      String(first.buffers),
      first.ms.toFixed(2),
      later ? String(later.buffers) : '-',
      later ? later.ms.toFixed(2) : '-',
      `${worst} of ${allowed}${worst > allowed ? ', TOO MUCH' : ''}`,
    ]);
  }
  console.log(table([['list', 'sort', 'first page', 'ms', `after ${DEPTH}`, 'ms', 'buffers'], ...rows]));
  console.log(`${TASKS} user tasks, pages of ${PAGE}: ${failures} of ${rows.length} lists read too much.`);
  await deps.close();
  return failures === 0;
});
if (!isWithin) process.exitCode = 1;

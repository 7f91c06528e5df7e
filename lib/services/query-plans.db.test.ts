// Every list goes by an index: with much in the tables, what each asks of the database is looked at for the rows that it reads through.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallOf, OperationId } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { USER_TASK_SORTS } from '#contracts/user-task-search.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, openDocket, person, TENANT } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

const ROWS = 20_000;
/** A run that has given much to programs. */
const WITH_TASKS = 'with-tasks';
const AT = `timestamptz '2026-01-01' + n * interval '1 second'`;

/** Much of everything, of which each search wants little. */
const FILL = [
  `INSERT INTO definition (tenant_id, kind, name, major, revision, body)
   SELECT '${TENANT}', k, 'filler-' || n, 0, 0, '{}' FROM generate_series(1, ${ROWS / 10}) n,
     unnest(ARRAY['TaskDef', 'UserTaskDef', 'StructDef', 'ExternalEventDef', 'WorkflowEventDef', 'MigrationPlan']) k`,
  `INSERT INTO wf_run (tenant_id, id, family_id, parent_id, schedule_id, wf_spec_name, major_version, revision, status, started_at, ended_at)
   SELECT '${TENANT}', 'r' || n, 'r' || n, CASE WHEN n % 2 = 0 THEN 'p' || n / 100 END, CASE WHEN n % 3 = 0 THEN 's' || n / 100 END,
     CASE WHEN n % 50 = 0 THEN 'it-request' ELSE 'filler' END, 0, 0, 'COMPLETED', ${AT}, ${AT} FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO searchable_value (tenant_id, family_id, wf_run_id, wf_spec_name, name, path, value, started_at)
   SELECT '${TENANT}', 'r' || n, 'r' || n, 'findable', 'city', '', 'c' || n % 500, ${AT} FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO external_event (tenant_id, family_id, wf_run_id, def_name, guid, created_at, claimed_thread, claimed_position)
   SELECT '${TENANT}', 'r' || n, 'r' || n, 'd' || n % 100, 'g' || n, ${AT}, CASE WHEN n % 10 <> 0 THEN 0 END, 1
   FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO workflow_event (tenant_id, family_id, wf_run_id, def_name, number, created_at, thread_run_number, position)
   SELECT '${TENANT}', 'r' || n / 10, 'r' || n / 10, 'd', n % 10, ${AT}, 0, n FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO correlated_event (tenant_id, def_name, key, created_at)
   SELECT '${TENANT}', 'd' || n % 100, 'k' || n, ${AT} FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO timer (tenant_id, family_id, wf_run_id, key, due_at, try_at, tries, reason)
   SELECT '${TENANT}', 'r' || n, 'r' || n, 'k', ${AT}, ${AT}, 0, CASE WHEN n % 1000 = 0 THEN 'no' END FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO scheduled_wf_run (tenant_id, id, wf_spec_name, cron, time_zone, variables, created_at)
   SELECT '${TENANT}', 's' || n, 'w' || n % 100, '0 0 * * *', 'UTC', '{}', ${AT} FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO bulk_job (tenant_id, id, type, criteria, status, created_by, created_at, ended_at, due_at)
   SELECT '${TENANT}', 'j' || n, 'DELETE_WF_RUNS', '{"type": "DELETE_WF_RUNS", "wfSpecName": "w", "status": "ERROR"}',
     CASE WHEN n % 1000 = 0 THEN 'FAILED' ELSE 'COMPLETED' END, 'ada', ${AT}, ${AT}, ${AT} FROM generate_series(1, ${ROWS}) n`,
  // A fifth open, every third open one with a due date; one in fifty a user's, a group's or a definition's.
  `INSERT INTO user_task_run (tenant_id, family_id, wf_run_id, guid, thread_run_number, position, wf_spec_name, user_task_def_name,
     user_task_def_version, title, status, user_id, user_group, requester, priority, due_at, urgency_at, epoch, version, next_event_seq,
     next_comment_id, comment_count, has_draft, created_at, ended_at)
   SELECT '${TENANT}', 'r' || n, 'r' || n, '0-1', 0, 1, CASE n % 50 WHEN 0 THEN 'it-request' ELSE 'w' END,
     CASE n % 50 WHEN 0 THEN 'approve-it-request' ELSE 'f' || n % 50 END, 0, 'Approve',
     CASE WHEN n % 5 > 0 THEN 'DONE' WHEN n / 5 % 2 = 0 THEN 'UNASSIGNED' ELSE 'ASSIGNED' END,
     CASE WHEN n % 5 > 0 OR n / 5 % 2 = 1 THEN 'u' || n / 10 % 50 END, 'g' || n / 10 % 50, 'q' || n % 50, 50,
     CASE WHEN n % 3 = 0 THEN ${AT} END, ${AT}, 0, 0, 1, 1, 0, false, ${AT}, CASE WHEN n % 5 > 0 THEN ${AT} END
   FROM generate_series(1, ${ROWS}) n`,
  // One person had very much that somebody else cancelled.
  `UPDATE user_task_run SET status = 'CANCELLED', user_id = 'c7'
   FROM generate_series(1, ${ROWS}) n WHERE wf_run_id = 'r' || n AND n % 10 = 9`,
  `INSERT INTO user_task_past_owner (tenant_id, user_id, created_at, family_id, wf_run_id, guid)
   SELECT tenant_id, 'p' || user_id, created_at, family_id, wf_run_id, guid FROM user_task_run WHERE user_id IS NOT NULL`,
  `INSERT INTO user_task_detail (tenant_id, family_id, wf_run_id, guid, words)
   SELECT tenant_id, family_id, wf_run_id, guid, user_task_words(title, 'order ' || wf_run_id) FROM user_task_run
   ON CONFLICT DO NOTHING`,
  `INSERT INTO user_task_event
   SELECT (jsonb_populate_record(e, jsonb_build_object('family_id', t.family_id, 'wf_run_id', t.wf_run_id, 'guid', t.guid, 'at', t.created_at))).*
   FROM user_task_event e, user_task_run t WHERE t.wf_run_id <> e.wf_run_id ORDER BY t.created_at`,
  // Every fifth is somebody's doing: claimed, given on, completed by one for another.
  `INSERT INTO user_task_event (tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind, actor_id, on_behalf_of, cause, body, hash)
   SELECT '${TENANT}', 'r' || n, 'r' || n, '0-1', 1000, ${AT}, CASE n % 3 WHEN 0 THEN 'hook' ELSE 'user' END, 'u' || n % 100,
     CASE WHEN n % 7 = 0 THEN 'u' || n % 90 END, 'assign', json_build_object('type', CASE WHEN n % 4 = 0 THEN 'COMPLETED' ELSE 'ASSIGNED' END,
       'before', json_build_object('userId', 'u' || n % 80), 'after', json_build_object('userId', 'u' || n % 70)), ''
   FROM generate_series(1, ${ROWS}, 5) n`,
  `INSERT INTO user_task_event (tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind, actor_id, cause, body, hash)
   SELECT '${TENANT}', family_id, wf_run_id, guid, 1001, ended_at, 'admin', 'ada', 'cancel', '{"type": "CANCELLED"}', ''
   FROM user_task_run WHERE status = 'CANCELLED'`,
  `INSERT INTO task_run (tenant_id, family_id, wf_run_id, guid, task_def_name, status, created_at, ended_at, state)
   SELECT '${TENANT}', '${WITH_TASKS}', '${WITH_TASKS}', n || '-1', 't', 'SUCCESS', ${AT}, ${AT},
     json_build_object('guid', n || '-1', 'createdAt', 1000 * extract(epoch FROM ${AT})) FROM generate_series(1, ${ROWS}) n`,
  `INSERT INTO user_account (tenant_id, id, display_name, password_hash, is_admin)
   SELECT '${TENANT}', 'p' || n, 'Person ' || n, '', false FROM generate_series(1, ${ROWS}) n`,
  'ANALYZE',
];

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.as(ada).do('putWfSpec', {
    name: 'findable',
    entrypoint: 'main',
    threads: {
      main: {
        variables: [{ name: 'city', type: 'STR', searchable: true }],
        nodes: { start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] }, end: { type: 'EXIT' } },
      },
    },
  });
  await docket.start(WITH_TASKS);
  for (const sql of FILL) await docket.deps.store.pool.query(sql);
}, 60_000);
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const page = { limit: 20 };
const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:10:00Z' };
const calls: { [Id in OperationId]?: CallOf<Id>[] } = {
  searchTaskDefs: [page, { ...page, prefix: 'filler-1' }],
  summarizeUserTaskDefs: [page, { ...page, sort: '-name' }],
  getUserTaskDefUse: [{ name: 'approve-it-request' }],
  searchWfRuns: [
    page,
    { ...page, status: 'COMPLETED' },
    { ...page, wfSpecName: 'it-request' },
    { ...page, wfSpecName: 'it-request', status: 'COMPLETED', majorVersion: 0, revision: 0 },
    { ...page, parentWfRunId: 'p7' },
    { ...page, startedAfter: '2026-01-01T00:00:00Z', startedBefore: '2026-01-01T00:10:00Z' },
    { ...page, wfSpecName: 'findable', 'variable.city': 'c7' },
  ],
  searchVariables: [{ ...page, wfSpecName: 'findable', name: 'city', value: 'c7' }],
  listRunsOfSchedule: [{ ...page, scheduleId: 's3' }],
  searchScheduledWfRuns: [page, { ...page, wfSpecName: 'w7' }],
  searchExternalEvents: [
    { ...page, externalEventDefName: 'd7' },
    { ...page, externalEventDefName: 'd70', claimed: 'false' },
    { ...page, externalEventDefName: 'd7', claimed: 'true' },
  ],
  searchCorrelatedEvents: [{ ...page, externalEventDefName: 'd7' }],
  searchBulkJobs: [page, { ...page, jobStatus: 'FAILED' }],
  searchFailedTimers: [page],
  searchUserTaskRuns: [
    page,
    { ...page, status: 'DONE' },
    { ...page, userId: 'u7' },
    { ...page, userGroup: ['g7', 'g8'] },
    { ...page, userTaskDefName: 'f7' },
    { ...page, userTaskDefName: 'f7', status: 'DONE', completedAfter: '2026-01-01T00:10:00Z' },
    { ...page, wfSpecName: 'it-request' },
    { ...page, wfRunId: 'r7' },
    { ...page, q: 'r4711' },
    { ...page, userId: 'u7', status: 'DONE', completedBefore: '2026-01-01T03:00:00Z' },
    ...USER_TASK_SORTS.flatMap((sort) => [
      { ...page, sort, userId: 'u7', status: 'ASSIGNED' as const },
      { ...page, sort, userGroup: ['g7', 'g8'], status: 'UNASSIGNED' as const },
      { ...page, sort, userTaskDefName: 'f5', status: ['UNASSIGNED' as const, 'ASSIGNED' as const] },
    ]),
  ],
  searchPeople: [{ ...page, q: 'p47' }],
  searchUsers: [{ ...page, q: 'p47' }],
  listEventsOfPerson: [
    { ...page, userId: 'u7' },
    { ...page, userId: 'u7', from: '2026-01-01T00:10:00Z', to: '2026-01-01T03:00:00Z' },
    { ...page, userId: 'u7', type: 'CANCELLED' },
    { ...page, userId: 'c7' },
    { ...page, userId: 'nobody' },
  ],
  listTaskRuns: [{ ...page, wfRunId: WITH_TASKS }],
  getUserTaskMetrics: [
    { ...window, userTaskDefName: 'f5' },
    { ...window, userGroup: 'g7' },
    { ...window, userGroup: 'g7', userId: 'u7' },
  ],
  getWfRunMetrics: [{ ...window, wfSpecName: 'it-request' }],
  getTaskRunMetrics: [{ ...window, taskDefName: 'tell-requester' }],
};
/** What a person asks for who is in some groups. */
const member = person('u7', ['g1', 'g2', 'g3']);
const personal: CallOf<'searchUserTaskRuns'>[] = [
  page,
  { ...page, status: 'DONE' },
  { ...page, q: 'r4711' },
  { ...page, desk: 'waiting' },
  ...USER_TASK_SORTS.flatMap((sort) => [
    { ...page, sort, userId: 'u7', status: 'ASSIGNED' as const },
    { ...page, sort, available: true },
    { ...page, sort, desk: 'workable' as const },
    { ...page, sort, desk: 'workable' as const, dueWithinHours: 48 },
    { ...page, sort, userGroup: 'g2', status: 'UNASSIGNED' as const, overdue: true },
  ]),
];
const each = Object.entries(calls).flatMap(([id, inputs]) => inputs.map((input) => [id, input] as const));

it.each(each)('%s %j reads little', (id, input) => readsLittle(ada, id, input));
it.each(personal)('a person finds %j and reads little', (input) => readsLittle(member, 'searchUserTaskRuns', input));

async function readsLittle(who: Principal, id: string, input: unknown): Promise<void> {
  const { pool } = docket.deps.store;
  const asked: { text: string; values: unknown[] }[] = [];
  const query = pool.query;
  pool.query = ((...given: [{ text: string; values: unknown[] }]) => {
    asked.push({ text: given[0].text, values: given[0].values });
    return query.apply(pool, given as never);
  }) as never;
  try {
    await docket.as(who).do(id as 'searchWfRuns', input as CallOf<'searchWfRuns'>);
  } finally {
    pool.query = query;
  }
  expect(asked.length).toBeGreaterThan(0);
  for (const { text, values } of asked) {
    const { rows } = await pool.query({ text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values });
    const scans = scansIn(rows[0]?.['QUERY PLAN'][0].Plan);
    expect(scans.filter(({ type }) => type === 'Seq Scan')).toEqual([]);
    expect(Math.max(0, ...scans.map(({ rows: read }) => read))).toBeLessThan(1500);
  }
}

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
};

/** What a plan reads of tables: how, and how many rows. */
function scansIn(plan: Plan): { table: string; type: string; rows: number }[] {
  const below = (plan.Plans ?? []).flatMap(scansIn);
  const table = plan['Relation Name'];
  if (table === undefined || table === 'test_clock') return below;
  const rows = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return [{ table, type: plan['Node Type'], rows }, ...below];
}

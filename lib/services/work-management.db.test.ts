// What a workflow says of its tasks (decision 12), from the definition to the rows and back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { openDeps } from './deps.ts';
import { invoke } from './invoke.ts';
import { ada, type Docket, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const literal = (value: unknown) => ({ literal: value });

test('a task carries priority, dates, requester, details and whom it excludes, kept in memory or read anew', async () => {
  const start = await docket.putTask('invoice', {
    userGroup: literal('finance'),
    priority: literal(70),
    dueAt: literal('2026-12-03T12:00:00Z'),
    followUpAt: literal('2026-12-01T12:00:00Z'),
    requester: literal('zoe'),
    excludeUsers: [literal(['zoe', 'ben'])],
    details: [
      { label: 'Amount', value: literal(2300.5) },
      { label: 'Lines', value: literal([{ sku: 'chair', count: 2 }]) },
    ],
  });
  const task = await start();
  const expected = {
    priority: 70,
    dueAt: '2026-12-03T12:00:00.000Z',
    followUpAt: '2026-12-01T12:00:00.000Z',
    urgencyAt: '2026-12-01T12:00:00.000Z',
    requester: 'zoe',
    excludeUsers: ['zoe', 'ben'],
    details: [
      { label: 'Amount', value: 2300.5 },
      { label: 'Lines', value: [{ sku: 'chair', count: 2 }] },
    ],
  };
  expect(await docket.as(fred).do('claimUserTaskRun', task)).toMatchObject(expected);
  expect(await docket.as(fred).do('getUserTaskRun', task)).toMatchObject(expected);
  // Another process has nothing of it in memory.
  const other = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
  const saved = await invoke(
    other,
    'saveUserTaskRun',
    { principal: fred },
    { ...task, results: { isApproved: true }, policy: 'FAIL_IF_CLAIMED_BY_OTHER', sitting: 'ENDS' },
  );
  await other.close();
  expect(saved).toMatchObject({ ok: true, output: expected });
  await docket.as(fred).do('completeUserTaskRun', task);
  expect(await docket.as(fred).do('addComment', { ...task, comment: 'Paid.' })).toMatchObject(expected);
  const { details: _, excludeUsers: __, ...inLists } = expected;
  expect(await docket.searchAll(ada, { wfRunId: task.wfRunId })).toMatchObject([inLists]);
});

test('a workflow that says nothing gives a task of middling priority that ages', async () => {
  const start = await docket.putTask('plain', { userGroup: literal('finance') });
  const task = await docket.as(fred).do('getUserTaskRun', await start());
  expect(task).toMatchObject({
    priority: 50,
    dueAt: null,
    followUpAt: null,
    requester: 'maria',
    details: [],
    excludeUsers: [],
  });
  expect(Date.parse(task.urgencyAt) - Date.parse(task.createdAt)).toBe(7 * 86_400_000);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { forgetAnswers } from './forget-answers.ts';
import { type Docket, fiona, fred, maria, openDocket, robot } from './testing/docket.ts';

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

const START = { wfSpecName: 'it-request', variables: { requester: 'maria' } };

test('the same key starts one run, also when both calls come at once', async () => {
  const twice = docket.as(maria, { idempotencyKey: 'k-1' });
  const [one, two] = await Promise.all([twice.do('runWf', START), twice.do('runWf', START)]);
  expect(two).toEqual(one);
  expect(await twice.do('runWf', START)).toEqual(one);
  const { rows } = await docket.deps.store.pool.query('SELECT id FROM wf_run');
  expect(rows).toEqual([{ id: one.id }]);
});

test('the first answer comes again, whatever happened since', async () => {
  const task = await docket.startApproval();
  const claim = docket.as(fred, { idempotencyKey: 'k-2' });
  const first = await claim.do('claimUserTaskRun', task);
  await docket.as(fred).do('releaseUserTaskRun', task);
  expect(await claim.do('claimUserTaskRun', task)).toEqual(first);
  expect(await docket.as(fred).do('getUserTaskRun', task)).toMatchObject({ status: 'UNASSIGNED' });
});

test('a key is good for one request, of one caller', async () => {
  const task = await docket.startApproval();
  const results = { isApproved: true };
  await docket.as(fred, { idempotencyKey: 'k-3' }).do('completeUserTaskRun', { ...task, results });
  const other = { ...task, results: { isApproved: false } };
  const refusal = await docket.as(fred, { idempotencyKey: 'k-3' }).try('completeUserTaskRun', other);
  expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION' });
  expect(refusal?.detail).toContain('k-3');
  const finished = await docket.as(fiona, { idempotencyKey: 'k-3' }).try('completeUserTaskRun', other);
  expect(finished?.detail).toContain('fred');
});

test('a call that failed may be made again with its key', async () => {
  const start = docket.as(maria, { idempotencyKey: 'k-4' });
  expect(await start.code('runWf', { ...START, variables: {} })).toBe('INVALID_ARGUMENT');
  expect(await start.code('runWf', START)).toBe('OK');
});

test('a poll whose answer was lost gives the same leases again', async () => {
  const task = await docket.startApproval();
  await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
  const poll = docket.as(robot, { idempotencyKey: 'k-5' });
  const input = { taskDefNames: ['tell-requester'], workerId: 'w', max: 5, waitSeconds: 0 };
  const first = await poll.do('pollTaskRuns', input);
  expect(first.results).not.toEqual([]);
  expect(await poll.do('pollTaskRuns', input)).toEqual(first);
});

test('keys older than a day go', async () => {
  const { pool } = docket.deps.store;
  await pool.query(`UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'k-1'`);
  await forgetAnswers(docket.deps);
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM idempotency_key ORDER BY key');
  expect(rows.map(({ key }) => key)).toEqual(['k-2', 'k-3', 'k-4', 'k-5']);
});

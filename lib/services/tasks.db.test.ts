import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskLease } from '#contracts/task-run.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { openDeps } from './deps.ts';
import { endLeases } from './end-leases.ts';
import { ada, type Docket, fred, openDocket, robot } from './testing/docket.ts';

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

/** A run whose task waits for a worker. */
async function waitingTask(): Promise<{ wfRunId: string; guid: string }> {
  const { wfRunId, guid } = await docket.startApproval();
  await docket.as(fred).do('completeUserTaskRun', { wfRunId, guid, results: { isApproved: true } });
  return { wfRunId, guid: '0-3' };
}

async function onlyLease(): Promise<TaskLease> {
  // What another process scheduled is found by looking, which a poll does that waits.
  const input = { taskDefNames: ['tell-requester'], workerId: 'worker', max: 10, waitSeconds: 20 };
  const [lease, ...others] = (await docket.as(robot).do('pollTaskRuns', input)).results;
  if (!lease || others.length > 0) throw new Error(`expected one lease, got ${others.length + (lease ? 1 : 0)}`);
  return lease;
}

const reportOf = ({ wfRunId, guid, attempt, leaseToken }: TaskLease) => ({ wfRunId, guid, attempt, leaseToken });
const statusesOf = async (task: { wfRunId: string }) => {
  const { results } = await docket.as(ada).do('listTaskRuns', { wfRunId: task.wfRunId, limit: 50 });
  return results.flatMap(({ attempts }) => attempts.map(({ status }) => status));
};

test('two pollers on connections of their own never get the same attempt', async () => {
  const tasks = await Promise.all([waitingTask(), waitingTask(), waitingTask(), waitingTask()]);
  const polls = await Promise.all([1, 2, 3, 4, 5, 6].map(() => docket.poll(2)));
  const leases = polls.flat();
  expect(leases.map(({ wfRunId }) => wfRunId).sort()).toEqual(tasks.map(({ wfRunId }) => wfRunId).sort());
  expect(new Set(leases.map(({ leaseToken }) => leaseToken)).size).toBe(4);
  for (const lease of leases) await docket.as(robot).do('reportTaskRun', { ...reportOf(lease), output: null });
});

test('a poll that waits is woken by the commit that brings work', async () => {
  const waiting = docket
    .as(robot)
    .do('pollTaskRuns', { taskDefNames: ['tell-requester'], workerId: 'w', max: 1, waitSeconds: 20 });
  const task = await waitingTask();
  const { results } = await waiting;
  expect(results).toMatchObject([task]);
  const [lease] = results;
  if (lease) await docket.as(robot).do('reportTaskRun', { ...reportOf(lease), output: 'x' });
});

test('a poll whose caller has gone takes nothing', async () => {
  const task = await waitingTask();
  const input = { taskDefNames: ['tell-requester'], workerId: 'w', max: 1, waitSeconds: 20 };
  const gone = await docket.as(robot, { signal: AbortSignal.abort() }).do('pollTaskRuns', input);
  expect(gone.results).toEqual([]);
  const lease = await onlyLease();
  expect(lease).toMatchObject(task);
  await docket.as(robot).do('reportTaskRun', { ...reportOf(lease), output: 'x' });
});

test('the same report again is a no-op; one with a foreign token changes nothing', async () => {
  const task = await waitingTask();
  const lease = await onlyLease();
  const foreign = { ...reportOf(lease), leaseToken: 'mine', output: 'x' };
  expect(await docket.as(robot).code('reportTaskRun', foreign)).toBe('FAILED_PRECONDITION');
  expect(await docket.as(robot).code('reportTaskRun', { ...foreign, guid: '0-9' })).toBe('NOT_FOUND');
  const report = { ...reportOf(lease), output: 'sent' };
  await docket.as(robot).do('reportTaskRun', report);
  await docket.as(robot).do('reportTaskRun', report);
  expect(await docket.as(robot).code('reportTaskRun', foreign)).toBe('FAILED_PRECONDITION');
  expect(await statusesOf(task)).toEqual(['SUCCESS']);
});

test('an error is tried again, an exception is not', async () => {
  const task = await waitingTask();
  const error = { type: 'Boom', message: 'no mail today' };
  await docket.as(robot).do('reportTaskRun', { ...reportOf(await onlyLease()), error });
  expect(await statusesOf(task)).toEqual(['FAILED', 'SCHEDULED']);
  const second = await onlyLease();
  expect(second.attempt).toBe(1);
  const exception = { name: 'no-mailbox', message: 'there is none' };
  await docket.as(robot).do('reportTaskRun', { ...reportOf(second), exception, logOutput: 'tried' });
  expect(await statusesOf(task)).toEqual(['FAILED', 'EXCEPTION']);
  expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({
    status: 'EXCEPTION',
    threadRuns: [{ failure: { name: 'no-mailbox' } }],
  });
});

test('a lease that ends is a TIMEOUT, its worker is turned away, and a heartbeat puts it off', async () => {
  const task = await waitingTask();
  const lease = await onlyLease();
  await advanceTestClock(docket.deps, 20_000);
  const { leaseUntil } = await docket.as(robot).do('heartbeatTaskRun', reportOf(lease));
  expect(Date.parse(leaseUntil) - Date.parse(lease.leaseUntil)).toBeGreaterThanOrEqual(20_000);
  await advanceTestClock(docket.deps, 20_000);
  expect(await endLeases(docket.deps)).toMatchObject({ found: 0 });
  expect(await statusesOf(task)).toEqual(['RUNNING']);

  await advanceTestClock(docket.deps, 20_000);
  expect(await docket.as(robot).code('heartbeatTaskRun', reportOf(lease))).toBe('FAILED_PRECONDITION');
  expect(await docket.as(robot).code('reportTaskRun', { ...reportOf(lease), output: 'x' })).toBe('FAILED_PRECONDITION');
  // Two processes look at once: the attempt ends once.
  const other = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
  const [one, two] = await Promise.all([endLeases(docket.deps), endLeases(other)]);
  await other.close();
  expect([...one.failures, ...two.failures]).toEqual([]);
  expect(await statusesOf(task)).toEqual(['TIMEOUT', 'SCHEDULED']);
  expect(await docket.as(robot).code('reportTaskRun', { ...reportOf(lease), output: 'x' })).toBe('FAILED_PRECONDITION');
  await docket.as(robot).do('reportTaskRun', { ...reportOf(await onlyLease()), output: 'x' });
  expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({ status: 'COMPLETED' });
});

test('an output of the wrong type fails the step', async () => {
  const task = await waitingTask();
  await docket.as(robot).do('reportTaskRun', { ...reportOf(await onlyLease()), output: 12 });
  expect(await statusesOf(task)).toEqual(['OUTPUT_ERROR']);
  expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({ status: 'ERROR' });
});

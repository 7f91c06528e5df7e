import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { type Deps, openDeps } from './deps.ts';
import { eraseRuns } from './erase-runs.ts';
import { fireTimers } from './fire-timers.ts';
import { runBulkJobs } from './run-bulk-jobs.ts';
import { ada, type Docket, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
let elsewhere: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  elsewhere = openDeps({ databaseUrl: database.url, poolSize: 3, testClock: true });
});
afterAll(async () => {
  await elsewhere.close();
  await docket.close();
  await database.drop();
});

type Spec = CallOf<'putWfSpec'>;

/** One that ends at once, as its input says: well, in an error, or in an exception. */
const ending = (name: string, more: Partial<Spec> = {}): Spec => ({
  name,
  entrypoint: 'main',
  threads: {
    main: {
      variables: [{ name: 'well', type: 'BOOL', required: true }],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'good', condition: { variable: 'well' } }, { to: 'bad' }] },
        good: { type: 'EXIT' },
        bad: { type: 'EXIT', failure: { name: 'not-well', message: 'It did not go well.' } },
      },
    },
  },
  ...more,
});

const start = (wfSpecName: string, well = true, id?: string) =>
  docket.as(ada).do('runWf', { wfSpecName, variables: { well }, ...(id !== undefined && { id }) });
const idsOf = async (wfSpecName: string) =>
  (await docket.as(ada).do('searchWfRuns', { wfSpecName, limit: 200 })).results.map(({ id }) => id);

async function runAll(work: (deps: Deps) => Promise<{ isMore: boolean }>): Promise<void> {
  while ((await Promise.all([work(docket.deps), work(elsewhere)])).some(({ isMore }) => isMore));
}

describe('a bulk job', () => {
  it('K-14 deletes the runs of one WfSpec in one status and leaves all others', async () => {
    for (const name of ['swept', 'kept']) await docket.as(ada).do('putWfSpec', ending(name));
    for (let count = 0; count < 230; count += 10) {
      await Promise.all(Array.from({ length: 10 }, () => start('swept')));
    }
    const failed = await start('swept', false);
    const other = await start('kept');
    const { id: jobId } = await docket.as(ada).do('createBulkJob', {
      type: 'DELETE_WF_RUNS',
      wfSpecName: 'swept',
      status: 'COMPLETED',
    });
    await advanceTestClock(docket.deps, 1000);
    const late = await start('swept');
    expect(await docket.as(ada).do('getBulkJob', { jobId })).toMatchObject({ jobStatus: 'RUNNING', done: 0 });
    await runAll(runBulkJobs);
    expect(await docket.as(ada).do('getBulkJob', { jobId })).toMatchObject({
      jobStatus: 'COMPLETED',
      done: 230,
      failure: null,
      endedAt: expect.any(String),
    });
    expect(await idsOf('swept')).toEqual([late.id, failed.id]);
    expect(await idsOf('kept')).toEqual([other.id]);
    const found = await docket.as(ada).do('searchBulkJobs', { jobStatus: 'COMPLETED' });
    expect(found.results.map(({ id }) => id)).toEqual([jobId]);
    await docket.as(ada).do('deleteBulkJob', { jobId });
    expect(await docket.as(ada).code('getBulkJob', { jobId })).toBe('NOT_FOUND');
  });

  it('keeps to its window of time, and an admin makes it', async () => {
    await docket.as(ada).do('putWfSpec', ending('windowed'));
    const runs = [];
    for (let index = 0; index < 3; index++) {
      await advanceTestClock(docket.deps, 1000);
      runs.push(await start('windowed'));
    }
    const [early, middle, late] = runs;
    const job = {
      type: 'DELETE_WF_RUNS',
      wfSpecName: 'windowed',
      status: 'COMPLETED',
      startedAfter: early?.startedAt,
      startedBefore: late?.startedAt,
    } as const;
    expect(await docket.as(fred).code('createBulkJob', job)).toBe('PERMISSION_DENIED');
    expect(await docket.as(ada).code('createBulkJob', { ...job, wfSpecName: 'nobody' })).toBe('INVALID_ARGUMENT');
    await docket.as(ada).do('createBulkJob', job);
    await runAll(runBulkJobs);
    expect(await idsOf('windowed')).toEqual([late?.id, early?.id]);
    expect(await docket.as(ada).code('getWfRun', { wfRunId: middle?.id ?? '' })).toBe('NOT_FOUND');
  });

  it('whose batches fail is tried again, ever later, and ends as FAILED with the reason', async () => {
    await docket.as(ada).do('putWfSpec', ending('stuck'));
    await start('stuck');
    const { id: jobId } = await docket.as(ada).do('createBulkJob', {
      type: 'DELETE_WF_RUNS',
      wfSpecName: 'stuck',
      status: 'COMPLETED',
    });
    const { pool } = docket.deps.store;
    await pool.query(`
      CREATE FUNCTION refuse_erasure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not today'; END $$;
      CREATE TRIGGER not_today BEFORE DELETE ON wf_run FOR EACH ROW EXECUTE FUNCTION refuse_erasure()`);
    await runBulkJobs(docket.deps);
    expect(await docket.as(ada).do('getBulkJob', { jobId })).toMatchObject({
      jobStatus: 'RUNNING',
      failure: 'not today',
    });
    expect(await runBulkJobs(docket.deps)).toEqual({ isMore: false });
    for (let tries = 0; tries < 6; tries++) {
      await advanceTestClock(docket.deps, 3_600_000);
      await runBulkJobs(docket.deps);
    }
    await pool.query('DROP FUNCTION refuse_erasure CASCADE');
    expect(await docket.as(ada).do('getBulkJob', { jobId })).toMatchObject({
      jobStatus: 'FAILED',
      failure: 'not today',
    });
  });
});

describe('retention', () => {
  it('K-10 takes a run with all that is its own once its time is over, and not before', async () => {
    await docket.as(ada).do('putWfSpec', ending('short', { retention: { secondsAfterEnd: 60 } }));
    const { id: wfRunId } = await start('short');
    await advanceTestClock(docket.deps, 50_000);
    await runAll(eraseRuns);
    expect(await docket.as(ada).do('getWfRun', { wfRunId })).toMatchObject({ status: 'COMPLETED' });
    await advanceTestClock(docket.deps, 11_000);
    await runAll(eraseRuns);
    expect(await docket.as(ada).code('getWfRun', { wfRunId })).toBe('NOT_FOUND');
    expect(await idsOf('short')).toEqual([]);
  });
});

describe('timers', () => {
  const sleeping = (name: string): Spec => ({
    name,
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'sleep' }] },
          sleep: { type: 'SLEEP', seconds: { literal: 60 }, edges: [{ to: 'end' }] },
          end: { type: 'EXIT' },
        },
      },
    },
  });

  it('fire when they are due, once, whichever process comes first', async () => {
    await docket.as(ada).do('putWfSpec', sleeping('sleeper'));
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => docket.as(ada).do('runWf', { wfSpecName: 'sleeper' })),
    );
    await runAll(fireTimers);
    expect(runs.every(({ status }) => status === 'RUNNING')).toBe(true);
    await advanceTestClock(docket.deps, 60_000);
    const [one, two] = await Promise.all([fireTimers(docket.deps), fireTimers(elsewhere)]);
    expect([...one.failures, ...two.failures]).toEqual([]);
    for (const { id: wfRunId } of runs) {
      expect(await docket.as(ada).do('getWfRun', { wfRunId })).toMatchObject({ status: 'COMPLETED' });
    }
    expect(await fireTimers(docket.deps)).toMatchObject({ found: 0 });
  });

  it('whose command fails are tried again, and an admin sees them until they are done', async () => {
    await docket.as(ada).do('putWfSpec', sleeping('troubled'));
    const { id: wfRunId } = await docket.as(ada).do('runWf', { wfSpecName: 'troubled' });
    const { pool } = docket.deps.store;
    await pool.query(`
      CREATE FUNCTION refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER no_step BEFORE UPDATE ON wf_run FOR EACH ROW EXECUTE FUNCTION refuse_step()`);
    await advanceTestClock(docket.deps, 60_000);
    await fireTimers(docket.deps);
    // At once: it is tried again after a second.
    expect(await fireTimers(docket.deps)).toMatchObject({ found: 0 });
    const failed = await docket.as(ada).do('searchFailedTimers', {});
    expect(failed.results).toMatchObject([{ wfRunId, tries: 1, reason: 'no' }]);
    await advanceTestClock(docket.deps, 10_000);
    await fireTimers(docket.deps);
    expect((await docket.as(ada).do('searchFailedTimers', {})).results).toMatchObject([{ wfRunId, tries: 2 }]);
    await pool.query('DROP FUNCTION refuse_step CASCADE');
    await advanceTestClock(docket.deps, 60_000);
    await fireTimers(docket.deps);
    expect(await docket.as(ada).do('getWfRun', { wfRunId })).toMatchObject({ status: 'COMPLETED' });
    expect((await docket.as(ada).do('searchFailedTimers', {})).results).toEqual([]);
  });
});

describe('metrics', () => {
  it('K-19 count what has ended by status, with how long it took', async () => {
    await docket.as(ada).do('putWfSpec', ending('counted'));
    const { startedAt } = await start('counted');
    for (let count = 1; count < 33; count++) await start('counted');
    for (let count = 0; count < 5; count++) await start('counted', false);
    await advanceTestClock(docket.deps, 1000);
    const from = new Date(Date.parse(startedAt) - 1000).toISOString();
    const counted = await docket.as(ada).do('getWfRunMetrics', { wfSpecName: 'counted', from });
    expect(counted).toMatchObject({
      isCapped: false,
      tallies: [
        { status: 'COMPLETED', count: 33, seconds: { min: expect.any(Number), average: expect.any(Number) } },
        { status: 'EXCEPTION', count: 5 },
      ],
    });
    const before = await docket.as(ada).do('getWfRunMetrics', { wfSpecName: 'counted', from, to: startedAt });
    expect(before.tallies).toEqual([]);
    const year = new Date(Date.parse(startedAt) - 366 * 86_400_000).toISOString();
    expect(await docket.as(ada).code('getWfRunMetrics', { wfSpecName: 'counted', from: year })).toBe(
      'INVALID_ARGUMENT',
    );
  });

  it('K-19 the same of the TaskRuns of a TaskDef', async () => {
    const approval = await docket.startApproval();
    await docket.as(fred).do('completeUserTaskRun', { ...approval, results: { isApproved: true } });
    const [lease] = await docket.poll();
    if (!lease) throw new Error('there is no task');
    await advanceTestClock(docket.deps, 5000);
    const { wfRunId, guid, attempt, leaseToken } = lease;
    await docket.as(ada).do('reportTaskRun', { wfRunId, guid, attempt, leaseToken, output: 'told' });
    await advanceTestClock(docket.deps, 1000);
    const from = new Date(Date.parse(lease.scheduledAt) - 1000).toISOString();
    const { tallies } = await docket.as(ada).do('getTaskRunMetrics', { taskDefName: 'tell-requester', from });
    expect(tallies).toMatchObject([{ status: 'SUCCESS', count: 1 }]);
    expect(tallies[0]?.seconds.max).toBeGreaterThanOrEqual(5);
  });
});

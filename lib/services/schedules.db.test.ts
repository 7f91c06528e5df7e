import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { type Deps, openDeps } from './deps.ts';
import { runDueSchedules } from './run-due-schedules.ts';
import { ada, type Docket, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
let elsewhere: Deps;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  elsewhere = openDeps({ databaseUrl: database.url, poolSize: 3, testClock: true });
  await docket.as(ada).do('putWfSpec', report());
  // Ticks come on the hour, and none by itself while the tests run: it is ten past.
  await advanceTestClock(docket.deps, HOUR - (Date.now() % HOUR) + 10 * MINUTE);
});
afterAll(async () => {
  await elsewhere.close();
  await docket.close();
  await database.drop();
});

function report(more: Partial<CallOf<'putWfSpec'>> = {}): CallOf<'putWfSpec'> {
  const nodes: CallOf<'putWfSpec'>['threads'][string]['nodes'] = {
    start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
    end: { type: 'EXIT' },
  };
  const variables = [
    { name: 'month', type: 'STR', required: true },
    { name: 'password', type: 'STR', masked: true },
  ] as const;
  return { name: 'report', entrypoint: 'main', threads: { main: { variables: [...variables], nodes } }, ...more };
}

const schedule = (more: Partial<CallOf<'scheduleWf'>> = {}): CallOf<'scheduleWf'> => ({
  wfSpecName: 'report',
  cron: '0 * * * *',
  variables: { month: 'May' },
  ...more,
});
const runsOf = async (scheduleId: string) =>
  (await docket.as(ada).do('listRunsOfSchedule', { scheduleId })).results.map(({ id }) => id);
const get = (scheduleId: string) => docket.as(ada).do('getScheduledWfRun', { scheduleId });

describe('a schedule is checked when it is made', () => {
  it.each([
    ['K-16 no such WfSpec', { wfSpecName: 'nothing' }, 'wfSpecName'],
    ['a required variable is missing', { variables: {} }, 'variables.month'],
    ['a variable of the wrong type', { variables: { month: 5 } }, 'variables.month'],
    ['a cron expression with six fields', { cron: '0 0 * * * *' }, 'cron'],
    ['one whose day never comes', { cron: '0 0 30 2 *' }, 'cron'],
    ['no such time zone', { timeZone: 'Middle/Earth' }, 'timeZone'],
    ['a parent run where there is no parent', { parentWfRunId: 'p' }, 'parentWfRunId'],
    ['a revision alone', { revision: 0 }, 'majorVersion'],
  ])('%s', async (_what, more, path) => {
    const refusal = await docket.as(ada).try('scheduleWf', schedule(more));
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [expect.objectContaining({ path })] });
  });

  it('its id is its own, an admin makes it, and secrets are not shown', async () => {
    const variables = { month: 'May', password: 'hunter2' };
    const made = await docket.as(ada).do('scheduleWf', schedule({ id: 'mine', variables }));
    expect(made).toMatchObject({ id: 'mine', timeZone: 'UTC', requester: 'ada', isPaused: false, lastAt: null });
    expect(made.variables).toEqual({ month: 'May', password: '*****' });
    expect(await get('mine')).toEqual(made);
    expect(await docket.as(ada).code('scheduleWf', schedule({ id: 'mine' }))).toBe('ALREADY_EXISTS');
    expect(await docket.as(fred).code('scheduleWf', schedule())).toBe('PERMISSION_DENIED');
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: 'mine' });
    expect(await docket.as(ada).code('getScheduledWfRun', { scheduleId: 'mine' })).toBe('NOT_FOUND');
  });

  it('is made once by one Idempotency-Key', async () => {
    const once = docket.as(ada, { idempotencyKey: 'schedule-1' });
    const first = await once.do('scheduleWf', schedule());
    expect(await once.do('scheduleWf', schedule())).toEqual(first);
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: first.id });
  });
});

describe('ticks', () => {
  it('each starts one run, whichever of many processes comes first', async () => {
    const { nextAt } = await docket.as(ada).do('scheduleWf', schedule({ id: 'hourly' }));
    await runDueSchedules(docket.deps);
    expect(await runsOf('hourly')).toEqual([]);
    await advanceTestClock(docket.deps, HOUR);
    await Promise.all([docket.deps, elsewhere, docket.deps, elsewhere].map(runDueSchedules));
    const [run, ...others] = await runsOf('hourly');
    expect(others).toEqual([]);
    expect(run).toMatch(/^hourly-\d{8}T\d{2}00Z$/);
    expect(await docket.as(ada).do('getWfRun', { wfRunId: run ?? '' })).toMatchObject({
      status: 'COMPLETED',
      requester: 'ada',
      scheduledWfRunId: 'hourly',
    });
    const after = await get('hourly');
    expect(after).toMatchObject({ lastAt: nextAt, lastFailure: null });
    expect(Date.parse(after.nextAt ?? '') - Date.parse(nextAt ?? '')).toBe(HOUR);
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: 'hourly' });
  });

  it('that were missed give one run, and the next comes when it is due', async () => {
    await docket.as(ada).do('scheduleWf', schedule({ id: 'missed' }));
    await advanceTestClock(docket.deps, 5 * HOUR);
    await runDueSchedules(docket.deps);
    await runDueSchedules(docket.deps);
    expect(await runsOf('missed')).toHaveLength(1);
    await advanceTestClock(docket.deps, HOUR);
    await runDueSchedules(docket.deps);
    expect(await runsOf('missed')).toHaveLength(2);
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: 'missed' });
  });

  it('start the latest version of then, unless one was asked for', async () => {
    await docket.as(ada).do('scheduleWf', schedule({ id: 'latest' }));
    await docket.as(ada).do('scheduleWf', schedule({ id: 'pinned', majorVersion: 0, revision: 0 }));
    await docket.as(ada).do('putWfSpec', report({ description: 'now with words' }));
    await advanceTestClock(docket.deps, HOUR);
    await runDueSchedules(docket.deps);
    const revisionOf = async (id: string) =>
      (await docket.as(ada).do('listRunsOfSchedule', { scheduleId: id })).results.map(({ revision }) => revision);
    expect(await revisionOf('latest')).toEqual([1]);
    expect(await revisionOf('pinned')).toEqual([0]);
    for (const scheduleId of ['latest', 'pinned']) await docket.as(ada).do('deleteScheduledWfRun', { scheduleId });
  });

  it('that pass while it is paused are not made up for', async () => {
    await docket.as(ada).do('scheduleWf', schedule({ id: 'resting' }));
    const paused = await docket.as(ada).do('pauseScheduledWfRun', { scheduleId: 'resting' });
    expect(paused).toMatchObject({ isPaused: true, nextAt: null });
    await advanceTestClock(docket.deps, 3 * HOUR);
    await runDueSchedules(docket.deps);
    expect(await runsOf('resting')).toEqual([]);
    const resumed = await docket.as(ada).do('resumeScheduledWfRun', { scheduleId: 'resting' });
    expect(resumed.isPaused).toBe(false);
    await runDueSchedules(docket.deps);
    expect(await runsOf('resting')).toEqual([]);
    await advanceTestClock(docket.deps, HOUR);
    await runDueSchedules(docket.deps);
    expect(await runsOf('resting')).toHaveLength(1);
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: 'resting' });
  });

  it('that can start no run say why, and the schedule goes on', async () => {
    const spec = report({ name: 'changing' });
    await docket.as(ada).do('putWfSpec', spec);
    await docket.as(ada).do('scheduleWf', schedule({ id: 'failing', wfSpecName: 'changing' }));
    const main = spec.threads.main ?? { nodes: {} };
    const author = { name: 'author', type: 'STR', required: true } as const;
    const asking = { ...main, variables: [...(main.variables ?? []), author] };
    await docket.as(ada).do('putWfSpec', { ...spec, threads: { main: asking } });
    await advanceTestClock(docket.deps, HOUR);
    await runDueSchedules(docket.deps);
    expect(await get('failing')).toMatchObject({ lastFailure: expect.stringContaining('author') });
    await docket.as(ada).do('putWfSpec', spec);
    await advanceTestClock(docket.deps, HOUR);
    await runDueSchedules(docket.deps);
    expect(await get('failing')).toMatchObject({ lastFailure: null });
    expect(await runsOf('failing')).toHaveLength(1);
    await docket.as(ada).do('deleteScheduledWfRun', { scheduleId: 'failing' });
  });
});

it('the last version that a schedule could run is not deleted under it; one beside another is', async () => {
  await docket.as(ada).do('putWfSpec', report({ name: 'weekly' }));
  const { id: scheduleId } = await docket.as(ada).do('scheduleWf', schedule({ wfSpecName: 'weekly' }));
  expect(await docket.as(ada).try('deleteWfSpecVersion', { name: 'weekly', version: '0.0' })).toMatchObject({
    code: 'FAILED_PRECONDITION',
    detail: expect.stringContaining(`ScheduledWfRun ${scheduleId}`),
  });
  await docket.as(ada).do('putWfSpec', report({ name: 'weekly', description: 'Once more.' }));
  await docket.as(ada).do('deleteWfSpecVersion', { name: 'weekly', version: '0.0' });
  await docket.as(ada).do('deleteScheduledWfRun', { scheduleId });
  await docket.as(ada).do('deleteWfSpecVersion', { name: 'weekly', version: '0.1' });
});

it('schedules are listed newest first, of one WfSpec or of all, in pages', async () => {
  for (const id of ['list-1', 'list-2', 'list-3']) await docket.as(ada).do('scheduleWf', schedule({ id }));
  const first = await docket.as(ada).do('searchScheduledWfRuns', { wfSpecName: 'report', limit: 2 });
  expect(first.results.map(({ id }) => id)).toEqual(['list-3', 'list-2']);
  const bookmark = first.bookmark ?? '';
  const second = await docket.as(ada).do('searchScheduledWfRuns', { wfSpecName: 'report', limit: 2, bookmark });
  expect(second).toMatchObject({ results: [{ id: 'list-1' }], bookmark: null });
  expect((await docket.as(ada).do('searchScheduledWfRuns', { wfSpecName: 'other' })).results).toEqual([]);
});

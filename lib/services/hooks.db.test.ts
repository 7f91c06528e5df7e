// Lifecycle hooks on the database: timers of theirs, reminders at their workers, and what callers get to see and do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { type Deps, openDeps } from './deps.ts';
import { fireTimers } from './fire-timers.ts';
import { ada, type Docket, fiona, fred, ivan, key, maria, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
let elsewhere: Deps;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  elsewhere = openDeps({ databaseUrl: database.url, poolSize: 3, testClock: true });
  const { as } = docket;
  await as(ada).do('putTaskDef', { name: 'remind', inputVars: [{ name: 'text', type: 'STR' }] });
  await as(ada).do('putWfSpec', SPEC);
});
afterAll(async () => {
  await elsewhere.close();
  await docket.close();
  await database.drop();
});

/** Fred is reminded after a minute, finance gets it back after an hour, and it is over after a day. */
const SPEC: CallOf<'putWfSpec'> = {
  name: 'escalation',
  entrypoint: 'main',
  threads: {
    main: {
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'approve' }] },
        approve: {
          type: 'USER_TASK',
          userTaskDefName: 'approve-it-request',
          userId: { literal: 'fred' },
          userGroup: { literal: 'finance' },
          actions: [
            {
              hook: 'ON_TASK_ASSIGNED',
              delay: { literal: 60 },
              action: { type: 'TASK', taskDefName: 'remind', inputs: [{ literal: 'hurry' }], retries: 1 },
            },
            {
              hook: 'ON_TASK_ASSIGNED',
              delay: { literal: 3600 },
              action: { type: 'REASSIGN', userGroup: { literal: 'finance' } },
            },
            {
              hook: 'ON_ARRIVAL',
              delay: { literal: 86_400 },
              action: { type: 'CANCEL', reason: { literal: 'too late' } },
            },
          ],
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' },
      },
    },
  },
};

const MINUTE = 60_000;
const start = async () => {
  const run = await docket.as(maria).do('runWf', { wfSpecName: 'escalation', requester: 'maria' });
  return { wfRunId: run.id, guid: '0-1' };
};
/** Time passes, and this process fires what has fallen due by then. Real time passes too: what is not yet due is so by far. */
const elapse = async (ms: number) => {
  await advanceTestClock(docket.deps, ms);
  expect((await fireTimers(docket.deps)).failures).toEqual([]);
};
const typesOf = async (task: { wfRunId: string; guid: string }) =>
  (await docket.as(ada).do('getUserTaskRun', task)).events.map(({ type }) => type);
const poll = async () => {
  const wanted = { taskDefNames: ['remind'], workerId: 'w', max: 10, waitSeconds: 0 };
  return (await docket.as(robot).do('pollTaskRuns', wanted)).results;
};

describe('reminders', () => {
  it('UT-05 a worker is told of the task and its owner; a failure and its retry are nothing to the run', async () => {
    const task = await start();
    await elapse(MINUTE);
    const [lease] = await poll();
    expect(lease).toMatchObject({
      wfRunId: task.wfRunId,
      guid: 'ut-0-1-1',
      inputs: [{ name: 'text', value: 'hurry' }],
      userTask: { guid: '0-1', userId: 'fred', userGroup: 'finance' },
    });
    const attempt = { wfRunId: task.wfRunId, guid: 'ut-0-1-1', attempt: 0, leaseToken: lease?.leaseToken ?? '' };
    const error = { type: 'Error', message: 'no mail today' };
    await docket.as(robot).do('heartbeatTaskRun', attempt);
    await docket.as(robot).do('reportTaskRun', { ...attempt, error });
    const [again] = await poll();
    expect(again).toMatchObject({ attempt: 1, userTask: { userId: 'fred' } });
    await docket.as(robot).do('reportTaskRun', { ...attempt, attempt: 1, leaseToken: again?.leaseToken ?? '', error });
    const { results } = await docket.as(ada).do('listTaskRuns', { wfRunId: task.wfRunId });
    expect(results).toMatchObject([{ guid: 'ut-0-1-1', status: 'FAILED', userTask: { guid: '0-1', userId: 'fred' } }]);
    expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({ status: 'RUNNING' });
    await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
    expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({ status: 'COMPLETED' });
  });

  it('a poll that waits is handed one with all that it is about', async () => {
    const task = await start();
    await advanceTestClock(docket.deps, MINUTE);
    const wanted = { taskDefNames: ['remind'], workerId: 'w', max: 1, waitSeconds: 10 };
    const waiting = docket.as(robot).do('pollTaskRuns', wanted);
    await fireTimers(docket.deps);
    expect((await waiting).results).toMatchObject([
      { wfRunId: task.wfRunId, userTask: { guid: '0-1', userId: 'fred', userGroup: 'finance' } },
    ]);
  });

  it('UT-86 one goes with its run when that is deleted', async () => {
    const task = await start();
    await elapse(MINUTE);
    await docket.as(ada).do('stopWfRun', { wfRunId: task.wfRunId });
    await docket.as(ada).do('deleteWfRun', { wfRunId: task.wfRunId });
    expect((await poll()).filter(({ wfRunId }) => wfRunId === task.wfRunId)).toEqual([]);
  });
});

describe('timers', () => {
  it('two processes that find the same timer due fire its hook once', async () => {
    const task = await start();
    await advanceTestClock(docket.deps, MINUTE);
    const [one, other] = await Promise.all([fireTimers(docket.deps), fireTimers(elsewhere)]);
    expect([...one.failures, ...other.failures]).toEqual([]);
    expect(await typesOf(task)).toEqual(['ASSIGNED', 'TASK_EXECUTED']);
  });

  it('UT-05 fires after an hour, not before, and arms anew for the next owner', async () => {
    const task = await start();
    await elapse(59 * MINUTE);
    expect(await docket.as(fred).do('getUserTaskRun', task)).toMatchObject({ userId: 'fred' });
    await elapse(MINUTE);
    expect(await docket.as(fred).do('getUserTaskRun', task)).toMatchObject({ userId: null, status: 'UNASSIGNED' });
    await docket.as(fiona).do('claimUserTaskRun', task);
    await elapse(60 * MINUTE);
    const back = await docket.as(fiona).do('getUserTaskRun', task);
    expect(back).toMatchObject({ userId: null, userGroup: 'finance' });
    expect(back.events.at(-1)).toMatchObject({ actorKind: 'hook', actorId: '1-3', cause: 'on-task-assigned' });
  });

  it('UT-74 one that falls due while the run is stopped waits, and comes later by that time', async () => {
    const task = await start();
    await docket.as(ada).do('stopWfRun', { wfRunId: task.wfRunId });
    await elapse(24 * 60 * MINUTE);
    expect(await typesOf(task)).toEqual(['ASSIGNED', 'SUSPENDED']);
    await docket.as(ada).do('resumeWfRun', { wfRunId: task.wfRunId });
    await elapse(MINUTE / 2);
    expect(await typesOf(task)).toEqual(['ASSIGNED', 'SUSPENDED', 'RESUMED']);
    await elapse(MINUTE / 2);
    expect(await typesOf(task)).toEqual(['ASSIGNED', 'SUSPENDED', 'RESUMED', 'TASK_EXECUTED']);
  });

  it('a completion and the end that falls due at once: one of them is first, and the other changes nothing', async () => {
    const task = await start();
    await advanceTestClock(docket.deps, 24 * 60 * MINUTE);
    const code = docket.as(ada).code('completeUserTaskRun', { ...task, userId: 'fred', results: { isApproved: true } });
    const [outcome] = await Promise.all([code, fireTimers(elsewhere), fireTimers(docket.deps)]);
    const { status, events } = await docket.as(ada).do('getUserTaskRun', task);
    expect([outcome, status]).toEqual(status === 'DONE' ? ['OK', 'DONE'] : ['FAILED_PRECONDITION', 'CANCELLED']);
    expect(events.filter(({ type }) => type === 'COMPLETED' || type === 'CANCELLED')).toHaveLength(1);
  });

  it('UT-50 is gone with a task that is done', async () => {
    const task = await start();
    await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
    await elapse(48 * 60 * MINUTE);
    expect(await docket.as(ada).do('getUserTaskRun', task)).toMatchObject({ status: 'DONE' });
  });
});

describe('what happens next', () => {
  it('is for all who may see the task, and to change for an admin alone', async () => {
    const task = await start();
    const { results } = await docket.as(fiona).do('listUserTaskHooks', task);
    expect(results.map(({ id, action, firingsLeft }) => [id, action, firingsLeft])).toEqual([
      ['0-1', 'TASK', 10],
      ['1-1', 'REASSIGN', 10],
      ['2-0', 'CANCEL', 1],
    ]);
    expect(results[1]).toMatchObject({ effect: { userId: null, userGroup: 'finance' }, problem: null });
    expect(await docket.as(ivan).code('listUserTaskHooks', task)).toBe('NOT_FOUND');
    const change = { ...task, hookId: '1-1', reason: 'why not' };
    expect(await docket.as(fred).code('disarmUserTaskHook', change)).toBe('PERMISSION_DENIED');
    expect(await docket.as(key('mailer', ['user-tasks'])).code('fireUserTaskHook', change)).toBe('PERMISSION_DENIED');
    expect(await docket.as(ada).code('fireUserTaskHook', { ...change, hookId: '1-9' })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('disarmUserTaskHook', { ...change, reason: ' ' })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).code('disarmUserTaskHook', { ...change, version: 99 })).toBe('ABORTED');
  });

  it('an admin puts one off, disarms one, and fires one; each is an event with a reason', async () => {
    const task = await start();
    const [reminder] = (await docket.as(ada).do('listUserTaskHooks', task)).results;
    const until = new Date(Date.parse(reminder?.dueAt ?? '') + 10 * MINUTE).toISOString();
    await docket.as(ada).do('postponeUserTaskHook', { ...task, hookId: '0-1', until, reason: 'the fair' });
    await docket.as(ada).do('disarmUserTaskHook', { ...task, hookId: '2-0', reason: 'more time' });
    await elapse(5 * MINUTE);
    expect((await docket.as(ada).do('listUserTaskHooks', task)).results.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['0-1', until],
      ['1-1', expect.any(String)],
    ]);
    const fired = await docket.as(ada).do('fireUserTaskHook', { ...task, hookId: '1-1', reason: 'fred is ill' });
    expect(fired.userId).toBeNull();
    expect(fired.events.map(({ type, cause, reason }) => [type, cause, reason])).toEqual([
      ['ASSIGNED', 'arrival', null],
      ['HOOK_CHANGED', 'postpone-hook', 'the fair'],
      ['HOOK_CHANGED', 'disarm-hook', 'more time'],
      ['HOOK_CHANGED', 'fire-hook', 'fred is ill'],
      ['ASSIGNED', 'on-task-assigned', null],
    ]);
    // Its events are read back as they were written.
    expect((await docket.as(ada).do('getUserTaskRun', task)).events).toEqual(fired.events);
  });

  it('is nothing once the task is finished', async () => {
    const task = await start();
    await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
    expect(await docket.as(fred).do('listUserTaskHooks', task)).toEqual({ results: [] });
  });
});

describe('a simulation', () => {
  const { name, ...body } = SPEC;
  const simulate = (input: Partial<CallOf<'simulateWfSpec'>>) =>
    docket.as(ada).do('simulateWfSpec', { spec: { name }, elapse: 86_400, ...input });

  it('of a stored WfSpec says who would have it and when, and stores nothing', async () => {
    const before = await docket.searchAll(ada, { wfSpecName: name });
    const { entries, status, startedAt } = await simulate({});
    const told = entries.map((entry) => [
      Math.round((Date.parse(entry.at) - Date.parse(startedAt)) / MINUTE),
      entry.type === 'USER_TASK' ? entry.event.type : entry.type,
    ]);
    expect(told).toEqual([
      [0, 'ASSIGNED'],
      [1, 'TASK_EXECUTED'],
      [1, 'TASK_SCHEDULED'],
      [1, 'TASK_ENDED'],
      [60, 'ASSIGNED'],
      [61, 'TASK_EXECUTED'],
      [61, 'TASK_SCHEDULED'],
      [61, 'TASK_ENDED'],
      [1440, 'CANCELLED'],
      [1440, 'NODE_FAILED'],
      [1440, 'RUN_ENDED'],
    ]);
    expect(status).toBe('ERROR');
    expect(await docket.searchAll(ada, { wfSpecName: name })).toEqual(before);
  });

  it('of one that is not stored, with answers of people', async () => {
    const answers = { approve: { after: 30, results: { isApproved: true } } };
    expect(await simulate({ spec: body, answers })).toMatchObject({ status: 'COMPLETED', isCutOff: false });
  });

  it('is refused for what could not be put, or is not there, or to who may not define', async () => {
    const wrong = { entrypoint: 'nowhere', threads: {} };
    expect(await docket.as(ada).try('simulateWfSpec', { spec: wrong, elapse: 1 })).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'spec.entrypoint' }],
    });
    expect(await docket.as(ada).code('simulateWfSpec', { spec: { name: 'nowhere' }, elapse: 1 })).toBe('NOT_FOUND');
    expect(await docket.as(fred).code('simulateWfSpec', { spec: { name }, elapse: 1 })).toBe('PERMISSION_DENIED');
  });
});

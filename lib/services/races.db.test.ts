// Two processes on one database change the same task at once: one wins, the other is told what happened, and nothing is lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wfSpecBody } from '#contracts/wf-spec.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { openDeps } from './deps.ts';
import { fireTimers } from './fire-timers.ts';
import { foundTenant } from './identity/found-tenant.ts';
import { ada, type Docket, fiona, fred, openDocket, TENANT, talkTo } from './testing/docket.ts';
import { race } from './testing/race.ts';

let database: TestDatabase;
let docket: Docket;
let other: ReturnType<typeof talkTo>;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  other = talkTo(openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true }));
  const account = { displayName: 'Fiona', password: 'a-long-password', isAdmin: false };
  await foundTenant(docket.deps, {
    id: TENANT,
    groups: ['finance'],
    users: [{ ...account, id: 'fiona', groups: ['finance'] }],
    apiKeys: [],
  });
});
afterAll(async () => {
  await other.close();
  await docket.close();
  await database.drop();
});

const APPROVED = { isApproved: true };
const claimedApproval = async () => {
  const task = await docket.startApproval();
  await docket.as(fred).do('claimUserTaskRun', task);
  return task;
};
const now = (task: { wfRunId: string; guid: string }) => docket.as(ada).do('getUserTaskRun', task);

test('UT-28 claim × claim: the second is told who has it, and there is one claim in the history', async () => {
  const task = await docket.startApproval();
  const [won, lost] = await race(
    docket.deps,
    task.wfRunId,
    () => docket.as(fred).try('claimUserTaskRun', task),
    () => other.as(fiona).try('claimUserTaskRun', task),
  );
  expect(won).toBeNull();
  expect(lost).toMatchObject({
    code: 'FAILED_PRECONDITION',
    detail: 'This task is already assigned to fred',
    current: { userId: 'fred', status: 'ASSIGNED', version: 2 },
  });
  const { events, version, epoch } = await now(task);
  expect(events.filter(({ type }) => type === 'ASSIGNED')).toHaveLength(2);
  expect({ version, epoch }).toEqual({ version: 2, epoch: 2 });
});

describe('complete × complete', () => {
  test('with other answers: the first ones hold, the second is told who ended it', async () => {
    const task = await claimedApproval();
    const [won, lost] = await race(
      docket.deps,
      task.wfRunId,
      () => docket.as(fred).try('completeUserTaskRun', { ...task, results: APPROVED }),
      () => other.as(ada).try('completeUserTaskRun', { ...task, results: { isApproved: false } }),
    );
    expect(won).toBeNull();
    expect(lost).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'DONE', endedBy: 'fred' } });
    expect(await now(task)).toMatchObject({ status: 'DONE', userId: 'fred', results: APPROVED });
    expect((await docket.poll()).filter(({ wfRunId }) => wfRunId === task.wfRunId)).toHaveLength(1);
  });

  test('the very same: both are answered, and the task ends once', async () => {
    const task = await claimedApproval();
    const complete = (with_: typeof other) => () =>
      with_.as(fred).do('completeUserTaskRun', { ...task, results: APPROVED });
    const [one, two] = await race(docket.deps, task.wfRunId, complete(docket), complete(other));
    expect(two).toEqual(one);
    expect((await now(task)).events.filter(({ type }) => type === 'COMPLETED')).toHaveLength(1);
  });
});

describe('cancel × a timer that ends the wait for the task', () => {
  /** The task and a deadline side by side: whichever is first, the other is given up. */
  const WITH_DEADLINE = wfSpecBody.parse({
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'work' }] },
          work: { type: 'START_THREAD', threadSpecName: 'work', edges: [{ to: 'deadline' }] },
          deadline: { type: 'START_THREAD', threadSpecName: 'deadline', edges: [{ to: 'wait' }] },
          wait: {
            type: 'WAIT_FOR_THREADS',
            threads: [{ nodeOutput: 'work' }, { nodeOutput: 'deadline' }],
            strategy: 'FIRST',
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
      work: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'approve-it-request',
            userGroup: { literal: 'finance' },
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
      deadline: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'sleep' }] },
          sleep: { type: 'SLEEP', seconds: { literal: 60 }, edges: [{ to: 'end' }] },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  const due = async () => {
    await docket.as(ada).do('putWfSpec', { name: 'with-deadline', ...WITH_DEADLINE });
    const run = await docket.as(fred).do('runWf', { wfSpecName: 'with-deadline' });
    await advanceTestClock(docket.deps, 61_000);
    return { wfRunId: run.id, guid: '1-1' };
  };
  const cancel = (task: { wfRunId: string; guid: string }) =>
    docket.as(ada).try('cancelUserTaskRun', { ...task, reason: 'Asked for twice.' });
  const endings = async (task: { wfRunId: string; guid: string }) =>
    (await now(task)).events.filter(({ type }) => type === 'CANCELLED').map(({ actorId, reason }) => [actorId, reason]);

  test('the person first: the timer finds nothing to end', async () => {
    const task = await due();
    const [refusal, fired] = await race(
      docket.deps,
      task.wfRunId,
      () => cancel(task),
      () => fireTimers(other.deps),
    );
    expect(refusal).toBeNull();
    expect(fired.failures).toEqual([]);
    expect(await endings(task)).toEqual([['ada', 'Asked for twice.']]);
  });

  test('the timer first: the person is told that the workflow ended it', async () => {
    const task = await due();
    const [fired, refusal] = await race(
      docket.deps,
      task.wfRunId,
      () => fireTimers(other.deps),
      () => cancel(task),
    );
    expect(fired.failures).toEqual([]);
    expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'CANCELLED', endedBy: null } });
    expect(await endings(task)).toEqual([[null, expect.any(String)]]);
  });
});

describe('save × hand-over', () => {
  const results = { comments: 'Half done.' };
  const save = (task: object) => other.as(fred).try('saveUserTaskRun', { ...task, results } as never);
  const handOver = (task: object) =>
    docket.as(fred).try('handOverUserTaskRun', { ...task, userId: 'fiona', reason: 'Hers.' } as never);

  test('the draft first: it goes along', async () => {
    const task = await claimedApproval();
    const outcome = await race(
      docket.deps,
      task.wfRunId,
      () => save(task),
      () => handOver(task),
    );
    expect(outcome).toEqual([null, null]);
    expect(await now(task)).toMatchObject({ userId: 'fiona', draft: { results, savedBy: 'fred' } });
  });

  test('the hand-over first: who typed is told who has it, and the draft of the new owner is untouched', async () => {
    const task = await claimedApproval();
    const [, refusal] = await race(
      docket.deps,
      task.wfRunId,
      () => handOver(task),
      () => save(task),
    );
    expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION', current: { userId: 'fiona', version: 3 } });
    expect(await now(task)).toMatchObject({ userId: 'fiona', draft: null });
  });
});

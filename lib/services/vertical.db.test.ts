import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, maria, openDocket, robot } from './testing/docket.ts';

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

test('a person asks, another approves, a worker is told, and the run completes', async () => {
  const { wfRunId, guid } = await docket.start('r-1');
  const asked = await docket.as(maria).do('getUserTaskRun', { wfRunId, guid });
  expect(asked).toMatchObject({ status: 'ASSIGNED', userId: 'maria', requester: 'maria', version: 1, epoch: 1 });
  expect(asked.allowed).toEqual(['hand-over', 'save', 'complete', 'comment']);

  await docket.as(maria).do('saveUserTaskRun', {
    wfRunId,
    guid,
    results: { item: 'a ladder' },
    policy: 'FAIL_IF_CLAIMED_BY_OTHER',
  });
  const done = await docket.as(maria).do('completeUserTaskRun', { wfRunId, guid, results: {} });
  expect(done).toMatchObject({ status: 'DONE', results: { item: 'a ladder' }, draft: null, hasDraft: false });
  expect(await docket.as(maria).do('getUserTaskRun', { wfRunId, guid })).toEqual(done);

  const approval = { wfRunId, guid: '0-2' };
  const claimed = await docket.as(fred).do('claimUserTaskRun', approval);
  expect(claimed).toMatchObject({ userId: 'fred', userGroup: 'finance', notes: 'maria asks for a ladder' });
  await docket.as(fred).do('completeUserTaskRun', { ...approval, results: { isApproved: true } });

  const [lease] = await docket.poll();
  expect(lease).toMatchObject({ wfRunId, guid: '0-3', attempt: 0, inputs: [{ name: 'item', value: 'a ladder' }] });
  if (!lease) return;
  const { leaseToken } = lease;
  await docket.as(robot).do('reportTaskRun', { wfRunId, guid: '0-3', attempt: 0, leaseToken, output: 'sent' });

  expect(await docket.as(ada).do('getWfRun', { wfRunId })).toMatchObject({ status: 'COMPLETED', requester: 'maria' });
  const nodes = await docket.as(ada).do('listNodeRuns', { wfRunId, limit: 50 });
  expect(nodes.results.map(({ nodeName, status }) => `${nodeName} ${status}`)).toEqual([
    'start COMPLETED',
    'ask COMPLETED',
    'approve COMPLETED',
    'tell COMPLETED',
    'end COMPLETED',
  ]);
  const variables = await docket.as(ada).do('listVariables', { wfRunId, limit: 50 });
  expect(variables.results.map(({ name, value }) => [name, value])).toEqual([
    ['item', 'a ladder'],
    ['requester', 'maria'],
  ]);
  const taskRuns = await docket.as(ada).do('listTaskRuns', { wfRunId, limit: 50 });
  expect(taskRuns.results).toMatchObject([
    { guid: '0-3', status: 'SUCCESS', attempts: [{ number: 0, output: 'sent', workerId: 'worker' }] },
  ]);
  const history = await docket.as(ada).do('getUserTaskRun', approval);
  expect(history.events.map(({ type, cause, actorKind, actorId }) => [type, cause, actorKind, actorId])).toEqual([
    ['ASSIGNED', 'arrival', 'engine', null],
    ['ASSIGNED', 'claim', 'user', 'fred'],
    ['COMPLETED', 'complete', 'user', 'fred'],
  ]);
  const tasks = await docket.as(ada).do('listUserTaskRuns', { wfRunId, limit: 1 });
  expect(tasks.results).toHaveLength(1);
  expect(tasks.bookmark).not.toBeNull();
  expect(await docket.as(fiona).code('getUserTaskRun', { wfRunId, guid })).toBe('NOT_FOUND');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { ada, type Docket, fiona, fred, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
let from: string;
const pass = (seconds: number) => advanceTestClock(docket.deps, seconds * 1000);

/** Fred takes an approval after a minute, it goes on to fiona, back to the group, and is done by fred; another is cancelled. */
beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const approval = await docket.startApproval();
  from = (await docket.as(ada).do('getUserTaskRun', approval)).createdAt;
  await pass(60);
  await docket.as(fred).do('claimUserTaskRun', approval);
  await pass(30);
  const owners = { userId: 'fiona', userGroup: 'finance', overrideClaim: true, reason: 'Fred is away.' };
  await docket.as(ada).do('assignUserTaskRun', { ...approval, ...owners });
  await pass(10);
  await docket.as(fiona).do('releaseUserTaskRun', approval);
  await pass(7200);
  await docket.as(fred).do('completeUserTaskRun', { ...approval, results: { isApproved: true } });
  const twin = await docket.startApproval();
  await docket.as(ada).do('cancelUserTaskRun', { ...twin, reason: 'Asked for twice.' });
  await docket.startApproval();
  await pass(5);
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const metrics = (filter: Omit<CallOf<'getUserTaskMetrics'>, 'from'> = {}) =>
  docket.as(ada).do('getUserTaskMetrics', { from, userTaskDefName: 'approve-it-request', ...filter });
/** Real time passes too, while the test's clock is moved. */
const about = (seconds: number) => expect.toSatisfy((given: number) => given >= seconds && given < seconds + 5);

describe('metrics of user tasks', () => {
  it('tell how long tasks waited for somebody', async () => {
    expect((await metrics()).timeToClaim).toMatchObject({
      count: 2,
      min: about(60),
      p50: about(3630),
      max: about(7200),
    });
  });

  it('tell how long each holder had them, to the hand-over, the release and the end', async () => {
    const { holders, timeInHand, handOvers, releases } = await metrics();
    expect(holders).toMatchObject([
      { userId: 'fred', timeInHand: { count: 2, min: about(0), max: about(30) } },
      { userId: 'fiona', timeInHand: { count: 1, average: about(10) } },
    ]);
    expect(timeInHand).toMatchObject({ count: 3, p90: about(26) });
    expect([handOvers, releases]).toEqual([1, 1]);
  });

  it('tell what was completed and cancelled by definition, group and person', async () => {
    expect((await metrics()).throughput).toEqual({
      completed: 1,
      cancelled: 1,
      byUserTaskDef: [{ name: 'approve-it-request', completed: 1, cancelled: 1 }],
      byUserGroup: [{ name: 'finance', completed: 1, cancelled: 1 }],
      byUser: [{ name: 'fred', completed: 1, cancelled: 0 }],
    });
  });

  it('tell the age of what is open', async () => {
    const young = { status: 'UNASSIGNED', under: 3600, count: 1 };
    expect((await metrics()).ageing.filter(({ count }) => count > 0)).toEqual([young]);
    await pass(86_400 * 2);
    const old = { status: 'UNASSIGNED', under: 259_200, count: 1 };
    expect((await metrics({ userGroup: 'finance' })).ageing.filter(({ count }) => count > 0)).toEqual([old]);
    expect((await metrics({ userId: 'fred' })).ageing.filter(({ count }) => count > 0)).toEqual([]);
  });

  it('tell the figures apart by definition, group and person', async () => {
    const { groups } = await metrics({ by: 'userGroup' });
    expect(groups).toEqual([
      expect.objectContaining({ name: 'finance', open: 1, overdue: 0, arrived: 3, completed: 1, cancelled: 1 }),
    ]);
    expect(groups?.[0]).toMatchObject({ timeToClaim: { count: 2 }, timeInHand: { count: 3 }, hookFirings: 0 });
    expect((await metrics({ by: 'user' })).groups).toMatchObject([
      { name: 'fred', completed: 1, timeInHand: { count: 2 } },
      { name: 'fiona', completed: 0, open: 0, timeInHand: { count: 1 } },
    ]);
    expect((await metrics({ by: 'userTaskDef' })).groups).toMatchObject([{ name: 'approve-it-request', open: 1 }]);
    expect((await metrics()).groups).toBeNull();
  });

  it('tell what is open now, and what came and went by day of a zone', async () => {
    const { open, days } = await metrics();
    expect(open).toEqual({ unassigned: 1, assigned: 0, overdue: 0 });
    const sum = (what: 'arrived' | 'completed' | 'cancelled') => days.reduce((all, day) => all + day[what], 0);
    expect([sum('arrived'), sum('completed'), sum('cancelled')]).toEqual([3, 1, 1]);
    const dayIn = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(from));
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect((await metrics({ zone })).days[0]?.day).toBe(dayIn(zone));
    }
    const call = { from, zone: 'Middle/Earth' };
    expect(await docket.as(ada).code('getUserTaskMetrics', call)).toBe('INVALID_ARGUMENT');
  });

  it('name the tasks behind the longest waits', async () => {
    const { longestToClaim, longestInHand, latestFirings } = await metrics();
    expect(longestToClaim).toMatchObject([
      { userId: 'fred', userGroup: 'finance', seconds: about(7200) },
      { userId: 'fred', seconds: about(60), type: 'ASSIGNED' },
    ]);
    const [{ wfRunId, guid, title } = { wfRunId: '', guid: '', title: '' }] = longestToClaim;
    expect((await docket.as(ada).do('getUserTaskRun', { wfRunId, guid })).title).toBe(title);
    expect(longestInHand.map(({ userId }) => userId)).toEqual(['fred', 'fiona', 'fred']);
    expect(latestFirings).toEqual([]);
  });

  it('keep to their filters and their window', async () => {
    expect(await metrics({ userId: 'fiona' })).toMatchObject({
      timeToClaim: null,
      handOvers: 0,
      releases: 1,
      holders: [{ userId: 'fiona' }],
      throughput: { completed: 0, byUser: [] },
      isCapped: false,
    });
    expect(await metrics({ userGroup: 'it' })).toMatchObject({ timeInHand: null, throughput: { completed: 0 } });
    const early = new Date(Date.parse(from) + 80_000).toISOString();
    expect(await metrics({ to: early })).toMatchObject({ timeToClaim: { count: 1 }, timeInHand: null });
  });

  it('count what hooks brought about', async () => {
    const { wfRunId, guid } = await docket.startApproval();
    const { pool } = docket.deps.store;
    await pool.query(
      `INSERT INTO user_task_event
       SELECT (jsonb_populate_record(e, '{"seq": 90, "actor_kind": "hook", "body": {"type": "TASK_EXECUTED"}}')).*
       FROM user_task_event e WHERE wf_run_id = $1 AND guid = $2 AND seq = 0`,
      [wfRunId, guid],
    );
    await pass(1);
    const { hookFirings, latestFirings, groups } = await metrics({ by: 'userGroup' });
    expect(hookFirings).toEqual([{ type: 'TASK_EXECUTED', count: 1 }]);
    expect(latestFirings).toMatchObject([{ wfRunId, guid, type: 'TASK_EXECUTED' }]);
    expect(groups).toMatchObject([{ name: 'finance', hookFirings: 1 }]);
  });

  it('are for admins and for keys that may read', async () => {
    expect(await docket.as(fred).code('getUserTaskMetrics', { from })).toBe('PERMISSION_DENIED');
    expect(await docket.as(robot).code('getUserTaskMetrics', { from })).toBe('OK');
  });
});

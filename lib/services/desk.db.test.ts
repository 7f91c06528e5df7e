// What is on a person's desk: each list of their inbox, and how much there is in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, ivan, key, maria, openDocket, person, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

/** The red chair is with fred, he decided on the green one, fiona gave the table back and ivan got it, the lamp is with nobody. */
beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const tasks = [];
  for (const item of ['a red chair', 'a green chair', 'a table', 'a lamp'])
    tasks.push(await docket.startApproval(item));
  const [red, green, table, lamp] = tasks;
  if (!red || !green || !table || !lamp) return;
  await docket.as(fred).do('claimUserTaskRun', red);
  await docket.as(fred).do('completeUserTaskRun', { ...green, results: { isApproved: true } });
  await docket.as(fiona).do('claimUserTaskRun', table);
  await docket.as(fiona).do('releaseUserTaskRun', table);
  await docket.as(ada).do('assignUserTaskRun', { ...table, userId: 'ivan', overrideClaim: false });
  await docket.as(fiona).do('claimUserTaskRun', lamp);
  await docket.as(fiona).do('releaseUserTaskRun', lamp);
  const due = { [red.wfRunId]: '-1 hour', [lamp.wfRunId]: '2 hours' };
  for (const [wfRunId, distance] of Object.entries(due)) {
    await docket.deps.store.pool.query(
      `UPDATE user_task_run SET due_at = now() + $2::interval WHERE wf_run_id = $1 AND guid = '0-2'`,
      [wfRunId, distance],
    );
  }
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const found = async (who: Principal, search: CallOf<'searchUserTaskRuns'>) =>
  (await docket.searchAll(who, search)).map(({ context }) => context);

describe('a desk', () => {
  it.each([
    ['what fred has', fred, { desk: 'mine' }, ['a red chair']],
    [
      'what fred has and may claim, what is due first',
      fred,
      { desk: 'workable', sort: 'due' },
      ['a red chair', 'a lamp'],
    ],
    ['what fred completed', fred, { desk: 'done' }, ['a green chair']],
    ['nothing that fred waits for', fred, { desk: 'waiting' }, []],
    ['what fiona had and ivan has now, but not what she may claim', fiona, { desk: 'waiting' }, ['a table']],
    ['what maria requested, as long as it is open', maria, { desk: 'waiting' }, ['a lamp', 'a table', 'a red chair']],
    ['as much for an admin, who is a person too', ada, { desk: 'workable' }, []],
    ['what is due soon', fred, { desk: 'workable', dueWithinHours: 3 }, ['a lamp']],
    ['nothing that is due later', fred, { desk: 'workable', dueWithinHours: 1 }, []],
    ['what is overdue', fred, { desk: 'workable', overdue: true }, ['a red chair']],
    ['what a group of theirs has of it', fred, { desk: 'workable', userGroup: 'finance', q: 'lamp' }, ['a lamp']],
    ['nothing of a group of others', fred, { desk: 'workable', userGroup: 'it' }, []],
  ] as const)('has %s', async (_, who, search, expected) => {
    expect(await found(who, search)).toEqual(expected);
  });

  it.each([
    ['a service key', robot, { desk: 'mine' }],
    ['who names a holder besides', fred, { desk: 'workable', userId: 'fred' }],
    ['who names a status besides', fred, { desk: 'waiting', status: 'ASSIGNED' }],
    ['who asks for what is available besides', fred, { desk: 'mine', available: true }],
  ] as const)('is not for %s', async (_, who, search) => {
    const refusal = await docket.as(who).try('searchUserTaskRuns', search);
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'desk' }] });
  });
});

describe('the counts of a desk', () => {
  const numbersOf = async (who: Principal) => {
    const { groups, views, ...lists } = await docket.as(who).do('countDesk', {});
    const counts = Object.fromEntries(Object.entries(lists).map(([list, { count }]) => [list, count]));
    return { ...counts, groups: groups.map(({ userGroup, count }) => [userGroup, count]), views };
  };

  it('are one for each list, group and saved view', async () => {
    const { id: viewId } = await docket
      .as(fred)
      .do('createView', { name: 'Chairs', userGroup: 'finance', query: { q: 'chair', sort: 'created' } });
    expect(await numbersOf(fred)).toEqual({
      mine: 1,
      available: 1,
      dueSoon: 1,
      overdue: 1,
      waiting: 0,
      done: 1,
      groups: [['finance', 2]],
      views: [{ viewId, count: 2, isCapped: false }],
    });
    expect(await numbersOf(ivan)).toMatchObject({ mine: 1, available: 0, groups: [['it', 0]], views: [] });
    expect(await numbersOf(person('nobody'))).toMatchObject({ mine: 0, waiting: 0, groups: [], views: [] });
    const nothing = { available: true, q: 'chair' };
    expect(await docket.as(person('nobody')).do('countUserTaskRuns', nothing)).toEqual({ count: 0, isCapped: false });
  });

  it('are for people', async () => {
    expect(await docket.as(key('reader', ['read'])).code('countDesk', {})).toBe('PERMISSION_DENIED');
  });

  it('say of any search how much it finds', async () => {
    expect(await docket.as(fred).do('countUserTaskRuns', { q: 'chair' })).toEqual({ count: 2, isCapped: false });
    expect(await docket.as(robot).do('countUserTaskRuns', { userGroup: 'finance' })).toEqual({
      count: 3,
      isCapped: false,
    });
  });
});

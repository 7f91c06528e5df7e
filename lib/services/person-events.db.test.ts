// The assignment history of a person: what they had, from whom, why, and for how long.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import type { PersonEvent } from '#contracts/user-task-history.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { ada, type Docket, fred, ivan, openDocket, person, robot, TENANT } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.deps.store.prisma.tenant.create({ data: { id: TENANT } });
  await docket.as(ada).do('putGroup', { name: 'finance' });
  for (const userId of ['fred', 'fiona']) {
    const account = { userId, displayName: userId, groups: ['finance'], password: 'correct horse' };
    await docket.as(ada).do('putUser', account);
  }
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const eventsOf = async (userId: string, more: Partial<CallOf<'listEventsOfPerson'>> = {}) =>
  (await docket.as(ada).do('listEventsOfPerson', { userId, ...more })).results;
const told = ({ event, heldSeconds }: PersonEvent) =>
  `${event.actorId} ${event.cause}${event.reason ? ` (${event.reason})` : ''}${heldSeconds === null ? '' : ` after ${Math.floor(heldSeconds / 60)} min`}`;
const moveOn = (minutes: number) => advanceTestClock(docket.deps, minutes * 60_000);

it('names what a person took, gave, got and lost, the latest first, with reasons and how long they had it', async () => {
  const task = await docket.startApproval('a lamp');
  await docket.as(fred).do('claimUserTaskRun', task);
  await moveOn(20);
  await docket.as(fred).do('handOverUserTaskRun', { ...task, userId: 'fiona', reason: 'on holiday' });
  await moveOn(5);
  await docket.as(ada).do('assignUserTaskRun', {
    ...task,
    userId: 'fred',
    userGroup: 'finance',
    overrideClaim: true,
    reason: 'he is back',
  });
  await docket.as(fred).do('addComment', { ...task, comment: 'Again?' });
  await moveOn(2);
  await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });

  const fredsEvents = await eventsOf('fred');
  expect(fredsEvents.map(told)).toEqual([
    'fred complete after 2 min',
    'ada assign (he is back)',
    'fred hand-over (on holiday) after 20 min',
    'fred claim',
  ]);
  expect(fredsEvents[0]?.task).toMatchObject({ ...task, context: 'a lamp', status: 'DONE', userId: 'fred' });
  expect((await eventsOf('fiona')).map(told)).toEqual([
    'ada assign (he is back) after 5 min',
    'fred hand-over (on holiday)',
  ]);
  expect((await eventsOf('ada')).map(told)).toEqual(['ada assign (he is back)']);
});

it('gives each event once, page by page, within a window', async () => {
  for (let n = 0; n < 3; n++) {
    const task = await docket.startApproval();
    await docket.as(ivan).code('claimUserTaskRun', task);
    await docket.as(ada).do('assignUserTaskRun', { ...task, userId: 'ivan', userGroup: 'finance' });
    await docket.as(ivan).do('releaseUserTaskRun', { ...task, reason: `no. ${n}` });
    await moveOn(10);
  }
  const all = await eventsOf('ivan');
  expect(all.map(told)).toEqual([2, 1, 0].flatMap((n) => [`ivan release (no. ${n}) after 0 min`, 'ada assign']));

  const paged: PersonEvent[] = [];
  let bookmark: string | null | undefined;
  do {
    const page = await docket
      .as(ada)
      .do('listEventsOfPerson', { userId: 'ivan', limit: 4, ...(bookmark && { bookmark }) });
    paged.push(...page.results);
    bookmark = page.bookmark;
  } while (bookmark);
  expect(paged).toEqual(all);

  const middle = { from: all[3]?.event.at ?? '', to: all[1]?.event.at ?? '' };
  expect(await eventsOf('ivan', middle)).toEqual(all.slice(2, 4));
});

it('names what was done for them, whoever did it', async () => {
  const task = await docket.startApproval();
  await docket.as(robot).do('claimUserTaskRun', { ...task, userId: 'fiona' });
  await docket.as(ada).do('completeUserTaskRun', { ...task, userId: 'fiona', results: { isApproved: false } });
  const [completed, claimed] = await eventsOf('fiona');
  expect(completed?.event).toMatchObject({ type: 'COMPLETED', actorId: 'ada', onBehalfOf: 'fiona' });
  expect(claimed?.event).toMatchObject({ type: 'ASSIGNED', actorKind: 'service', onBehalfOf: 'fiona' });
  expect((await eventsOf('ada'))[0]?.event).toEqual(completed?.event);
});

it('names what was cancelled while they had it, by an admin or by a program, and not what they had no more', async () => {
  const [cancelled, byKey, given] = [
    await docket.startApproval('a chair'),
    await docket.startApproval('a desk'),
    await docket.startApproval('a shelf'),
  ];
  for (const task of [cancelled, byKey, given]) {
    await docket.as(ada).do('assignUserTaskRun', { ...task, userId: 'dora', userGroup: 'finance' });
  }
  await moveOn(30);
  await docket.as(ada).do('assignUserTaskRun', { ...given, userGroup: 'finance', overrideClaim: true, reason: 'away' });
  await docket.as(ada).do('cancelUserTaskRun', { ...given, reason: 'nobody wants it' });
  await docket.as(ada).do('cancelUserTaskRun', { ...cancelled, reason: 'bought already' });
  await moveOn(1);
  await docket.as(robot).do('cancelUserTaskRun', byKey);

  const told = (all: PersonEvent[]) =>
    all.map(({ task, event, heldSeconds }) => [
      task.context,
      event.type,
      event.reason,
      Math.floor((heldSeconds ?? 0) / 60),
    ]);
  const events = await eventsOf('dora');
  expect(told(events)).toEqual([
    ['a desk', 'CANCELLED', null, 31],
    ['a chair', 'CANCELLED', 'bought already', 30],
    ['a shelf', 'ASSIGNED', 'away', 30],
    ['a shelf', 'ASSIGNED', null, 0],
    ['a desk', 'ASSIGNED', null, 0],
    ['a chair', 'ASSIGNED', null, 0],
  ]);
  expect(await eventsOf('dora', { type: 'CANCELLED' })).toEqual(
    events.filter(({ event }) => event.type === 'CANCELLED'),
  );
  expect(await eventsOf('dora', { type: 'COMPLETED' })).toEqual([]);
  // Whoever cancelled it is told of it once, though it was theirs to cancel and never theirs.
  expect((await eventsOf('ada', { type: 'CANCELLED' })).map(({ task }) => task.context)).toEqual([
    'a chair',
    'a shelf',
  ]);
});

it('is for admins alone, of their own tenant', async () => {
  expect(await docket.as(fred).code('listEventsOfPerson', { userId: 'fred' })).toBe('PERMISSION_DENIED');
  const elsewhere = { ...person('eve', [], true), tenantId: `${TENANT}-2` };
  expect((await docket.as(elsewhere).do('listEventsOfPerson', { userId: 'fred' })).results).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOf, OutputOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, ivan, maria, openDocket, person } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
const items = ['a red chair', 'a green chair', 'Table No. 4711-B', 'a lamp'];

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const tasks = [];
  for (const item of items) tasks.push(await docket.startApproval(item));
  const [first, second, third] = tasks;
  if (!first || !second || !third) return;
  await docket.as(fred).do('claimUserTaskRun', first);
  await docket.as(fred).do('completeUserTaskRun', { ...second, results: { isApproved: true } });
  await docket.as(fiona).do('claimUserTaskRun', third);
  await docket.as(fiona).do('releaseUserTaskRun', third);
  await docket.as(ada).do('assignUserTaskRun', { ...third, userId: 'ivan', overrideClaim: false });
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const contexts = (found: { context: string | null }[]) =>
  found.map(({ context }) => context).filter((text) => text !== null);

describe('a person finds', () => {
  test('what their groups hold, what they own and what they owned once, newest first', async () => {
    expect(contexts(await docket.searchAll(fred, {}))).toEqual(['a lamp', 'a green chair', 'a red chair']);
    expect(contexts(await docket.searchAll(fiona, {}))).toEqual([...items].reverse());
    expect(contexts(await docket.searchAll(ivan, {}))).toEqual(['Table No. 4711-B']);
    expect(await docket.searchAll(person('nobody'), {})).toEqual([]);
  });

  test('what they requested', async () => {
    const found = await docket.searchAll(maria, {});
    expect(found).toHaveLength(8);
    expect(new Set(found.map(({ wfRunId, guid }) => `${wfRunId} ${guid}`)).size).toBe(8);
  });

  test('mine and what my group may take', async () => {
    expect(contexts(await docket.searchAll(fred, { status: 'ASSIGNED', userId: 'fred' }))).toEqual(['a red chair']);
    expect(contexts(await docket.searchAll(fred, { status: 'UNASSIGNED', userGroup: 'finance' }))).toEqual(['a lamp']);
    expect(contexts(await docket.searchAll(ivan, { status: 'UNASSIGNED', userGroup: 'finance' }))).toEqual([]);
  });
});

describe('filters', () => {
  test.each([
    ['status', { status: 'DONE', userTaskDefName: 'approve-it-request' }, ['a green chair']],
    ['userId', { userId: 'ivan' }, ['Table No. 4711-B']],
    ['userGroup', { userGroup: 'finance' }, ['a lamp', 'a green chair', 'a red chair']],
    ['wfSpecName', { wfSpecName: 'nothing' }, []],
    ['words, by their beginnings', { q: 'CHAI red' }, ['a red chair']],
    ['words that punctuation parts', { q: 'no 4711-b' }, ['Table No. 4711-B']],
    ['words that are operators', { q: "' & | ! <-> lamp:*" }, ['a lamp']],
    ['nothing but signs', { q: '%_' }, []],
  ] as const)('by %s', async (_, filter, expected) => {
    expect(contexts(await docket.searchAll(ada, filter))).toEqual(expected);
  });

  test('by time and run', async () => {
    const [newest, ...older] = await docket.searchAll(ada, { userTaskDefName: 'approve-it-request' });
    if (!newest) throw new Error('nothing found');
    expect(await docket.searchAll(ada, { wfRunId: newest.wfRunId, status: 'UNASSIGNED' })).toEqual([newest]);
    const since = await docket.searchAll(ada, { earliestStart: newest.createdAt });
    expect(since.map(({ guid }) => guid)).toEqual(['0-2']);
    const until = await docket.searchAll(ada, {
      latestStart: older[0]?.createdAt,
      userTaskDefName: 'approve-it-request',
    });
    expect(until).toEqual(older);
  });
});

test('a task is found by, and comes with, its title in every language of its form', async () => {
  const displayName = { en: 'Travel request', de: 'Reiseantrag' };
  await docket.as(ada).do('putUserTaskDef', { name: 'travel', displayName, fields: [] });
  const userGroup = { literal: 'travellers' };
  const start = await docket.putTask('travel', { type: 'USER_TASK', userTaskDefName: 'travel', userGroup });
  const task = await start();
  for (const q of ['reiseant', 'travel']) {
    const [found, ...more] = await docket.searchAll(person('tom', ['travellers']), { q });
    expect(found).toMatchObject({ ...task, title: 'Travel request', titles: displayName });
    expect(more).toEqual([]);
  }
  expect(await docket.as(ada).do('getUserTaskRun', task)).toMatchObject({ titles: displayName });
});

test('UT-79 a task is found by what it is now', async () => {
  const finance = person('finn', ['controlling']);
  await docket.as(ada).do('putWfSpec', {
    name: 'controlled',
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'it-request',
            userGroup: { literal: 'controlling' },
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  const { id: wfRunId } = await docket.as(maria).do('runWf', { wfSpecName: 'controlled' });
  const task = { wfRunId, guid: '0-1' };
  const found = async (filter: CallOf<'searchUserTaskRuns'>) =>
    (await docket.searchAll(finance, { wfSpecName: 'controlled', ...filter })).length;
  const states = async () => [
    await found({ userGroup: 'controlling', status: 'UNASSIGNED' }),
    await found({ available: true }),
    await found({ userId: 'finn', status: 'ASSIGNED' }),
    await found({ userId: 'finn', status: 'DONE', completedAfter: '2020-01-01T00:00:00Z' }),
  ];
  expect(await states()).toEqual([1, 1, 0, 0]);
  await docket.as(finance).do('claimUserTaskRun', task);
  expect(await states()).toEqual([0, 0, 1, 0]);
  await docket.as(finance).do('completeUserTaskRun', { ...task, results: { item: 'a ledger' } });
  expect(await states()).toEqual([0, 0, 0, 1]);
  expect(await docket.searchAll(ada, { wfSpecName: 'controlled' })).toHaveLength(1);
  const past = { wfSpecName: 'controlled', completedBefore: '2020-01-01T00:00:00Z' };
  expect(await docket.searchAll(ada, past)).toEqual([]);
});

test('UT-80 five tasks come in pages of two, two and one, and the last has no bookmark', async () => {
  const question = { userTaskDefName: 'it-request', wfSpecName: 'it-request', limit: 2, sort: 'created' } as const;
  while ((await docket.searchAll(maria, question)).length < 5) await docket.start();
  const pages: string[][] = [];
  let bookmark: string | null = null;
  do {
    const page: OutputOf<'searchUserTaskRuns'> = await docket
      .as(maria)
      .do('searchUserTaskRuns', { ...question, ...(bookmark !== null && { bookmark }) });
    pages.push(page.results.map(({ wfRunId }) => wfRunId));
    bookmark = page.bookmark;
  } while (bookmark !== null);
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(new Set(pages.flat()).size).toBe(5);
});

describe('pages', () => {
  test('of one hold the same as one of all, both ways round', async () => {
    const whole = await docket.searchAll(maria, { sort: 'created' });
    expect(await docket.searchAll(maria, { sort: 'created', limit: 1 })).toEqual(whole);
    expect(await docket.searchAll(maria, { sort: '-created', limit: 3 })).toEqual([...whole].reverse());
  });

  test('do not shift when work comes in meanwhile', async () => {
    const question = { sort: '-created', limit: 2 } as const;
    const first = await docket.as(ada).do('searchUserTaskRuns', question);
    const before = await docket.searchAll(ada, {});
    await docket.startApproval('one more');
    const second = await docket.as(ada).do('searchUserTaskRuns', { ...question, bookmark: first.bookmark ?? '' });
    expect(second.results).toEqual(before.slice(2, 4));
  });

  test('belong to who asked, and to what was asked', async () => {
    const { bookmark } = await docket.as(ada).do('searchUserTaskRuns', { sort: '-created', limit: 1 });
    if (bookmark === null) throw new Error('no bookmark');
    for (const [who, input] of [
      [maria, {}],
      [ada, { status: 'DONE' }],
      [ada, { bookmark: 'W10' }],
      [ada, { bookmark: '%%%' }],
    ] as const) {
      const refusal = await docket
        .as(who)
        .try('searchUserTaskRuns', { sort: '-created', limit: 1, bookmark, ...input });
      expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'bookmark' }] });
    }
  });
});

test("another tenant's task does not exist", async () => {
  const [task] = await docket.searchAll(ada, {});
  const foreign = { ...ada, tenantId: 'other' };
  expect(await docket.searchAll(foreign, {})).toEqual([]);
  if (!task) throw new Error('there is no task');
  const { wfRunId, guid } = task;
  expect(await docket.as(foreign).code('getUserTaskRun', { wfRunId, guid })).toBe('NOT_FOUND');
});

test('what is suspended is in a list of work only when it is asked for', async () => {
  const start = await docket.putTask('halting', { userId: { literal: 'sven' }, userGroup: { literal: 'stable' } });
  const [halted, going] = [await start(), await start()];
  await docket.as(ada).do('stopWfRun', { wfRunId: halted.wfRunId });
  const runs = async (input: object) => (await docket.searchAll(ada, input)).map(({ wfRunId }) => wfRunId);
  const both = [going.wfRunId, halted.wfRunId];
  for (const list of [{ userId: 'sven', status: 'ASSIGNED' }, { userGroup: 'stable' }]) {
    expect(await runs(list)).toEqual([going.wfRunId]);
    expect(await runs({ ...list, suspended: true })).toEqual([halted.wfRunId]);
    expect(await runs({ ...list, suspended: false })).toEqual([going.wfRunId]);
  }
  expect(await runs({ wfSpecName: 'halting' })).toEqual(both);
  expect(await runs({ wfSpecName: 'halting', suspended: true })).toEqual([halted.wfRunId]);
});

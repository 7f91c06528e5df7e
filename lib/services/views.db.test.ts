import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, ivan, key, openDocket, person, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
const AVAILABLE = { available: true, sort: 'due' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const save = (who: Principal, view: Partial<CallOf<'createView'>>) =>
  docket.as(who).do('createView', { name: 'A view', query: AVAILABLE, ...view });
const namesFor = async (who: Principal, of: CallOf<'searchViews'> = {}) =>
  (await docket.as(who).do('searchViews', of)).results.map(({ name }) => name);

describe('a saved view', () => {
  it('keeps a search under a name, is changed and deleted', async () => {
    const view = await save(fred, { name: ' Due soon ', query: { ...AVAILABLE, priorityMin: 70 } });
    expect(view).toMatchObject({ name: 'Due soon', userId: 'fred', userGroup: null });
    expect(view.query).toEqual({ available: true, priorityMin: 70, sort: 'due' });
    const found = await docket.as(fred).do('searchViews', {});
    expect(found.results).toEqual([view]);
    const query = { userId: 'fred', status: 'ASSIGNED' } as const;
    const changed = await docket.as(fred).do('replaceView', { viewId: view.id, name: 'Mine', query });
    expect(changed).toMatchObject({ id: view.id, name: 'Mine', query: { ...query, sort: '-created' } });
    await docket.as(fred).do('deleteView', { viewId: view.id });
    expect(await namesFor(fred)).toEqual([]);
    expect(await docket.as(fred).code('deleteView', { viewId: view.id })).toBe('NOT_FOUND');
  });

  it('is checked as a search is', async () => {
    const wrong = { name: 'Wrong', query: { colour: 'red', priorityMin: 101 } } as CallOf<'createView'>;
    const refusal = await docket.as(fred).try('createView', wrong);
    expect(refusal?.errors?.map(({ path }) => path)).toEqual(['query.priorityMin', 'query.colour']);
    const query = { status: 'DONE', sort: 'urgency' } as const;
    expect(await docket.as(fred).try('createView', { name: 'Wrong', query })).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'sort' }],
    });
  });

  it('has a name of its own among those of its owner', async () => {
    const first = await save(fred, { name: 'One' });
    const second = await save(fred, { name: 'Two' });
    await save(fiona, { name: 'One' });
    await save(fred, { name: 'One', userGroup: 'finance' });
    expect(await docket.as(fred).code('createView', { name: 'One', query: {} })).toBe('ALREADY_EXISTS');
    const change = { viewId: second.id, name: 'One', query: {} };
    expect(await docket.as(fred).code('replaceView', change)).toBe('ALREADY_EXISTS');
    expect(await docket.as(fred).code('replaceView', { ...change, viewId: first.id })).toBe('OK');
  });

  it('is one of at most a hundred', async () => {
    const hoarder = person('hoarder');
    for (let count = 0; count < 100; count++) await save(hoarder, { name: `View ${count}` });
    expect(await docket.as(hoarder).code('createView', { name: 'One more', query: {} })).toBe('FAILED_PRECONDITION');
    expect(await docket.as(hoarder).do('searchViews', { limit: 60 })).toMatchObject({ bookmark: expect.any(String) });
  });
});

describe("whose views one may use: one's own and one's groups'", () => {
  const nina = person('nina', ['legal']);
  const noah = person('noah', ['legal']);
  let personal: string;
  let shared: string;
  beforeAll(async () => {
    personal = (await save(nina, { name: 'Personal' })).id;
    shared = (await save(nina, { name: 'Shared', userGroup: 'legal' })).id;
  });

  const cases: [string, Principal, ('personal' | 'shared')[]][] = [
    ['their owner', nina, ['personal', 'shared']],
    ['a member of the group', noah, ['shared']],
    ['a stranger', ivan, []],
    ['an admin', ada, ['shared']],
    ['a service key', robot, ['personal', 'shared']],
  ];
  it.each(cases)('%s', async (_, who, mine) => {
    for (const [kind, viewId] of Object.entries({ personal, shared })) {
      const code = mine.some((name) => name === kind) ? 'OK' : 'NOT_FOUND';
      expect(await docket.as(who).code('replaceView', { viewId, name: kind, query: {} })).toBe(code);
      expect(await docket.as(who).code('countView', { viewId })).toBe(code);
      if (code === 'NOT_FOUND') expect(await docket.as(who).code('deleteView', { viewId })).toBe(code);
    }
  });

  it('lists them together, or those of the owner named', async () => {
    expect(await namesFor(nina)).toEqual(['personal', 'shared']);
    expect(await namesFor(nina, { userGroup: 'legal' })).toEqual(['shared']);
    expect(await namesFor(noah)).toEqual(['shared']);
    expect(await namesFor(ada, { userGroup: 'legal' })).toEqual(['shared']);
    expect(await namesFor(robot, { userId: 'nina', userGroup: 'legal' })).toEqual(['personal', 'shared']);
    for (const [who, of, code] of [
      [ivan, { userGroup: 'legal' }, 'PERMISSION_DENIED'],
      [noah, { userId: 'nina' }, 'PERMISSION_DENIED'],
      [ada, { userId: 'nina' }, 'PERMISSION_DENIED'],
      [robot, {}, 'INVALID_ARGUMENT'],
    ] as const) {
      expect(await docket.as(who).code('searchViews', of)).toBe(code);
    }
  });

  it('lets nobody save one for others', async () => {
    const view = { name: 'For others', query: {} };
    expect(await docket.as(ivan).code('createView', { ...view, userGroup: 'legal' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(ivan).code('createView', { ...view, userId: 'nina' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(ada).code('createView', { ...view, userId: 'nina' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(nina).code('createView', { ...view, userId: 'nina', userGroup: 'legal' })).toBe(
      'INVALID_ARGUMENT',
    );
    expect(await docket.as(robot).code('createView', view)).toBe('INVALID_ARGUMENT');
    expect(await docket.as(key('reader', ['read'])).code('createView', view)).toBe('PERMISSION_DENIED');
    expect(await docket.as(robot).code('createView', { ...view, userId: 'nina' })).toBe('OK');
  });
});

describe('a count', () => {
  it('is of what the caller may see, and ends at ten thousand', async () => {
    const { id: viewId } = await save(fred, { name: 'To take', userGroup: 'finance', query: { available: true } });
    const count = (who: Principal) => docket.as(who).do('countView', { viewId });
    const task = await docket.startApproval();
    await docket.startApproval();
    expect(await count(fred)).toEqual({ count: 2, isCapped: false });
    await docket.as(fiona).do('claimUserTaskRun', task);
    expect(await count(fred)).toEqual({ count: 1, isCapped: false });
    expect(await count(ada)).toEqual({ count: 0, isCapped: false });
    await docket.deps.store.pool.query(
      `INSERT INTO user_task_run SELECT (jsonb_populate_record(t, jsonb_build_object('guid', '0-' || n))).*
       FROM user_task_run t, generate_series(100, 10200) n WHERE t.status = 'UNASSIGNED'`,
    );
    expect(await count(fred)).toEqual({ count: 10_000, isCapped: true });
  });
});

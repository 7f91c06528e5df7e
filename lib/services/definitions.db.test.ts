import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { openDeps } from './deps.ts';
import { invoke } from './invoke.ts';
import { ada, type Docket, fred, IT_REQUEST, maria, openDocket } from './testing/docket.ts';

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

const field = (name: string) => ({ name, type: 'STR' as const, required: true });
/** A form with each kind of rule. */
const RICH = {
  name: 'travel-request',
  displayName: { en: 'Travel request', de: 'Reiseantrag' },
  ownerMayCancel: true,
  agentMay: 'draft',
  fields: [
    {
      name: 'reason',
      type: 'STR',
      required: true,
      widget: 'multiline',
      minLength: 10,
      maxLength: 2000,
      placeholder: 'Why?',
    },
    {
      name: 'transport',
      type: 'STR',
      required: true,
      options: [{ value: 'train', label: 'Train' }, { value: 'plane' }],
      defaultValue: 'train',
    },
    {
      name: 'flight',
      type: 'STR',
      required: true,
      pattern: '[A-Z]{2}\\d{1,4}',
      patternHint: 'like OS561',
      visibleWhen: { field: 'transport', op: 'equals', value: 'plane' },
    },
    { name: 'leavesAt', type: 'TIMESTAMP', required: true, min: '2026-01-01T00:00:00Z' },
    { name: 'cost', type: 'DOUBLE', required: true, min: 0, section: 'Money' },
    { name: 'rate', type: 'DOUBLE', required: true, readOnly: true, defaultValue: 0.42, section: 'Money' },
    {
      name: 'approver',
      type: 'STR',
      required: false,
      widget: 'user',
      requiredWhen: {
        any: [{ field: 'cost', op: 'greaterThan', value: 1000 }, { not: { field: 'reason', op: 'isSet' } }],
      },
    },
    {
      name: 'extras',
      type: 'JSON_ARR',
      required: false,
      widget: 'multiselect',
      options: [{ value: 'hotel' }, { value: 'car' }],
    },
    { name: 'notes', type: 'JSON_OBJ', required: false },
  ],
} satisfies CallOf<'putUserTaskDef'>;
const versionOf = ({ majorVersion, revision }: { majorVersion: number; revision: number }) =>
  `${majorVersion}.${revision}`;
const named = (prefix: string) => ({ prefix, limit: 50 });

describe('a TaskDef', () => {
  test('is put once; the same again is a no-op, another is refused', async () => {
    const put = { name: 'send', inputVars: [{ name: 'to', type: 'STR' as const }] };
    const first = await docket.as(ada).do('putTaskDef', put);
    expect(await docket.as(ada).do('putTaskDef', put)).toEqual(first);
    expect(await docket.as(ada).code('putTaskDef', { ...put, inputVars: [] })).toBe('ALREADY_EXISTS');
    expect(await docket.as(fred).code('putTaskDef', put)).toBe('PERMISSION_DENIED');
    await docket.as(ada).do('deleteTaskDef', { name: 'send' });
    expect(await docket.as(ada).code('getTaskDef', { name: 'send' })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('deleteTaskDef', { name: 'send' })).toBe('NOT_FOUND');
  });

  test('in use cannot be deleted, and it is said by what', async () => {
    const refusal = await docket.as(ada).try('deleteTaskDef', { name: 'tell-requester' });
    expect(refusal?.code).toBe('FAILED_PRECONDITION');
    expect(refusal?.detail).toContain('it-request 0.0');
  });
});

describe('a UserTaskDef', () => {
  test('UT-23, UT-88, UT-89 put again is the same version, in another order or as it once was a new one', async () => {
    const put = async (names: string[]) =>
      (await docket.as(ada).do('putUserTaskDef', { name: 'ordered', fields: names.map(field) })).version;
    expect(await put(['a', 'b'])).toBe(0);
    expect(await put(['a', 'b'])).toBe(0);
    expect(await put(['b', 'a'])).toBe(1);
    expect(await put(['a', 'b'])).toBe(2);
  });

  test('gets a version per change, also when puts race', async () => {
    const put = (names: string[]) => docket.as(ada).do('putUserTaskDef', { name: 'form', fields: names.map(field) });
    expect((await put(['a'])).version).toBe(0);
    const raced = await Promise.all([put(['b']), put(['c'])]);
    expect(raced.map(({ version }) => version).sort()).toEqual([1, 2]);
    const { results } = await docket.as(ada).do('listUserTaskDefVersions', { name: 'form', limit: 50 });
    expect(results.map(({ version }) => version)).toEqual([2, 1, 0]);
    expect((await docket.as(ada).do('getUserTaskDefVersion', { name: 'form', version: 0 })).fields).toEqual([
      field('a'),
    ]);
  });

  test('comes back as it was put, with every rule that it has', async () => {
    const put = await docket.as(ada).do('putUserTaskDef', RICH);
    expect(put).toEqual({ ...RICH, version: 0, createdAt: put.createdAt });
    expect(await docket.as(fred).do('getUserTaskDef', { name: RICH.name })).toEqual(put);
    expect((await docket.as(ada).do('putUserTaskDef', RICH)).version).toBe(0);
  });

  test('of the four plain types is stored and answered without what it does not say', async () => {
    const fields = [{ name: 'a', type: 'BOOL' as const, required: true }];
    const put = await docket.as(ada).do('putUserTaskDef', { name: 'plain', fields });
    expect(put).toEqual({ name: 'plain', version: 0, createdAt: put.createdAt, fields });
  });

  test('is refused with every fault at its place', async () => {
    const fields = [
      { name: 'a', type: 'INT' as const, min: 3, max: 2, pattern: '(' },
      { name: 'a', type: 'STR' as const, visibleWhen: { field: 'b', op: 'isSet' as const } },
    ];
    const refusal = await docket.as(ada).try('putUserTaskDef', { name: 'faulty', fields });
    expect(refusal?.code).toBe('INVALID_ARGUMENT');
    expect(refusal?.errors?.map(({ path }) => path)).toEqual([
      'fields.0.max',
      'fields.0.pattern',
      'fields.0.pattern',
      'fields.1.name',
      'fields.1.visibleWhen.field',
    ]);
  });

  test('that a WfSpec is pinned to cannot be deleted', async () => {
    const pinned = { name: 'it-request', version: 0 };
    const refusal = await docket.as(ada).try('deleteUserTaskDefVersion', pinned);
    expect(refusal?.detail).toContain('it-request 0.0');
  });
});

describe('a WfSpec', () => {
  test('is checked as a whole, and what is wrong is named', async () => {
    const broken = { ...IT_REQUEST, name: 'broken', entrypoint: 'nowhere' };
    const refusal = await docket.as(ada).try('putWfSpec', broken);
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'entrypoint' }] });
  });

  test('is numbered by how it differs, moves with its forms, and never uses a number twice', async () => {
    const put = async (spec: typeof IT_REQUEST) =>
      versionOf(await docket.as(ada).do('putWfSpec', { name: 'spec', ...spec }));
    expect(await put(IT_REQUEST)).toBe('0.0');
    expect(await put(IT_REQUEST)).toBe('0.0');
    expect(await put({ ...IT_REQUEST, description: 'now with words' })).toBe('0.1');
    await docket.as(ada).do('putUserTaskDef', { name: 'it-request', fields: [field('item'), field('why')] });
    expect(await put({ ...IT_REQUEST, description: 'now with words' })).toBe('0.2');
    await docket.as(ada).do('deleteWfSpecVersion', { name: 'spec', version: '0.2' });
    expect(await docket.as(ada).code('getWfSpecVersion', { name: 'spec', version: '0.2' })).toBe('NOT_FOUND');
    expect(versionOf(await docket.as(ada).do('getWfSpec', { name: 'spec' }))).toBe('0.1');
    expect(await put({ ...IT_REQUEST, description: 'again' })).toBe('0.3');
    const main = IT_REQUEST.threads.main;
    if (!main) throw new Error('no main thread');
    const more = { name: 'urgent', type: 'BOOL' as const, required: true };
    const spec = { ...IT_REQUEST, threads: { main: { ...main, variables: [...main.variables, more] } } };
    expect(versionOf(await docket.as(ada).do('putWfSpec', { name: 'spec', ...spec }))).toBe('1.0');
    const { results } = await docket.as(ada).do('listWfSpecVersions', { name: 'spec', limit: 50 });
    expect(results.map(versionOf)).toEqual(['1.0', '0.3', '0.1', '0.0']);
  });

  test('that ran cannot be deleted, and one that was deleted cannot be run, in any process', async () => {
    await docket.as(ada).do('putWfSpec', { name: 'gone', ...IT_REQUEST });
    const start = { wfSpecName: 'gone', majorVersion: 0, revision: 0, variables: { requester: 'maria' } };
    const other = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
    const elsewhere = () => invoke(other, 'runWf', { principal: maria }, start);
    const run = await elsewhere();
    if (!run.ok) throw new Error(run.refusal.detail);
    const version = { name: 'gone', version: '0.0' };
    expect(await docket.as(ada).code('deleteWfSpecVersion', version)).toBe('FAILED_PRECONDITION');
    await docket.as(ada).do('cancelUserTaskRun', { wfRunId: run.output.id, guid: '0-1', reason: 'over' });
    expect(await docket.as(ada).code('deleteWfSpecVersion', version)).toBe('FAILED_PRECONDITION');
    await docket.as(ada).do('deleteWfRun', { wfRunId: run.output.id });
    await docket.as(ada).do('deleteWfSpecVersion', version);
    expect(await elsewhere()).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    await other.close();
  });
});

describe('lists', () => {
  test('are by name, by prefix, and in pages', async () => {
    for (const name of ['list-b', 'list-a', 'list-c']) await docket.as(ada).do('putUserTaskDef', { name, fields: [] });
    await docket.as(ada).do('putUserTaskDef', { name: 'list-a', fields: [field('x')] });
    const all = await docket.as(fred).do('searchUserTaskDefs', named('list-'));
    expect(all.results.map(({ name, version }) => `${name} ${version}`)).toEqual(['list-a 1', 'list-b 0', 'list-c 0']);
    const first = await docket.as(fred).do('searchUserTaskDefs', { prefix: 'list-', limit: 2 });
    const bookmark = first.bookmark ?? '';
    const second = await docket.as(fred).do('searchUserTaskDefs', { prefix: 'list-', limit: 2, bookmark });
    expect(second).toMatchObject({ results: [{ name: 'list-c' }], bookmark: null });
  });

  test.each(['%', '_', String.raw`\ `, 'tell_'])('take %j as it stands', async (prefix) => {
    expect((await docket.as(fred).do('searchTaskDefs', named(prefix))).results).toEqual([]);
    expect((await docket.as(fred).do('searchWfSpecs', named(prefix))).results).toEqual([]);
  });
});

describe('a run', () => {
  test('has an id of its own, the latest version, and the inputs that its WfSpec asks for', async () => {
    const start = { wfSpecName: 'it-request', id: 'mine', variables: { requester: 'maria' } };
    expect(await docket.as(maria).do('runWf', start)).toMatchObject({ id: 'mine', revision: 0, requester: 'maria' });
    expect(await docket.as(maria).code('runWf', start)).toBe('ALREADY_EXISTS');
    expect(await docket.as(maria).code('runWf', { ...start, wfSpecName: 'nothing', id: 'x' })).toBe('NOT_FOUND');
    expect(await docket.as(maria).code('runWf', { ...start, id: 'x', revision: 0 })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(maria).code('runWf', { ...start, id: 'x', requester: 'fred' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(ada).do('runWf', { ...start, id: 'x', requester: 'fred' })).toMatchObject({
      requester: 'fred',
    });
  });

  test('is found by its WfSpec, its status and when it began', async () => {
    const search = (filter: object) => docket.as(ada).do('searchWfRuns', { limit: 50, ...filter });
    const { results } = await search({ wfSpecName: 'it-request', status: 'RUNNING' });
    expect(results.map(({ id }) => id)).toEqual(['x', 'mine']);
    expect((await search({ wfSpecName: 'it-request' })).results).toEqual(results);
    expect((await search({ status: 'COMPLETED' })).results).toEqual([]);
    const [newest] = results;
    expect((await search({ startedAfter: newest?.startedAt })).results).toEqual([]);
    const first = await search({ limit: 1 });
    expect(first.results).toEqual([newest]);
    expect((await search({ limit: 1, bookmark: first.bookmark })).results).toEqual([results[1]]);
  });
});

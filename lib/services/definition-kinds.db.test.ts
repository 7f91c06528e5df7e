import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fred, openDocket } from './testing/docket.ts';

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

type Spec = CallOf<'putWfSpec'>;
type Variable = NonNullable<Spec['threads'][string]['variables']>[number];

const put = async (spec: Spec): Promise<string> => {
  const { majorVersion, revision } = await docket.as(ada).do('putWfSpec', spec);
  return `${majorVersion}.${revision}`;
};
const refusalOf = (spec: Spec) => docket.as(ada).try('putWfSpec', spec);

/** A process that goes from start to end, with these variables and whatever else is said of it. */
const plain = (name: string, variables: Variable[] = [], more: Partial<Spec> = {}): Spec => ({
  name,
  entrypoint: 'main',
  threads: {
    main: { variables, nodes: { start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] }, end: { type: 'EXIT' } } },
  },
  ...more,
});
const int = (name: string, more: Partial<Variable> = {}): Variable => ({ name, type: 'INT', ...more });

/** One that returns the value of a variable. */
const returning = (name: string, type: Variable['type'], exits: object[]): Spec => ({
  name,
  entrypoint: 'main',
  threads: {
    main: {
      variables: [{ name: 'result', type }],
      nodes: {
        start: {
          type: 'ENTRYPOINT',
          edges: exits.map((_, index) => ({ to: `end${index}`, ...(index === 0 && { condition: { literal: true } }) })),
        },
        ...Object.fromEntries(exits.map((exit, index) => [`end${index}`, { type: 'EXIT', ...exit }])),
      },
    },
  },
});

describe('versions of a WfSpec', () => {
  it.each(['ALL', 'MINOR_REVISION_UPDATES', 'NO_UPDATES'] as const)(
    'J-01 the same again is the same: %s',
    async (mode) => {
      const spec = plain(`same-${mode.toLowerCase().replaceAll('_', '-')}`, [int('a')], { allowedUpdates: mode });
      expect(await put(spec)).toBe('0.0');
      expect(await put(spec)).toBe('0.0');
    },
  );

  it('J-02 an optional variable is a revision', async () => {
    expect(await put(plain('optional'))).toBe('0.0');
    expect(await put(plain('optional', [int('a')]))).toBe('0.1');
    expect(await put(plain('optional', [int('a', { searchable: true })]))).toBe('0.2');
  });

  it('J-04 a version that allows no updates stays the last', async () => {
    await put(plain('closed', [], { allowedUpdates: 'NO_UPDATES' }));
    const refusal = await refusalOf(plain('closed', [int('a')], { allowedUpdates: 'NO_UPDATES' }));
    expect(refusal).toMatchObject({ code: 'ALREADY_EXISTS', detail: expect.stringContaining('already exists') });
  });

  it('J-05 a version that allows revisions only refuses a breaking change, and takes a revision', async () => {
    const minor = { allowedUpdates: 'MINOR_REVISION_UPDATES' } as const;
    await put(plain('minor', [], minor));
    const refusal = await refusalOf(plain('minor', [int('a', { required: true })], minor));
    expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION', detail: expect.stringContaining('breaking change') });
    expect(await put(plain('minor', [int('a')], minor))).toBe('0.1');
  });

  it('J-07 without a PUBLIC variable it is a new major version, in which the variable stays frozen', async () => {
    expect(await put(plain('public', [int('a', { access: 'PUBLIC' })]))).toBe('0.0');
    expect(await put(plain('public'))).toBe('1.0');
    const { frozenVariables } = await docket.as(fred).do('getWfSpec', { name: 'public' });
    expect(frozenVariables).toEqual([{ name: 'a', type: 'INT' }]);
    const changed = await refusalOf(plain('public', [{ name: 'a', type: 'STR' }]));
    expect(changed).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'threads.main.variables.0.type' }] });
    expect(await put(plain('public', [int('a')]))).toBe('1.1');
  });

  it('J-08 without a required variable it is a new major version', async () => {
    expect(await put(plain('required', [int('a', { required: true })]))).toBe('0.0');
    expect(await put(plain('required', [int('a')]))).toBe('1.0');
  });

  it('J-10 one that begins to return a value is a new major version; another type of a private variable a revision', async () => {
    const result = { variable: 'result' };
    expect(await put(returning('returns', 'INT', [{}]))).toBe('0.0');
    expect(await put(returning('returns', 'STR', [{}]))).toBe('0.1');
    expect(await put(returning('returns', 'STR', [{ result }]))).toBe('1.0');
    expect(await put(returning('returns', 'INT', [{ result }]))).toBe('2.0');
  });

  it('J-11 EXITs that return different types, or some a value and some none, are refused', async () => {
    const different = await refusalOf(
      returning('mixed', 'INT', [{ result: { variable: 'result' } }, { result: { literal: 'x' } }]),
    );
    expect(different).toMatchObject({ code: 'INVALID_ARGUMENT', detail: expect.stringContaining('main') });
    const void_ = await refusalOf(returning('mixed', 'INT', [{ result: { variable: 'result' } }, {}]));
    expect(void_?.code).toBe('INVALID_ARGUMENT');
    const same = returning('mixed', 'INT', [{ result: { variable: 'result' } }, { result: { literal: 1 } }]);
    expect(await put(same)).toBe('0.0');
  });

  it('is refused when it has more bytes than are allowed', async () => {
    const refusal = await refusalOf(plain('large', [{ name: 'a', type: 'STR', default: 'x'.repeat(1_000_001) }]));
    expect(refusal).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', detail: expect.stringContaining('MAX_SPEC_BYTES') });
  });
});

describe('a StructDef', () => {
  const car = (fields: CallOf<'putStructDef'>['fields'], more: Partial<CallOf<'putStructDef'>> = {}) => ({
    name: 'car',
    fields,
    ...more,
  });

  it('J-13 without a version is pinned to the latest, with one to that; what is not there is refused', async () => {
    const { version } = await docket.as(ada).do('putStructDef', car({ brand: { type: 'STR' } }));
    expect(version).toBe(0);
    expect((await docket.as(ada).do('putStructDef', car({ brand: { type: 'STR' } }))).version).toBe(0);
    const grown = car({ brand: { type: 'STR' }, doors: { type: 'INT', default: 4 } });
    expect((await docket.as(ada).do('putStructDef', grown)).version).toBe(1);
    expect((await docket.as(ada).do('putStructDef', { ...grown, description: 'On wheels.' })).version).toBe(2);

    await put(
      plain('driving', [
        { name: 'latest', type: { struct: 'car' } },
        { name: 'first', type: { struct: 'car', version: 0 } },
      ]),
    );
    const { threads } = await docket.as(ada).do('getWfSpec', { name: 'driving' });
    expect(threads.main?.variables.map(({ type }) => type)).toEqual([
      { struct: 'car', version: 2 },
      { struct: 'car', version: 0 },
    ]);
    expect(await refusalOf(plain('flying', [{ name: 'plane', type: { struct: 'plane' } }]))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'threads.main.variables.0.type' }],
    });
  });

  it('J-13 takes a compatible change only, no JSON, and no name that is not camelCase', async () => {
    const code = (fields: CallOf<'putStructDef'>['fields']) => docket.as(ada).try('putStructDef', car(fields));
    expect(await code({ brand: { type: 'STR' }, wheels: { type: 'INT' } })).toMatchObject({
      code: 'FAILED_PRECONDITION',
      errors: expect.arrayContaining([expect.objectContaining({ path: 'fields.wheels' })]),
    });
    expect(await code({ brand: { type: { array: 'JSON_OBJ' } } })).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(await code({ Brand: { type: 'STR' } })).toMatchObject({ code: 'INVALID_ARGUMENT' });
    const fixed = { name: 'fixed', fields: { a: { type: 'INT' as const } }, allowedUpdates: 'NO_UPDATES' as const };
    await docket.as(ada).do('putStructDef', fixed);
    const more = { ...fixed, fields: { ...fixed.fields, b: { type: 'INT' as const, nullable: true } } };
    expect(await docket.as(ada).code('putStructDef', more)).toBe('ALREADY_EXISTS');
  });

  it('J-14 that is not there is refused in a TaskDef, an ExternalEventDef and a WorkflowEventDef', async () => {
    const unknown = { struct: 'plane' };
    const refusals = [
      await docket.as(ada).try('putTaskDef', { name: 'fly', inputVars: [{ name: 'plane', type: unknown }] }),
      await docket.as(ada).try('putTaskDef', { name: 'fly', returnType: unknown }),
      await docket.as(ada).try('putExternalEventDef', { name: 'landed', contentType: unknown }),
      await docket.as(ada).try('putWorkflowEventDef', { name: 'landed', contentType: { array: unknown } }),
    ];
    for (const refusal of refusals) {
      expect(refusal?.code).toBe('INVALID_ARGUMENT');
      expect(refusal?.detail).toContain('Refers to non-existent StructDef');
    }
  });

  it('that moves on leaves an unchanged TaskDef as it was', async () => {
    await docket.as(ada).do('putStructDef', { name: 'moving', fields: { a: { type: 'INT' } } });
    const task = { name: 'move', inputVars: [{ name: 'it', type: { struct: 'moving' } }] };
    const first = await docket.as(ada).do('putTaskDef', task);
    const next = {
      name: 'moving',
      fields: { a: { type: 'INT' as const }, b: { type: 'INT' as const, nullable: true } },
    };
    await docket.as(ada).do('putStructDef', next);
    expect(await docket.as(ada).do('putTaskDef', task)).toEqual(first);
    const other = { ...task, inputVars: [{ name: 'it', type: { struct: 'moving', version: 1 } }] };
    expect(await docket.as(ada).code('putTaskDef', other)).toBe('ALREADY_EXISTS');
  });
});

describe('an event definition', () => {
  it('never changes, and the same again is a no-op', async () => {
    const event = { name: 'paid', contentType: 'INT', correlation: { ttlSeconds: 60 } } as const;
    const first = await docket.as(ada).do('putExternalEventDef', event);
    expect(await docket.as(ada).do('putExternalEventDef', event)).toEqual(first);
    expect(await docket.as(ada).code('putExternalEventDef', { ...event, contentType: 'STR' })).toBe('ALREADY_EXISTS');
    const told = { name: 'told', contentType: 'STR' } as const;
    await docket.as(ada).do('putWorkflowEventDef', told);
    expect(await docket.as(ada).code('putWorkflowEventDef', { name: 'told' })).toBe('ALREADY_EXISTS');
    expect(await docket.as(fred).code('putWorkflowEventDef', told)).toBe('PERMISSION_DENIED');
  });
});

describe('a definition in use', () => {
  it('cannot be deleted, whatever uses it, and is free once that is gone', async () => {
    const { as } = docket;
    await as(ada).do('putStructDef', { name: 'address', fields: { city: { type: 'STR' } } });
    await as(ada).do('putTaskDef', { name: 'deliver', inputVars: [{ name: 'to', type: { struct: 'address' } }] });
    await as(ada).do('putExternalEventDef', { name: 'ordered' });
    await as(ada).do('putWorkflowEventDef', { name: 'delivered' });
    await put(plain('child-of-order'));
    await put({
      name: 'order',
      entrypoint: 'main',
      threads: {
        main: {
          variables: [{ name: 'to', type: { struct: 'address' } }],
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'wait' }] },
            wait: { type: 'EXTERNAL_EVENT', externalEventDefName: 'ordered', edges: [{ to: 'do' }] },
            do: { type: 'TASK', taskDefName: 'deliver', inputs: [{ variable: 'to' }], edges: [{ to: 'child' }] },
            child: { type: 'RUN_CHILD_WF', wfSpecName: 'child-of-order', edges: [{ to: 'tell' }] },
            tell: { type: 'THROW_EVENT', workflowEventDefName: 'delivered', edges: [{ to: 'end' }] },
            end: { type: 'EXIT' },
          },
        },
      },
    });
    const used = {
      struct: () => as(ada).try('deleteStructDefVersion', { name: 'address', version: 0 }),
      task: () => as(ada).try('deleteTaskDef', { name: 'deliver' }),
      event: () => as(ada).try('deleteExternalEventDef', { name: 'ordered' }),
      thrown: () => as(ada).try('deleteWorkflowEventDef', { name: 'delivered' }),
      child: () => as(ada).try('deleteWfSpecVersion', { name: 'child-of-order', version: '0.0' }),
    };
    for (const attempt of Object.values(used)) {
      expect(await attempt()).toMatchObject({
        code: 'FAILED_PRECONDITION',
        detail: expect.stringContaining('WfSpec order 0.0'),
      });
    }
    await as(ada).do('deleteWfSpecVersion', { name: 'order', version: '0.0' });
    expect(await used.struct()).toMatchObject({ detail: expect.stringContaining('TaskDef deliver') });
    for (const free of [used.task, used.event, used.thrown, used.child, used.struct]) expect(await free()).toBeNull();
  });

  it('cannot be deleted while a live run uses it by a name that it worked out, or an event of its kind waits', async () => {
    const { as } = docket;
    await as(ada).do('putTaskDef', { name: 'dynamic' });
    await as(ada).do('putExternalEventDef', { name: 'early' });
    const edges = [{ to: 'end' }];
    await put({
      name: 'any-task',
      entrypoint: 'main',
      threads: {
        main: {
          variables: [{ name: 'task', type: 'STR', required: true }],
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'do' }] },
            do: { type: 'TASK', taskDefName: { variable: 'task' }, edges },
            end: { type: 'EXIT' },
          },
        },
      },
    });
    const { id: wfRunId } = await as(ada).do('runWf', { wfSpecName: 'any-task', variables: { task: 'dynamic' } });
    await as(ada).do('putExternalEvent', { wfRunId, externalEventDefName: 'early' });
    const deletions = [
      () => as(ada).try('deleteTaskDef', { name: 'dynamic' }),
      () => as(ada).try('deleteExternalEventDef', { name: 'early' }),
    ];
    for (const attempt of deletions) {
      expect(await attempt()).toMatchObject({ code: 'FAILED_PRECONDITION', detail: expect.stringContaining(wfRunId) });
    }
    await as(ada).do('stopWfRun', { wfRunId });
    await as(ada).do('deleteWfRun', { wfRunId });
    for (const attempt of deletions) expect(await attempt()).toBeNull();
  });

  it('I-07 as the parent of a WfSpec cannot be deleted, and must be there', async () => {
    const parent = { wfSpecName: 'a-parent' };
    expect(await refusalOf(plain('a-child', [], { parent }))).toMatchObject({ code: 'INVALID_ARGUMENT' });
    await put(plain('a-parent'));
    await put(plain('a-child', [], { parent }));
    const refusal = await docket.as(ada).try('deleteWfSpecVersion', { name: 'a-parent', version: '0.0' });
    expect(refusal).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: expect.stringContaining('WfSpec a-child 0.0'),
    });
  });

  it('D-16 a WfSpec that is put right after its TaskDef finds it, and after its deletion does not', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `quick-${round}`;
      await docket.as(ada).do('putTaskDef', { name });
      const spec: Spec = {
        name,
        entrypoint: 'main',
        threads: {
          main: {
            nodes: {
              start: { type: 'ENTRYPOINT', edges: [{ to: 'do' }] },
              do: { type: 'TASK', taskDefName: name, edges: [{ to: 'end' }] },
              end: { type: 'EXIT' },
            },
          },
        },
      };
      expect(await put(spec)).toBe('0.0');
      await docket.as(ada).do('deleteWfSpecVersion', { name, version: '0.0' });
      await docket.as(ada).do('deleteTaskDef', { name });
      expect(await refusalOf(spec)).toMatchObject({ code: 'INVALID_ARGUMENT', detail: expect.stringContaining(name) });
    }
  });

  it('loses the race against its use, or wins it, but is never used and gone', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `raced-${round}`;
      await docket.as(ada).do('putStructDef', { name, fields: { a: { type: 'INT' } } });
      const [used, gone] = await Promise.all([
        refusalOf(plain(name, [{ name: 'it', type: { struct: name } }])),
        docket.as(ada).try('deleteStructDefVersion', { name, version: 0 }),
      ]);
      expect([used?.code, gone?.code].filter((code) => code !== undefined)).toHaveLength(1);
    }
  });
});

describe('a MigrationPlan', () => {
  const version = (revision: number) => ({ majorVersion: 0, revision });
  const plan = (threads: CallOf<'putMigrationPlan'>['threads']) => ({
    name: 'move',
    wfSpecName: 'moved',
    from: version(0),
    to: version(1),
    threads,
  });

  it('maps what is there, and nothing else', async () => {
    await put(plain('moved'));
    await put(plain('moved', [int('a')]));
    const wrong = await docket.as(ada).try('putMigrationPlan', {
      ...plan({
        main: { to: 'main', nodes: { gone: { to: 'end' }, end: { to: 'start' } }, variables: { b: { literal: 1 } } },
      }),
    });
    expect(wrong?.errors?.map(({ path }) => path).toSorted()).toEqual([
      'threads.main.nodes.end.to',
      'threads.main.nodes.gone',
      'threads.main.variables.b',
    ]);
    const unfit = plan({ main: { to: 'main', nodes: {}, variables: { a: { literal: 'x' } } } });
    expect(await docket.as(ada).try('putMigrationPlan', unfit)).toMatchObject({
      errors: [{ path: 'threads.main.variables.a' }],
    });
    expect(await docket.as(ada).try('putMigrationPlan', { ...plan({}), to: version(7) })).toMatchObject({
      errors: [{ path: 'to' }],
    });
    const right = plan({ main: { to: 'main', nodes: { end: { to: 'end' } }, variables: { a: { literal: 1 } } } });
    const first = await docket.as(ada).do('putMigrationPlan', right);
    expect(await docket.as(ada).do('putMigrationPlan', right)).toEqual(first);
    expect(await docket.as(ada).code('putMigrationPlan', { ...right, description: 'again' })).toBe('ALREADY_EXISTS');
    expect(await docket.as(ada).try('deleteWfSpecVersion', { name: 'moved', version: '0.1' })).toMatchObject({
      detail: expect.stringContaining('MigrationPlan move'),
    });
    await docket.as(ada).do('deleteMigrationPlan', { name: 'move' });
  });
});

describe('lists of definitions', () => {
  it('K-08 are complete and without repetition, page by page', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `paged-${String(index).padStart(2, '0')}`);
    for (const name of names.toReversed()) await docket.as(ada).do('putTaskDef', { name });
    const found: string[] = [];
    let bookmark: string | null = null;
    do {
      const page: { results: { name: string }[]; bookmark: string | null } = await docket
        .as(fred)
        .do('searchTaskDefs', { prefix: 'paged-', limit: 5, ...(bookmark !== null && { bookmark }) });
      found.push(...page.results.map(({ name }) => name));
      bookmark = page.bookmark;
    } while (bookmark !== null);
    expect(found).toEqual(names);
  });
});

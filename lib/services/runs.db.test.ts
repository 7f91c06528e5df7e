import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import type { TaskLease } from '#contracts/task-run.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { endLeases } from './end-leases.ts';
import { ada, type Docket, fred, maria, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

type Spec = CallOf<'putWfSpec'>;
type Thread = Spec['threads'][string];
type Node = Thread['nodes'][string];

/** A process of one thread: its steps one after the other. */
const steps = (
  name: string,
  nodes: Record<string, Partial<Node> & { type: Node['type'] }>,
  more: Partial<Spec & Thread> = {},
): Spec => {
  const { variables = [], interrupts, ...spec } = more;
  const names = [...Object.keys(nodes), 'end'];
  const linked = Object.entries(nodes).map(([node, body], index) => [
    node,
    { edges: [{ to: names[index + 1] ?? 'end' }], ...body },
  ]);
  const all = {
    start: { type: 'ENTRYPOINT', edges: [{ to: names[0] ?? 'end' }] },
    end: { type: 'EXIT' },
    ...Object.fromEntries(linked),
  } as Thread['nodes'];
  return {
    name,
    entrypoint: 'main',
    threads: { main: { variables, nodes: all, ...(interrupts && { interrupts }) } },
    ...spec,
  };
};
const wait = { type: 'EXTERNAL_EVENT', externalEventDefName: 'go' } as const;
const task = { type: 'TASK', taskDefName: 'work' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.as(ada).do('putExternalEventDef', { name: 'go' });
  await docket.as(ada).do('putTaskDef', { name: 'work', returnType: 'STR' });
  await docket.as(ada).do('putWfSpec', steps('waiter', { wait }));
  await docket.as(ada).do('putWfSpec', steps('worker', { task }));
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const start = (wfSpecName: string, more: Partial<CallOf<'runWf'>> = {}) =>
  docket.as(ada).do('runWf', { wfSpecName, ...more });
const get = (wfRunId: string) => docket.as(ada).do('getWfRun', { wfRunId });
const go = (wfRunId: string, content: string | null = null) =>
  docket.as(ada).do('putExternalEvent', { wfRunId, externalEventDefName: 'go', content });
const actsOf = async (wfRunId: string) =>
  (await docket.as(ada).do('listNodeRuns', { wfRunId })).results.flatMap(({ acts }) => acts);
const search = async (query: CallOf<'searchWfRuns'>) =>
  (await docket.as(ada).do('searchWfRuns', query)).results.map(({ id }) => id);
const lease = async (): Promise<TaskLease> => {
  const { results } = await docket.as(robot).do('pollTaskRuns', { taskDefNames: ['work'], workerId: 'w', max: 1 });
  if (!results[0]) throw new Error('there is no task');
  return results[0];
};
const held = ({ wfRunId, guid, attempt, leaseToken }: TaskLease) => ({ wfRunId, guid, attempt, leaseToken });

describe('runs are found', () => {
  it('K-01 K-02 by WfSpec and status, as that is now', async () => {
    const { id } = await start('waiter');
    expect(await search({ wfSpecName: 'waiter', status: 'RUNNING' })).toEqual([id]);
    expect(await search({ wfSpecName: 'waiter', status: 'COMPLETED' })).toEqual([]);
    await go(id);
    expect(await search({ wfSpecName: 'waiter', status: 'RUNNING' })).toEqual([]);
    expect(await search({ wfSpecName: 'waiter', status: 'COMPLETED' })).toEqual([id]);
  });

  it('K-04 K-05 by a searchable variable and by an indexed field, and by nothing else', async () => {
    const variables: Thread['variables'] = [
      { name: 'city', type: 'STR', searchable: true },
      { name: 'amount', type: 'DOUBLE', searchable: true },
      { name: 'hidden', type: 'STR' },
      { name: 'blob', type: 'JSON_OBJ', jsonIndexes: [{ path: '$.someField', type: 'STR' }] },
    ];
    await docket.as(ada).do('putWfSpec', steps('findable', { wait }, { variables }));
    const vienna = { city: 'Vienna', amount: 1.5, blob: { someField: 'x', other: 'y' } };
    const { id } = await start('findable', { variables: vienna });
    const { id: other } = await start('findable', { variables: { city: 'Graz', amount: 1.5 } });
    const wfSpecName = 'findable';
    expect(await search({ wfSpecName, 'variable.city': 'Vienna' })).toEqual([id]);
    expect(await search({ wfSpecName, 'variable.city': 'Linz' })).toEqual([]);
    expect(await search({ wfSpecName, 'variable.amount': '1.50' })).toEqual([other, id]);
    expect(await search({ wfSpecName, 'variable.amount': '1.5', 'variable.city': 'Graz' })).toEqual([other]);
    expect(await search({ wfSpecName, 'variable.blob_$.someField': 'x', status: 'RUNNING' })).toEqual([id]);
    const first = await docket.as(ada).do('searchWfRuns', { wfSpecName, 'variable.amount': '1.5', limit: 1 });
    const second = { wfSpecName, 'variable.amount': '1.5', limit: 1, bookmark: first.bookmark ?? '' };
    expect([first.results[0]?.id, ...(await search(second))]).toEqual([other, id]);
    const matches = await docket.as(ada).do('searchVariables', { wfSpecName, name: 'blob_$.someField', value: 'x' });
    expect(matches.results).toMatchObject([{ wfRunId: id, name: 'blob_$.someField', value: 'x' }]);
    for (const name of ['hidden', 'nothing', 'blob_$.other']) {
      const refusal = await docket.as(ada).try('searchWfRuns', { wfSpecName, [`variable.${name}`]: 'x' });
      expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: `variable.${name}` }] });
    }
    expect(await docket.as(ada).code('searchWfRuns', { 'variable.city': 'Vienna' })).toBe('INVALID_ARGUMENT');
  });

  it('by version, and by when they started', async () => {
    await docket.as(ada).do('putWfSpec', steps('aging', { wait }));
    const { id: old } = await start('aging');
    await advanceTestClock(docket.deps, 60_000);
    await docket.as(ada).do('putWfSpec', steps('aging', { wait }, { description: 'newer' }));
    const { id: young, startedAt } = await start('aging');
    const wfSpecName = 'aging';
    expect(await search({ wfSpecName })).toEqual([young, old]);
    expect(await search({ wfSpecName, majorVersion: 0, revision: 0 })).toEqual([old]);
    expect(await search({ wfSpecName, startedBefore: startedAt })).toEqual([old]);
    expect(await docket.as(ada).code('searchWfRuns', { wfSpecName, revision: 0 })).toBe('INVALID_ARGUMENT');
  });
});

describe('child runs', () => {
  beforeAll(async () => {
    const shared: Thread['variables'] = [{ name: 'total', type: 'INT', access: 'PUBLIC' }];
    await docket.as(ada).do('putWfSpec', steps('parent', { wait }, { variables: shared }));
    const parent = { wfSpecName: 'parent' };
    const inherited: Thread['variables'] = [{ name: 'total', type: 'INT', access: 'INHERITED' }];
    await docket.as(ada).do('putWfSpec', steps('child', { wait }, { variables: inherited, parent }));
    await docket.as(ada).do('putWfSpec', steps('grandchild', { wait }, { parent: { wfSpecName: 'child' } }));
  });

  it('I-07 belong to a run of the parent that their WfSpec names', async () => {
    const { id: parentWfRunId } = await start('parent');
    const child = { wfSpecName: 'child', id: 'a-child-of-one' };
    const codeOf = (more: object) => docket.as(ada).code('runWf', { ...child, ...more });
    expect(await codeOf({})).toBe('INVALID_ARGUMENT');
    expect(await codeOf({ parentWfRunId: 'nobody' })).toBe('FAILED_PRECONDITION');
    expect(await codeOf({ parentWfRunId: (await start('waiter')).id })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).code('runWf', { wfSpecName: 'waiter', parentWfRunId })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).do('runWf', { ...child, parentWfRunId })).toMatchObject({ parentWfRunId });
    expect(await codeOf({ parentWfRunId })).toBe('ALREADY_EXISTS');
    await go(child.id);
    expect(await get(child.id)).toMatchObject({ status: 'COMPLETED' });
  });

  it('K-07 are found by their parent, grandchildren not among them', async () => {
    const { id: parentWfRunId } = await start('parent', { id: 'p'.repeat(128) });
    const { id: child } = await start('child', { parentWfRunId });
    await start('grandchild', { parentWfRunId: child });
    for (const more of [
      {},
      { wfSpecName: 'child' },
      { status: 'RUNNING' },
      { wfSpecName: 'child', status: 'RUNNING' },
    ] as const) {
      expect(await search({ parentWfRunId, ...more })).toEqual([child]);
    }
    expect(await search({ parentWfRunId, status: 'COMPLETED' })).toEqual([]);
    expect(await search({ parentWfRunId, wfSpecName: 'grandchild' })).toEqual([]);
  });

  it('K-13 go with their root, and not alone', async () => {
    const { id: root } = await start('parent');
    const { id: child } = await start('child', { parentWfRunId: root });
    await go(root);
    await go(child, 'unclaimed');
    expect(await docket.as(ada).try('deleteWfRun', { wfRunId: child })).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: expect.stringContaining('root'),
    });
    await docket.as(ada).do('deleteWfRun', { wfRunId: root });
    for (const wfRunId of [root, child]) {
      expect(await docket.as(ada).code('getWfRun', { wfRunId })).toBe('NOT_FOUND');
      expect(await docket.as(ada).code('listNodeRuns', { wfRunId })).toBe('NOT_FOUND');
      expect(await docket.as(ada).code('listTaskRuns', { wfRunId })).toBe('NOT_FOUND');
      expect(await docket.as(ada).code('listExternalEvents', { wfRunId })).toBe('NOT_FOUND');
    }
    expect(await search({ wfSpecName: 'parent' })).not.toContain(root);
    const { results } = await docket.as(ada).do('searchExternalEvents', { externalEventDefName: 'go' });
    expect(results.map(({ wfRunId }) => wfRunId)).not.toContain(child);
  });

  it('L41 are stopped and resumed like any other', async () => {
    const { id: parentWfRunId } = await start('parent');
    const { id: wfRunId } = await start('child', { parentWfRunId });
    expect(await docket.as(ada).do('stopWfRun', { wfRunId })).toMatchObject({ id: wfRunId, status: 'HALTED' });
    expect(await get(parentWfRunId)).toMatchObject({ status: 'RUNNING' });
    expect(await docket.as(ada).do('resumeWfRun', { wfRunId })).toMatchObject({ status: 'RUNNING' });
  });
});

describe('stop, resume and rescue', () => {
  it('H-13 stopped twice and resumed once, a run goes on; what came meanwhile is not lost', async () => {
    const { id: wfRunId } = await start('waiter');
    await docket.as(ada).do('stopWfRun', { wfRunId, reason: 'The supplier is looking into it' });
    expect(await docket.as(ada).do('stopWfRun', { wfRunId, reason: 'Once more' })).toMatchObject({
      status: 'HALTED',
      threadRuns: [
        {
          haltReasons: [{ type: 'MANUAL_HALT', stopped: { by: 'ada', reason: 'The supplier is looking into it' } }],
        },
      ],
    });
    await go(wfRunId);
    expect(await get(wfRunId)).toMatchObject({ status: 'HALTED' });
    const resumed = await docket.as(ada).do('resumeWfRun', { wfRunId, reason: 'They have an answer' });
    expect(resumed).toMatchObject({ status: 'COMPLETED' });
    expect(await actsOf(wfRunId)).toMatchObject([
      { type: 'STOPPED', by: 'ada', reason: 'The supplier is looking into it' },
      { type: 'RESUMED', by: 'ada', reason: 'They have an answer' },
    ]);
  });

  it('an event that is sent by hand says why, beside where its thread stood', async () => {
    const { id: wfRunId } = await start('waiter');
    await docket.as(ada).do('putExternalEvent', { wfRunId, externalEventDefName: 'go', reason: 'The ship was late' });
    expect(await get(wfRunId)).toMatchObject({ status: 'COMPLETED' });
    expect(await actsOf(wfRunId)).toMatchObject([{ type: 'EVENT_POSTED', by: 'ada', reason: 'The ship was late' }]);
  });

  it('H-14 a thread that is not there is refused, a run that is not there not found', async () => {
    const { id: wfRunId } = await start('waiter');
    expect(await docket.as(ada).code('stopWfRun', { wfRunId, threadRunNumber: 7 })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).code('stopWfRun', { wfRunId: 'nobody' })).toBe('NOT_FOUND');
    expect(await docket.as(fred).code('stopWfRun', { wfRunId })).toBe('PERMISSION_DENIED');
  });

  it('H-16 H-17 what has failed is rescued, at its node or past it; what has not is not', async () => {
    const { id: wfRunId } = await start('worker');
    expect(await docket.as(ada).code('rescueWfRun', { wfRunId })).toBe('FAILED_PRECONDITION');
    const error = { type: 'Boom', message: 'no' };
    await docket.as(robot).do('reportTaskRun', { ...held(await lease()), error });
    expect(await get(wfRunId)).toMatchObject({ status: 'ERROR' });
    const rescued = await docket.as(ada).do('rescueWfRun', { wfRunId, reason: 'The worker was mended' });
    expect(rescued).toMatchObject({ status: 'RUNNING', endedAt: null });
    expect(await actsOf(wfRunId)).toMatchObject([{ type: 'RESCUED', by: 'ada', reason: 'The worker was mended' }]);
    await docket.as(robot).do('reportTaskRun', { ...held(await lease()), error });
    const skipped = await docket.as(ada).do('rescueWfRun', { wfRunId, skipCurrentNode: true });
    expect(skipped).toMatchObject({ status: 'COMPLETED' });
    const { results } = await docket.as(ada).do('listTaskRuns', { wfRunId });
    expect(results.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });

  it('TaskRuns are listed in the order in which they were made, those of one moment by the number of their thread', async () => {
    const items = { literal: [...Array(11).keys()] };
    const { threads, ...spec } = steps('many-tasks', {
      many: { type: 'START_MULTIPLE_THREADS', threadSpecName: 'one', items },
      wait: { type: 'WAIT_FOR_THREADS', threads: { nodeOutput: 'many' } },
      last: task,
    });
    const one = steps('one', { task }).threads.main;
    await docket.as(ada).do('putWfSpec', { ...spec, threads: { ...threads, ...(one && { one }) } });
    const { id: wfRunId } = await start('many-tasks');
    const guidsBy = async (limit: number) => {
      const guids: string[] = [];
      let bookmark: string | null | undefined;
      while (bookmark !== null) {
        const page = await docket.as(ada).do('listTaskRuns', { wfRunId, limit, ...(bookmark && { bookmark }) });
        guids.push(...page.results.map(({ guid }) => guid));
        bookmark = page.bookmark;
      }
      return guids;
    };
    const ofThreads = items.literal.map((index) => `${index + 1}-1`);
    const first = await Promise.all(items.literal.slice(0, 5).map(lease));
    for (const one of first) await docket.as(robot).do('reportTaskRun', { ...held(one), output: 'done' });
    expect(await guidsBy(4)).toEqual(ofThreads);
    const rest = await Promise.all(items.literal.slice(5).map(lease));
    for (const one of rest) await docket.as(robot).do('reportTaskRun', { ...held(one), output: 'done' });
    // By its guid it would be the first.
    expect(await guidsBy(4)).toEqual([...ofThreads, '0-3']);
    await docket.as(robot).do('reportTaskRun', { ...held(await lease()), output: 'done' });
    expect(await guidsBy(1)).toEqual([...ofThreads, '0-3']);

    const { bookmark } = await docket.as(ada).do('listTaskRuns', { wfRunId, limit: 1 });
    const [seal] = JSON.parse(Buffer.from(bookmark ?? '', 'base64url').toString());
    const asBefore = Buffer.from(JSON.stringify([seal, '1-1'])).toString('base64url');
    expect(await docket.as(ada).code('listTaskRuns', { wfRunId, limit: 1, bookmark: asBefore })).toBe(
      'INVALID_ARGUMENT',
    );
  });

  it('a run that goes on is not deleted, one that was stopped is', async () => {
    const { id: wfRunId } = await start('waiter');
    expect(await docket.as(ada).code('deleteWfRun', { wfRunId })).toBe('FAILED_PRECONDITION');
    await docket.as(ada).do('stopWfRun', { wfRunId });
    await docket.as(ada).do('deleteWfRun', { wfRunId });
    expect(await docket.as(ada).code('getWfRun', { wfRunId })).toBe('NOT_FOUND');
  });
});

describe('forms of runs', () => {
  it('J-16 moves a run from a form to a task of the next version, which completes it', async () => {
    const form = { type: 'USER_TASK', userTaskDefName: 'it-request', userId: { literal: 'maria' } } as const;
    await docket.as(ada).do('putWfSpec', steps('moving', { ask: form }));
    await docket.as(ada).do('putWfSpec', steps('moving', { task }));
    await docket.as(ada).do('putMigrationPlan', {
      name: 'form-to-task',
      wfSpecName: 'moving',
      from: { majorVersion: 0, revision: 0 },
      to: { majorVersion: 0, revision: 1 },
      threads: { main: { to: 'main', nodes: { ask: { to: 'task' } } } },
    });
    const { id: wfRunId } = await start('moving', { majorVersion: 0, revision: 0 });
    expect(await docket.as(ada).code('migrateWfRun', { wfRunId, plan: 'nothing' })).toBe('NOT_FOUND');
    const moved = await docket.as(ada).do('migrateWfRun', { wfRunId, plan: 'form-to-task' });
    expect(moved).toMatchObject({ revision: 1, oldWfSpecVersions: [{ name: 'moving', majorVersion: 0, revision: 0 }] });
    await docket.as(robot).do('reportTaskRun', { ...held(await lease()), output: 'done' });
    expect(await get(wfRunId)).toMatchObject({ status: 'COMPLETED' });
    const { results } = await docket.as(ada).do('listNodeRuns', { wfRunId });
    expect(results.map(({ nodeName, status }) => `${nodeName} ${status}`)).toEqual([
      'start COMPLETED',
      'ask HALTED',
      'task COMPLETED',
      'end COMPLETED',
    ]);
    const tasks = await docket.as(ada).do('listUserTaskRuns', { wfRunId });
    const [old] = tasks.results;
    expect(old).toMatchObject({ status: 'CANCELLED' });
    const left = { wfRunId, guid: old?.guid ?? '' };
    expect(await docket.as(ada).do('getUserTaskRun', left)).toMatchObject({ userTaskDef: { name: 'it-request' } });
    await docket.as(robot).do('addComment', { ...left, userId: 'maria', comment: 'Done otherwise.' });
    expect(await docket.as(ada).code('deleteMigrationPlan', { name: 'form-to-task' })).toBe('FAILED_PRECONDITION');
  });

  it('of one moment are listed by the number of their thread', async () => {
    const form = { type: 'USER_TASK', userTaskDefName: 'it-request', userId: { literal: 'maria' } } as const;
    const items = { literal: [...Array(11).keys()] };
    const { threads, ...spec } = steps('many-forms', {
      many: { type: 'START_MULTIPLE_THREADS', threadSpecName: 'one', items },
    });
    const one = steps('one', { ask: form }).threads.main;
    await docket.as(ada).do('putWfSpec', { ...spec, threads: { ...threads, ...(one && { one }) } });
    const { id: wfRunId } = await start('many-forms');
    const first = await docket.as(ada).do('listUserTaskRuns', { wfRunId, limit: 9 });
    const rest = await docket.as(ada).do('listUserTaskRuns', { wfRunId, bookmark: first.bookmark ?? undefined });
    expect([...first.results, ...rest.results].map(({ guid }) => guid)).toEqual(
      [...Array(11).keys()].map((index) => `${index + 1}-1`),
    );
  });

  it('of child runs are filled in like any other', async () => {
    const form = { type: 'USER_TASK', userTaskDefName: 'it-request', userId: { literal: 'maria' } } as const;
    await docket.as(ada).do('putWfSpec', steps('asking-child', { ask: form }));
    await docket
      .as(ada)
      .do('putWfSpec', steps('asking', { child: { type: 'RUN_CHILD_WF', wfSpecName: 'asking-child' } }));
    const { id: parentWfRunId } = await start('asking');
    const [child = ''] = await search({ parentWfRunId });
    const task = { wfRunId: child, guid: '0-1' };
    expect(await docket.as(maria).do('getUserTaskRun', task)).toMatchObject({ status: 'ASSIGNED' });
    await docket.as(maria).do('completeUserTaskRun', { ...task, results: { item: 'a chair' } });
    expect(await get(child)).toMatchObject({ status: 'COMPLETED', parentWfRunId });
  });
});

describe('what is masked', () => {
  it('is real to the worker and shown to nobody', async () => {
    await docket.as(ada).do('putTaskDef', {
      name: 'sign-in',
      inputVars: [
        { name: 'user', type: 'STR' },
        { name: 'password', type: 'STR', masked: true },
      ],
      returnType: 'STR',
      returnMasked: true,
    });
    const variables: Thread['variables'] = [
      { name: 'user', type: 'STR' },
      { name: 'password', type: 'STR', masked: true },
    ];
    const inputs = [{ variable: 'user' }, { variable: 'password' }];
    await docket
      .as(ada)
      .do('putWfSpec', steps('signing', { sign: { type: 'TASK', taskDefName: 'sign-in', inputs } }, { variables }));
    const { id: wfRunId } = await start('signing', { variables: { user: 'maria', password: 'hunter2' } });
    const { results } = await docket.as(robot).do('pollTaskRuns', { taskDefNames: ['sign-in'], workerId: 'w' });
    const [one] = results;
    expect(one?.inputs).toEqual([
      { name: 'user', value: 'maria' },
      { name: 'password', value: 'hunter2' },
    ]);
    if (one) await docket.as(robot).do('reportTaskRun', { ...held(one), output: 'token-of-maria' });
    const shown = JSON.stringify([
      await get(wfRunId),
      await docket.as(ada).do('listVariables', { wfRunId }),
      await docket.as(ada).do('listTaskRuns', { wfRunId }),
      await docket.as(ada).do('listNodeRuns', { wfRunId }),
    ]);
    expect(shown).toContain('maria');
    expect(shown).not.toContain('hunter2');
    expect(shown).not.toContain('token-of-maria');
    const { results: listed } = await docket.as(ada).do('listVariables', { wfRunId });
    expect(listed).toContainEqual({ threadRunNumber: 0, name: 'password', type: 'STR', value: '*****', masked: true });
  });
});

describe('checkpoints', () => {
  it('D-07 outlive their attempt, extend its lease and are never put twice', async () => {
    await docket.as(ada).do('putWfSpec', steps('careful', { task: { ...task, retries: 1, timeoutSeconds: 60 } }));
    await start('careful');
    const first = await lease();
    expect(first).toMatchObject({ attempt: 0, checkpoints: 0 });
    await advanceTestClock(docket.deps, 50_000);
    const put = (of: TaskLease, number: number, value: string) =>
      docket.as(robot).try('putCheckpoint', { ...held(of), number, value });
    expect(await put(first, 0, 'one')).toBeNull();
    expect(await put(first, 0, 'one')).toBeNull();
    expect(await put(first, 2, 'three')).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: expect.stringContaining('1'),
    });
    await advanceTestClock(docket.deps, 50_000);
    expect(await endLeases(docket.deps)).toMatchObject({ found: 0 });
    expect(await put(first, 1, 'two')).toBeNull();
    await advanceTestClock(docket.deps, 60_000);
    expect(await put(first, 2, 'late')).toMatchObject({ code: 'FAILED_PRECONDITION' });
    await endLeases(docket.deps);
    expect(await put(first, 2, 'later')).toMatchObject({ code: 'FAILED_PRECONDITION' });

    const second = await lease();
    expect(second).toMatchObject({ attempt: 1, checkpoints: 2 });
    const { wfRunId, guid } = second;
    const values = await Promise.all(
      [0, 1].map((number) => docket.as(robot).do('getCheckpoint', { wfRunId, guid, number })),
    );
    expect(values).toMatchObject([{ value: 'one', attempt: 0 }, { value: 'two' }]);
    await docket.as(robot).do('reportTaskRun', { ...held(second), output: 'onetwo' });

    await docket.as(ada).do('deleteWfRun', { wfRunId });
    expect(await docket.as(robot).code('getCheckpoint', { wfRunId, guid, number: 0 })).toBe('NOT_FOUND');
  });

  it('D-08 of a task that is not there are not found', async () => {
    const nobody = { wfRunId: 'nobody', guid: '0-1', number: 0, attempt: 0, leaseToken: 'x', value: 1 };
    expect(await docket.as(robot).code('putCheckpoint', nobody)).toBe('NOT_FOUND');
  });
});

it('D-10 a worker that cannot read its inputs ends the attempt for good', async () => {
  const { id: wfRunId } = await start('worker');
  await docket.as(robot).do('reportTaskRun', { ...held(await lease()), inputError: { message: 'what is this?' } });
  expect(await get(wfRunId)).toMatchObject({ status: 'ERROR', threadRuns: [{ failure: { name: 'VAR_SUB_ERROR' } }] });
});

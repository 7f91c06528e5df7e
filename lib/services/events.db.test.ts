import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { deliverCorrelatedEvents } from './deliver-correlated-events.ts';
import { type Deps, openDeps } from './deps.ts';
import { expireEvents } from './expire-events.ts';
import { fireTimers } from './fire-timers.ts';
import { ada, type Docket, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
let elsewhere: Deps;

type Spec = CallOf<'putWfSpec'>;
type Node = Spec['threads'][string]['nodes'][string];

/** One that waits for an event and returns its content. */
const waiting = (
  name: string,
  event: Partial<Extract<Node, { type: 'EXTERNAL_EVENT' }>> & { externalEventDefName: string },
): Spec => ({
  name,
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        { name: 'key', type: 'STR' },
        { name: 'content', type: 'JSON_OBJ' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'wait' }] },
        wait: { type: 'EXTERNAL_EVENT', edges: [{ to: 'end' }], ...event },
        end: { type: 'EXIT', result: { nodeOutput: 'wait' } },
      },
    },
  },
});

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  elsewhere = openDeps({ databaseUrl: database.url, poolSize: 3, testClock: true });
  const { as } = docket;
  await as(ada).do('putExternalEventDef', { name: 'greeting', contentType: 'STR' });
  await as(ada).do('putExternalEventDef', { name: 'secret', contentType: 'STR', masked: true });
  await as(ada).do('putExternalEventDef', { name: 'paid', contentType: 'INT', correlation: {} });
  await as(ada).do('putExternalEventDef', {
    name: 'paid-once',
    contentType: 'INT',
    correlation: { deleteAfterFirstCorrelation: true },
  });
  await as(ada).do('putExternalEventDef', { name: 'paid-soon', correlation: { ttlSeconds: 60 } });
  await as(ada).do('putWfSpec', waiting('greeted', { externalEventDefName: 'greeting' }));
  await as(ada).do(
    'putWfSpec',
    waiting('timed', { externalEventDefName: 'greeting', timeoutSeconds: { literal: 60 } }),
  );
  const correlationKey = { variable: 'key' };
  for (const name of ['paid', 'paid-once']) {
    await as(ada).do('putWfSpec', waiting(`await-${name}`, { externalEventDefName: name, correlationKey }));
  }
});
afterAll(async () => {
  await elsewhere.close();
  await docket.close();
  await database.drop();
});

const start = (wfSpecName: string, more: Partial<CallOf<'runWf'>> = {}) =>
  docket.as(ada).do('runWf', { wfSpecName, ...more });
const get = (wfRunId: string) => docket.as(ada).do('getWfRun', { wfRunId });
const send = (wfRunId: string, content: unknown, more: Partial<CallOf<'putExternalEvent'>> = {}) =>
  docket
    .as(ada)
    .do('putExternalEvent', { wfRunId, externalEventDefName: 'greeting', content: content as string, ...more });
const eventsOf = async (wfRunId: string) =>
  (await docket.as(ada).do('listExternalEvents', { wfRunId })).results.map(({ content, claimed }) => ({
    content,
    claimed,
  }));

describe('an ExternalEvent', () => {
  it('E-01 after the start moves the run on, in the same commit', async () => {
    const run = await start('greeted');
    expect(run.status).toBe('RUNNING');
    expect(await send(run.id, 'hello there')).toMatchObject({ claimed: true, content: 'hello there' });
    expect(await get(run.id)).toMatchObject({ status: 'COMPLETED', output: 'hello there' });
  });

  it('E-02 E-04 before the run exists waits for it; the first posted is claimed, the second stays', async () => {
    const wfRunId = 'early-bird';
    expect(await send(wfRunId, 'first', { guid: 'z' })).toMatchObject({ claimed: false });
    await advanceTestClock(docket.deps, 1);
    await send(wfRunId, 'second', { guid: 'a' });
    expect(await start('greeted', { id: wfRunId })).toMatchObject({ status: 'COMPLETED', output: 'first' });
    expect(await eventsOf(wfRunId)).toEqual([
      { content: 'first', claimed: true },
      { content: 'second', claimed: false },
    ]);
  });

  it('E-05 that does not come in time fails its node', async () => {
    const { id: wfRunId } = await start('timed');
    await fireTimers(docket.deps);
    expect(await get(wfRunId)).toMatchObject({ status: 'RUNNING' });
    await advanceTestClock(docket.deps, 60_000);
    await fireTimers(docket.deps);
    const { status, threadRuns } = await get(wfRunId);
    expect(status).toBe('ERROR');
    expect(threadRuns[0]?.failure).toMatchObject({ name: 'TIMEOUT', message: expect.stringContaining('in time') });
  });

  it('E-07 with a known guid is the one that there is', async () => {
    const { id: wfRunId } = await start('greeted');
    const first = await send(wfRunId, 'one', { guid: 'same' });
    expect(await send(wfRunId, 'two', { guid: 'same' })).toEqual(first);
    const raced = await Promise.all([1, 2, 3].map(() => send('another', 'x', { guid: 'raced' })));
    expect(new Set(raced.map(({ createdAt }) => createdAt)).size).toBe(1);
    expect(await eventsOf('another')).toHaveLength(1);
  });

  it('of the wrong type, of no known kind, too large, or from somebody who may not, is refused', async () => {
    const put = (more: object) => ({ wfRunId: 'x', externalEventDefName: 'greeting', content: 'hi', ...more });
    const refusal = await docket.as(ada).try('putExternalEvent', put({ content: 5 }));
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'content' }] });
    expect(refusal?.detail).toContain('Invalid type of content: ExternalEventDef greeting takes STR');
    expect(await docket.as(ada).try('putExternalEvent', put({ externalEventDefName: 'nothing' }))).toMatchObject({
      errors: [{ path: 'externalEventDefName' }],
    });
    expect(await docket.as(ada).code('putExternalEvent', put({ content: 'x'.repeat(1_000_001) }))).toBe(
      'PAYLOAD_TOO_LARGE',
    );
    expect(await docket.as(ada).code('putExternalEvent', put({ nodeRunPosition: 1 }))).toBe('INVALID_ARGUMENT');
    expect(await docket.as(fred).code('putExternalEvent', put({}))).toBe('PERMISSION_DENIED');
  });

  it('is found by its kind and whether it was claimed; a masked one is not shown', async () => {
    const search = async (more: object) =>
      (await docket.as(ada).do('searchExternalEvents', { externalEventDefName: 'secret', ...more })).results;
    const put = { wfRunId: 'hush', externalEventDefName: 'secret', content: 'hunter2' };
    expect(await docket.as(ada).do('putExternalEvent', put)).toMatchObject({ content: '*****' });
    expect(await search({})).toMatchObject([{ wfRunId: 'hush', content: '*****', claimed: false }]);
    expect(await search({ claimed: 'false' })).toHaveLength(1);
    expect(await search({ claimed: 'true' })).toEqual([]);
    expect(await eventsOf('hush')).toEqual([{ content: '*****', claimed: false }]);
  });
});

describe('a correlated event', () => {
  const post = (externalEventDefName: string, key: string, content: number) =>
    docket.as(ada).do('putCorrelatedEvent', { externalEventDefName, key, content });

  it('E-08 that was posted first is consumed by the first node that wants it', async () => {
    await post('paid-once', 'order 1', 42);
    const { id: wfRunId } = await start('await-paid-once', { variables: { key: 'order 1' } });
    await deliverCorrelatedEvents(docket.deps);
    expect(await get(wfRunId)).toMatchObject({ status: 'COMPLETED', output: 42 });
    const event = { externalEventDefName: 'paid-once', key: 'order 1' };
    expect(await docket.as(ada).code('getCorrelatedEvent', event)).toBe('NOT_FOUND');
  });

  it('E-10 that is posted after the start moves the run on at once, and lists what it became', async () => {
    const runs = [
      await start('await-paid', { variables: { key: 'o2' } }),
      await start('await-paid', { variables: { key: 'o2' } }),
    ];
    await deliverCorrelatedEvents(docket.deps);
    const posted = await post('paid', 'o2', 42);
    expect(posted.externalEvents.map(({ wfRunId }) => wfRunId).toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
    for (const { id } of runs) expect(await get(id)).toMatchObject({ status: 'COMPLETED', output: 42 });
    const event = { externalEventDefName: 'paid', key: 'o2' };
    expect((await docket.as(ada).do('getCorrelatedEvent', event)).externalEvents).toHaveLength(2);
    expect(await docket.as(ada).code('putCorrelatedEvent', { ...event, content: 1 })).toBe('ALREADY_EXISTS');
    const later = await start('await-paid', { variables: { key: 'o2' } });
    await deliverCorrelatedEvents(docket.deps);
    expect(await get(later.id)).toMatchObject({ status: 'COMPLETED' });
    await docket.as(ada).do('deleteCorrelatedEvent', event);
    expect(await docket.as(ada).code('getCorrelatedEvent', event)).toBe('NOT_FOUND');
  });

  it('E-11 is waited for by a key that is shown, unless it is made of what is masked', async () => {
    const correlationKey = { format: 'order {0}', args: [{ variable: 'key' }] };
    const open = waiting('open-key', { externalEventDefName: 'paid', correlationKey });
    const main = open.threads.main;
    if (!main) throw new Error('no main thread');
    const variables = main.variables?.map((variable) => ({ ...variable, masked: variable.name === 'key' })) ?? [];
    await docket.as(ada).do('putWfSpec', open);
    await docket.as(ada).do('putWfSpec', { ...open, name: 'masked-key', threads: { main: { ...main, variables } } });
    const keyOf = async (wfSpecName: string) => {
      const { id: wfRunId } = await start(wfSpecName, { variables: { key: '4711' } });
      const { results } = await docket.as(ada).do('listNodeRuns', { wfRunId });
      return results.at(-1)?.correlationKey;
    };
    expect(await keyOf('open-key')).toBe('order 4711');
    expect(await keyOf('masked-key')).toBe('*****');
    expect(await post('paid', 'order 4711', 1)).toMatchObject({ externalEvents: [{}, {}] });
  });

  it('is delivered exactly once, by however many processes', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `many-${index}`);
    const runs = await Promise.all(keys.map((key) => start('await-paid-once', { variables: { key } })));
    const posts = keys.map((key) => post('paid-once', key, 7));
    const looks = [docket.deps, elsewhere, docket.deps, elsewhere].map(deliverCorrelatedEvents);
    await Promise.all([...posts, ...looks]);
    await deliverCorrelatedEvents(elsewhere);
    for (const { id } of runs) {
      expect(await get(id)).toMatchObject({ status: 'COMPLETED', output: 7 });
      expect(await eventsOf(id)).toEqual([{ content: 7, claimed: true }]);
    }
  });

  it('E-13 finds no node of a run that was stopped and deleted', async () => {
    const { id: wfRunId } = await start('await-paid', { variables: { key: 'gone' } });
    const control = await start('await-paid', { variables: { key: 'here' } });
    await docket.as(ada).do('stopWfRun', { wfRunId });
    await docket.as(ada).do('deleteWfRun', { wfRunId });
    expect(await post('paid', 'gone', 1)).toMatchObject({ externalEvents: [] });
    expect(await post('paid', 'here', 1)).toMatchObject({ externalEvents: [{ wfRunId: control.id }] });
    const { results } = await docket.as(ada).do('searchExternalEvents', { externalEventDefName: 'paid' });
    expect(results.map((event) => event.wfRunId)).not.toContain(wfRunId);
  });

  it('E-14 goes when its time is over', async () => {
    const event = { externalEventDefName: 'paid-soon', key: 'soon' };
    await docket.as(ada).do('putCorrelatedEvent', event);
    await advanceTestClock(docket.deps, 50_000);
    await expireEvents(docket.deps);
    expect(await docket.as(ada).code('getCorrelatedEvent', event)).toBe('OK');
    await advanceTestClock(docket.deps, 10_000);
    expect(await docket.as(ada).code('getCorrelatedEvent', event)).toBe('NOT_FOUND');
    await docket.as(ada).do('putCorrelatedEvent', event);
    await advanceTestClock(docket.deps, 60_000);
    await expireEvents(docket.deps);
    const { results } = await docket.as(ada).do('searchCorrelatedEvents', { externalEventDefName: 'paid-soon' });
    expect(results).toEqual([]);
  });

  it('needs a kind that takes events by a key', async () => {
    const event = { externalEventDefName: 'greeting', key: 'x', content: 'hi' };
    expect(await docket.as(ada).code('putCorrelatedEvent', event)).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).code('putCorrelatedEvent', { ...event, key: 'a/b' })).toBe('INVALID_ARGUMENT');
  });
});

describe('a WorkflowEvent', () => {
  beforeAll(async () => {
    const { as } = docket;
    await as(ada).do('putWorkflowEventDef', { name: 'told', contentType: 'STR' });
    await as(ada).do('putWfSpec', {
      name: 'teller',
      entrypoint: 'main',
      threads: {
        main: {
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'first' }] },
            first: {
              type: 'THROW_EVENT',
              workflowEventDefName: 'told',
              content: { literal: 'one' },
              edges: [{ to: 'wait' }],
            },
            wait: { type: 'EXTERNAL_EVENT', externalEventDefName: 'greeting', edges: [{ to: 'second' }] },
            second: {
              type: 'THROW_EVENT',
              workflowEventDefName: 'told',
              content: { nodeOutput: 'wait' },
              edges: [{ to: 'end' }],
            },
            end: { type: 'EXIT' },
          },
        },
      },
    });
  });

  it('that was thrown is given at once, one that is yet to come when it comes', async () => {
    const { id: wfRunId } = await start('teller');
    const first = await docket.as(ada).do('awaitWorkflowEvent', { wfRunId, timeoutSeconds: 0 });
    expect(first).toMatchObject({ workflowEventDefName: 'told', number: 0, content: 'one' });
    const second = docket
      .as(ada)
      .do('awaitWorkflowEvent', { wfRunId, name: 'told', ignore: 'told.0', timeoutSeconds: 20 });
    await send(wfRunId, 'two');
    expect(await second).toMatchObject({ number: 1, content: 'two' });
    const { results } = await docket.as(ada).do('listWorkflowEvents', { wfRunId });
    expect(results.map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('that does not come in time, or from a run that is not there, is said to be so', async () => {
    const { id: wfRunId } = await start('teller');
    const never = { wfRunId, ignore: 'told.0', timeoutSeconds: 0 };
    expect(await docket.as(ada).code('awaitWorkflowEvent', never)).toBe('REQUEST_TIMEOUT');
    expect(await docket.as(ada).code('awaitWorkflowEvent', { ...never, wfRunId: 'nobody' })).toBe('NOT_FOUND');
  });
});

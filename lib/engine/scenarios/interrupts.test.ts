// Interrupts (scenarios H).
import { describe, expect, it } from 'vitest';
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  join,
  output,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { accepted, RUN_ID, type Scenario, scenario } from '../testing/scenario.ts';

const EVENTS = { hello: {}, poke: {}, prod: {}, done: {} };
const TASKS = { count: { inputVars: [], returnType: 'INT' as const }, tidy: { inputVars: [] } };
const onPoke = { interrupts: [{ externalEventDefName: 'poke', handler: 'handle' }] };

/** Waits for `hello` at (0,1); `poke` interrupts it, for a thread that waits for `done`. */
function given() {
  const run = scenario({
    externalEventDefs: EVENTS,
    wfSpec: processOf({
      main: along(
        { hello: awaitEvent('hello') },
        {
          ...onPoke,
          variables: declare({ got: 'STR', told: 'JSON_OBJ' }),
          mutations: { hello: [assign('got', { cast: output('hello'), to: 'STR' })] },
        },
      ),
      handle: along(
        { done: awaitEvent('done') },
        { variables: declare({ INPUT: 'JSON_OBJ' }), mutations: { start: [assign('told', variable('INPUT'))] } },
      ),
    }),
  });
  accepted(run.start());
  return run;
}

const _reasons = (run: Scenario, number: number) => run.thread(number).haltReasons.map(({ type }) => type);

describe('an interrupt', () => {
  it('H-01 that does not come changes nothing', () => {
    const run = given();
    accepted(run.put('hello', 'x'));
    expect(run.statuses()).toEqual(['COMPLETED']);
  });

  it('H-02 halts its thread while the handler runs, and then lets it go on where it was', () => {
    const run = given();
    accepted(run.put('poke', { why: 1 }, { guid: 'p' }));
    expect(run.run().status).toBe('RUNNING');
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(run.nodeRun(0, 1).status).toBe('HALTED');
    expect(run.thread()).toMatchObject({ haltReasons: [{ type: 'INTERRUPTED', threadRunNumber: 1 }] });
    expect(run.thread(1)).toMatchObject({ type: 'INTERRUPT', parent: 0, variables: { INPUT: { why: 1 } } });
    expect(run.thread().variables.told).toEqual({ why: 1 });
    expect(run.recorded('ExternalEventClaimed')).toMatchObject([{ guid: 'p', threadRunNumber: 0, position: 1 }]);
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED']);
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'RUNNING', position: 1 });
    accepted(run.put('hello', 'x'));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('H-05 an event that comes before the handler ends is taken after it', () => {
    const run = given();
    accepted(run.put('poke', {}));
    accepted(run.put('hello', 'early'));
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(run.thread().variables.got).toBeNull();
    expect(run.family()?.events[RUN_ID]).toHaveLength(1);
    accepted(run.put('done'));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables.got).toBe('early');
  });

  it('before the run exists does not fire, nor is one for another thread or position meant for this one', () => {
    const early = scenario({
      externalEventDefs: EVENTS,
      wfSpec: processOf({ main: along({ hello: awaitEvent('hello') }, onPoke), handle: along({}) }),
    });
    accepted(early.put('poke'));
    accepted(early.start());
    expect(early.statuses()).toEqual(['RUNNING']);

    const run = given();
    accepted(run.put('poke', {}, { threadRunNumber: 5 }));
    accepted(run.put('poke', {}, { position: 1 }));
    expect(run.statuses()).toEqual(['RUNNING']);
    accepted(run.put('poke', {}, { threadRunNumber: 0 }));
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
  });

  it('H-04, H-10 during a task waits for its worker; the output is then used as ever', () => {
    const given = () => {
      const run = scenario({
        externalEventDefs: EVENTS,
        taskDefs: TASKS,
        wfSpec: processOf({
          main: along(
            { count: doTask('count', { retries: 1 }) },
            { ...onPoke, variables: declare({ n: 'INT' }), mutations: { count: [assign('n', output('count'))] } },
          ),
          handle: along({ done: awaitEvent('done') }),
        }),
      });
      accepted(run.start());
      return run;
    };
    const running = given();
    running.claim('0-1');
    accepted(running.put('poke'));
    expect(running.statuses()).toEqual(['HALTING']);
    expect(running.run().status).toBe('RUNNING');
    expect(running.nodeRun(0, 1).status).toBe('HALTING');
    running.succeed('0-1', 7);
    expect(running.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(running.nodeRun(0, 1).status).toBe('HALTED');
    expect(running.thread().variables.n).toBeNull();
    accepted(running.put('done'));
    expect(running.run().status).toBe('COMPLETED');
    expect(running.thread().variables.n).toBe(7);

    // Decision 17: between retries it need not wait.
    const between = given();
    between.claim('0-1');
    accepted(between.put('poke'));
    between.fail('0-1');
    expect(between.statuses()).toEqual(['HALTED', 'RUNNING']);
    accepted(between.put('done'));
    expect(between.scheduled()).toEqual(['count', 'count']);
    between.succeed('0-1', 8, { attempt: 1 });
    expect(between.thread()).toMatchObject({ status: 'COMPLETED', variables: { n: 8 } });
  });

  it('whose handler fails takes its thread along, past the handlers of that', () => {
    const run = scenario({
      externalEventDefs: EVENTS,
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along({ hello: awaitEvent('hello', { failureHandlers: [{ handler: 'rest' }] }) }, onPoke),
        handle: along({ tidy: doTask('tidy') }),
        rest: along({}),
      }),
    });
    accepted(run.start());
    accepted(run.put('poke'));
    run.throwException('1-1', 'oh-no', 3);
    expect(run.statuses()).toEqual(['EXCEPTION', 'EXCEPTION']);
    expect(run.thread().failure).toMatchObject({
      name: 'oh-no',
      message: 'Interrupt thread 1 failed: because of oh-no',
      content: 3,
    });
  });

  it('whose content its handler does not take fails the thread', () => {
    const run = given();
    accepted(run.put('poke', 'no object'));
    expect(run.statuses()).toEqual(['ERROR']);
    expect(run.thread().failure).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: 'The INPUT of thread handle must be JSON_OBJ',
    });
  });
});

describe('interrupts one after another', () => {
  it('run in order of arrival, and never two at once (decision 17)', () => {
    const run = given();
    for (const order of [1, 2, 3]) accepted(run.put('poke', { order }));
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    for (const order of [1, 2, 3]) {
      expect(run.thread().variables.told).toEqual({ order });
      expect(run.thread().haltReasons).toEqual([{ type: 'INTERRUPTED', threadRunNumber: order }]);
      expect(run.statuses().filter((status) => status === 'RUNNING')).toHaveLength(1);
      accepted(run.put('done'));
    }
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(run.nodeRun(0, 1).status).toBe('RUNNING');
    accepted(run.put('hello', 'x'));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('that come while a worker is at the task of the thread wait for it, all of them', () => {
    const run = scenario({
      externalEventDefs: EVENTS,
      taskDefs: TASKS,
      wfSpec: processOf({ main: along({ count: doTask('count') }, onPoke), handle: along({}) }),
    });
    accepted(run.start());
    run.claim('0-1');
    accepted(run.put('poke'));
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['HALTING']);
    run.succeed('0-1', 1);
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });

  it('of every live thread of the spec are all handled', () => {
    const run = scenario({
      externalEventDefs: EVENTS,
      wfSpec: processOf({
        main: along({ a: spawn('child'), b: spawn('child'), wait: join(['a', 'b']) }),
        child: along({ hello: awaitEvent('hello') }, onPoke),
        handle: along({ done: awaitEvent('done') }),
      }),
    });
    accepted(run.start());
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'HALTED', 'RUNNING', 'RUNNING']);
    expect(run.recorded('ExternalEventClaimed')).toHaveLength(1);
  });
});

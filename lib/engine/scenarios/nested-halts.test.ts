// Halts within halts: interrupts, failures that are handled, and stops, one inside another (scenarios H).
import { describe, expect, it } from 'vitest';
import { along, awaitEvent, doTask, join, processOf, spawn } from '../testing/build-spec.ts';
import { accepted, type Scenario, scenario } from '../testing/scenario.ts';

const EVENTS = { hello: {}, poke: {}, prod: {}, done: {} };
const TASKS = { count: { inputVars: [], returnType: 'INT' as const }, tidy: { inputVars: [] } };
const onPoke = { interrupts: [{ externalEventDefName: 'poke', handler: 'handle' }] };

const reasons = (run: Scenario, number: number) => run.thread(number).haltReasons.map(({ type }) => type);

/** A child that waits for `hello`, interrupted by `prod`; its parent, which waits for it at (0,2), by `poke`. */
function family() {
  const run = scenario({
    externalEventDefs: EVENTS,
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along(
        { a: spawn('child'), wait: join(['a'], { perThreadFailureHandlers: [{ handler: 'mend' }] }) },
        onPoke,
      ),
      child: along(
        { hello: awaitEvent('hello'), count: doTask('count') },
        { interrupts: [{ externalEventDefName: 'prod', handler: 'handle-child' }] },
      ),
      handle: along({ done: awaitEvent('done') }),
      'handle-child': along({ tidy: doTask('tidy') }),
      mend: along({ tidy: doTask('tidy') }),
    }),
  });
  accepted(run.start());
  return run;
}

describe('halts within halts', () => {
  it('H-07 a child halts with its interrupted parent, and goes on with it', () => {
    const run = family();
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'RUNNING']);
    expect(run.thread(1).haltReasons).toEqual([{ type: 'PARENT_HALTED', threadRunNumber: 0 }]);
    expect([run.nodeRun(0, 2).status, run.nodeRun(1, 1).status]).toEqual(['HALTED', 'HALTED']);
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'COMPLETED']);
    expect([run.nodeRun(0, 2).status, run.nodeRun(1, 1).status]).toEqual(['RUNNING', 'RUNNING']);
    accepted(run.put('hello'));
    run.succeed('1-2', 1);
    expect(run.run().status).toBe('COMPLETED');
  });

  it('H-08 the child is interrupted, then the parent, then all is stopped: each halt ends by itself', () => {
    const run = family();
    accepted(run.put('prod'));
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'RUNNING']);
    accepted(run.put('poke'));
    expect(reasons(run, 1)).toEqual(['INTERRUPTED', 'PARENT_HALTED']);
    expect(reasons(run, 2)).toEqual(['PARENT_HALTED']);
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'RUNNING']);
    expect(run.run().status).toBe('RUNNING');

    accepted(run.stop());
    expect(run.run().status).toBe('HALTED');
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'HALTED']);
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'HALTED']);

    accepted(run.resume());
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'RUNNING', 'COMPLETED']);
    expect(reasons(run, 1)).toEqual(['INTERRUPTED']);
    run.succeed('2-1');
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'COMPLETED', 'COMPLETED']);
    accepted(run.put('hello'));
    run.succeed('1-2', 1);
    expect(run.run().status).toBe('COMPLETED');
  });

  it('an interrupt waits until a worker is done that is at the task of a child', () => {
    const run = family();
    accepted(run.put('hello'));
    run.claim('1-2');
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['HALTING', 'HALTING']);
    run.succeed('1-2', 1);
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'RUNNING']);
    accepted(run.put('done'));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('the handler of a child’s failure stands still while the thread that waits for the child does', () => {
    const run = family();
    accepted(run.put('hello'));
    run.fail('1-2');
    expect(run.thread(2)).toMatchObject({ threadSpecName: 'mend', parent: 1, holder: 0, status: 'RUNNING' });
    accepted(run.stop());
    expect(run.statuses()).toEqual(['HALTED', 'ERROR', 'HALTED']);
    expect(reasons(run, 2)).toEqual(['PARENT_HALTED']);
    accepted(run.resume());
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR', 'RUNNING']);
    run.succeed('2-1');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('a child that fails while its parent stands still has its handler started afterwards', () => {
    const run = family();
    accepted(run.put('hello'));
    run.claim('1-2');
    accepted(run.stop());
    run.fail('1-2');
    // It stands still with its failure to come.
    expect(run.statuses()).toEqual(['HALTED', 'HALTED']);
    accepted(run.resume());
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR', 'RUNNING']);
    run.succeed('2-1');
    expect(run.run().status).toBe('COMPLETED');
  });
});

describe('an interrupt and the handler of a failure', () => {
  const given = () => {
    const run = scenario({
      externalEventDefs: EVENTS,
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along(
          { count: doTask('count', { failureHandlers: [{ handler: 'mend' }] }), hello: awaitEvent('hello') },
          onPoke,
        ),
        handle: along({ done: awaitEvent('done') }),
        mend: along({ tidy: doTask('tidy') }),
      }),
    });
    accepted(run.start());
    return run;
  };

  it('the interrupt comes while the handler runs: it goes first, and the handler goes on after it', () => {
    const run = given();
    run.fail('0-1');
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'RUNNING']);
    expect(reasons(run, 0)).toEqual(['HANDLING_FAILURE', 'INTERRUPTED']);
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING', 'COMPLETED']);
    run.succeed('1-1');
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'COMPLETED']);
    expect(run.thread().current).toMatchObject({ nodeName: 'hello', position: 2, status: 'RUNNING' });
    accepted(run.put('hello'));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('waits for the worker that is at the task of the handler', () => {
    const run = given();
    run.fail('0-1');
    run.claim('1-1');
    accepted(run.put('poke'));
    expect(run.statuses()).toEqual(['HALTING', 'HALTING']);
    run.succeed('1-1');
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'RUNNING']);
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'COMPLETED']);
  });

  it('the task fails while the interrupt waits for it: the failure is handled after the interrupt', () => {
    const run = given();
    run.claim('0-1');
    accepted(run.put('poke'));
    run.fail('0-1');
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(run.thread(1).type).toBe('INTERRUPT');
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['HALTED', 'COMPLETED', 'RUNNING']);
    expect(run.thread(2).type).toBe('FAILURE_HANDLER');
    run.succeed('2-1');
    expect(run.thread().current.nodeName).toBe('hello');
  });
});

describe('the EXIT of a parent', () => {
  const given = (risky: Parameters<typeof doTask>[1] = {}) => {
    const run = scenario({
      externalEventDefs: EVENTS,
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along({ a: spawn('child') }),
        child: along({ count: doTask('count', risky) }, onPoke),
        handle: along({ done: awaitEvent('done') }),
      }),
    });
    accepted(run.start());
    expect(run.thread().current.nodeName).toBe('end');
    return run;
  };

  it('waits for a child that stands still for its interrupt, or for the handler of its failure', () => {
    const interrupted = given();
    accepted(interrupted.put('poke'));
    expect(interrupted.statuses()).toEqual(['RUNNING', 'HALTED', 'RUNNING']);
    accepted(interrupted.put('done'));
    interrupted.succeed('1-1', 1);
    expect(interrupted.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);

    const failing = given({ failureHandlers: [{ handler: 'handle' }] });
    failing.fail('1-1');
    expect(failing.statuses()).toEqual(['RUNNING', 'HALTED', 'RUNNING']);
    accepted(failing.put('done'));
    expect(failing.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });
});

it('an event that would interrupt only a thread halted for good is left unclaimed', () => {
  const run = scenario({
    externalEventDefs: EVENTS,
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along({
        a: spawn('child'),
        b: spawn('child'),
        wait: join(['a', 'b'], { strategy: 'FIRST' }),
        hello: awaitEvent('hello'),
      }),
      child: along({ count: doTask('count') }, onPoke),
      handle: along({}),
    }),
  });
  accepted(run.start());
  run.succeed('1-1', 1);
  expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'HALTED']);
  accepted(run.put('poke'));
  expect(run.recorded('ExternalEventClaimed')).toEqual([]);
  expect(run.thread(2).interrupts).toEqual([]);
});

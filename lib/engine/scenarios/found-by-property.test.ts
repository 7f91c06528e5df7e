// What random lives have found, as plain tests.
import { describe, expect, it } from 'vitest';
import { along, awaitEvent, doTask, literal, MAIN, processOf, spawn } from '../testing/build-spec.ts';
import { accepted, refused, scenario } from '../testing/scenario.ts';

const TASKS = { taskDefs: { work: {}, mend: {} }, externalEventDefs: { halt: {}, go: {} } };

describe('a thread ends after all that hangs on it', () => {
  it('also when its EXIT failed and the failure was handled', () => {
    const run = scenario({
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along(
          { child: spawn('child') },
          { exit: { failure: { name: 'no-stock' }, failureHandlers: [{ handler: 'handler' }] } },
        ),
        child: along({ work: doTask('work') }),
        handler: along({}),
      }),
    });
    accepted(run.start());
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'COMPLETED']);
    run.succeed('1-1');
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(run.nodeRun(0, 2)).toMatchObject({ status: 'EXCEPTION', failures: [{ name: 'no-stock', handled: true }] });
  });

  it('so a child cannot be rescued under one that has completed', () => {
    const run = scenario({
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along({ child: spawn('child') }, { exit: { failureHandlers: [{ handler: 'handler' }] } }),
        child: along({ work: doTask('work') }),
        handler: along({}),
      }),
    });
    accepted(run.start());
    run.fail('1-1');
    expect(run.statuses()).toEqual(['COMPLETED', 'ERROR', 'COMPLETED']);
    expect(refused(run.rescue(1))).toMatchObject({ code: 'FAILED_PRECONDITION' });
  });
});

describe('a rescue', () => {
  it('leaves the handlers of what is past where they stood', () => {
    const run = scenario({
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: {
          ...along({ work: doTask('work', { failureHandlers: [{ handler: 'mend' }] }) }),
          interrupts: [{ externalEventDefName: 'halt', handler: 'break' }],
        },
        mend: along({ mend: doTask('mend') }),
        break: along({}, { exit: { failure: { name: 'no-way-on' } } }),
      }),
    });
    accepted(run.start());
    run.fail('0-1');
    accepted(run.put('halt'));
    expect(run.statuses()).toEqual(['EXCEPTION', 'HALTED', 'EXCEPTION']);
    accepted(run.rescue());
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'EXCEPTION']);
    expect(run.thread(1).haltReasons).toContainEqual({ type: 'HALTED_BY_PARENT', threadRunNumber: 0 });
    run.succeed('0-2');
    expect(run.statuses()).toEqual(['COMPLETED', 'HALTED', 'EXCEPTION']);
  });
});

describe('threads leave a run', () => {
  it('together with those that hang on them, once both may', () => {
    const kept = { retention: { secondsAfterEnd: 1 } };
    const run = scenario({
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along({ child: spawn('child'), sleep: { type: 'SLEEP', seconds: literal(5) }, go: awaitEvent('go') }),
        child: { ...along({ grandchild: spawn('grandchild') }), ...kept },
        grandchild: { ...along({}), ...kept },
      }),
    });
    accepted(run.start());
    run.elapse(6_000);
    expect(run.recorded('ThreadRunLeft').map(({ thread }) => thread.number)).toEqual([2, 1]);
  });
});

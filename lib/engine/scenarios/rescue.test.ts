// RescueThread: what has failed is taken up again, with those that failed only for it (scenarios H).
import { describe, expect, it } from 'vitest';
import { along, assign, awaitEvent, declare, doTask, join, literal, processOf, spawn } from '../testing/build-spec.ts';
import { accepted, RUN_ID, refused, type Scenario, scenario } from '../testing/scenario.ts';

const TASKS = { work: { inputVars: [] }, after: { inputVars: [] }, tidy: { inputVars: [] } };

/** `n := work` at (0,1), then `after` at (0,2). */
function given(more: Parameters<typeof doTask>[1] = {}, retention?: { secondsAfterEnd: number }) {
  const run = scenario({
    taskDefs: TASKS,
    wfSpec: processOf(
      {
        main: along(
          { work: doTask('work', more), after: doTask('after') },
          { variables: declare({ n: 'INT' }), mutations: { work: [assign('n', literal(5))] } },
        ),
        tidy: along({ tidy: doTask('tidy') }),
      },
      retention ? { retention } : {},
    ),
  });
  accepted(run.start());
  return run;
}

describe('a failed thread', () => {
  it('is rescued: it arrives at its node anew, and what failed stays as history', () => {
    const run = given();
    run.fail('0-1');
    expect(run.run().endedAt).not.toBeNull();
    accepted(run.rescue());
    expect(run.run()).toMatchObject({ status: 'RUNNING', endedAt: null });
    expect(run.thread()).toMatchObject({ status: 'RUNNING', endedAt: null, failure: null });
    expect(run.nodeRun(0, 1)).toMatchObject({ nodeName: 'work', status: 'ERROR' });
    expect(run.nodeRun(0, 2)).toMatchObject({ nodeName: 'work', status: 'RUNNING', taskGuid: '0-2', failures: [] });
    run.succeed('0-2');
    run.succeed('0-3');
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables.n).toBe(5);
  });

  it('H-16 with a skip goes on behind its node, without the mutations on the way', () => {
    const run = given();
    run.fail('0-1');
    accepted(run.rescue(0, true));
    expect(run.thread().current).toMatchObject({ nodeName: 'after', position: 2 });
    run.succeed('0-2');
    expect(run.scheduled()).toEqual(['work', 'after']);
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables.n).toBeNull();
  });

  it('may be an EXCEPTION too (decision 17)', () => {
    const run = given();
    run.throwException('0-1', 'out-of-stock');
    expect(run.run().status).toBe('EXCEPTION');
    accepted(run.rescue());
    expect(run.run().status).toBe('RUNNING');
  });

  it('H-17 RUNNING, HALTED and COMPLETED ones cannot be rescued', () => {
    const run = given();
    expect(refused(run.rescue())).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'RUNNING' } });
    accepted(run.stop());
    expect(refused(run.rescue()).detail).toBe('ThreadRun 0 is HALTED: only one that has failed can be rescued');
    accepted(run.resume());
    run.succeed('0-1');
    run.succeed('0-2');
    expect(refused(run.rescue()).current).toEqual({ status: 'COMPLETED' });
  });

  it('of a run or with a number that is not there is no thread', () => {
    const run = given();
    run.fail('0-1');
    expect(refused(run.rescue(7))).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'threadRunNumber' }] });
    expect(refused(run.rescue(0, false, 'run-2')).code).toBe('NOT_FOUND');
  });

  it('that is rescued keeps its run from being deleted (decision 14)', () => {
    const run = given({}, { secondsAfterEnd: 10 });
    run.fail('0-1');
    expect(run.run().eraseAt).toBe((run.run().endedAt ?? 0) + 10_000);
    accepted(run.rescue());
    expect(run.run().eraseAt).toBeNull();
    expect(run.recorded('WfRunChanged').at(-1)).toEqual({ type: 'WfRunChanged', wfRunId: RUN_ID });
  });

  it('at its EXIT is not skipped, nor where no way leads on', () => {
    const run = scenario({ wfSpec: processOf({ main: along({}, { exit: { failure: { name: 'oh-no' } } }) }) });
    accepted(run.start());
    expect(refused(run.rescue(0, true)).detail).toBe('Node end is the EXIT of its thread: nothing comes after it');
    accepted(run.rescue());
    expect(run.thread()).toMatchObject({ status: 'EXCEPTION', current: { position: 2 } });

    const stuck = scenario({
      wfSpec: processOf({
        main: {
          variables: declare({ open: 'BOOL' }),
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'gate' }] },
            gate: { type: 'NOP', edges: [{ to: 'end', condition: { variable: 'open' } }] },
            end: { type: 'EXIT' },
          },
        },
      }),
    });
    accepted(stuck.start({ open: false }));
    expect(refused(stuck.rescue(0, true)).detail).toContain('Node gate cannot be skipped: No outgoing edge');
  });

  it('is rescued where its handler failed; the handler itself is not', () => {
    const run = given({ failureHandlers: [{ handler: 'tidy' }] });
    run.fail('0-1');
    run.fail('1-1');
    expect(run.statuses()).toEqual(['ERROR', 'ERROR']);
    expect(refused(run.rescue(1)).detail).toBe('ThreadRun 1 is the handler of ThreadRun 0: rescue that one');
    accepted(run.rescue());
    run.fail('0-2');
    expect(run.statuses()).toEqual(['HALTED', 'ERROR', 'RUNNING']);
    run.succeed('2-1');
    run.succeed('0-3');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('may fail again, and be rescued again', () => {
    const run = given();
    run.fail('0-1');
    accepted(run.rescue());
    run.fail('0-2');
    expect(run.run().status).toBe('ERROR');
    accepted(run.rescue());
    run.succeed('0-3');
    run.succeed('0-4');
    expect(run.run().status).toBe('COMPLETED');
  });
});

/** Children 1, 2 and 3 at `work`, waited for at (0,4). */
function threefold(wait: Parameters<typeof join>[1] = {}) {
  const run = scenario({
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along({ a: spawn('child'), b: spawn('child'), c: spawn('child'), wait: join(['a', 'b', 'c'], wait) }),
      child: along({ work: doTask('work') }),
      tidy: along({ tidy: doTask('tidy') }),
    }),
  });
  accepted(run.start());
  return run;
}
const waiting = (run: Scenario, position: number) => run.nodeRun(0, position).threads.map(({ status }) => status);

describe('a failed child', () => {
  it('H-19 has its parent wait again, and its brothers go on', () => {
    const run = threefold();
    run.fail('2-1');
    expect(run.statuses()).toEqual(['ERROR', 'HALTED', 'ERROR', 'HALTED']);
    accepted(run.rescue(2));
    expect(run.run()).toMatchObject({ status: 'RUNNING', endedAt: null });
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'RUNNING']);
    expect(run.nodeRun(0, 4).status).toBe('ERROR');
    expect(run.nodeRun(0, 5)).toMatchObject({ nodeName: 'wait', status: 'RUNNING' });
    run.succeed('2-2');
    run.succeed('1-1');
    run.succeed('3-1');
    expect(run.run().status).toBe('COMPLETED');
    expect(waiting(run, 5)).toEqual(Array(3).fill('COMPLETED_OR_FAILURE_HANDLED'));
  });

  it('H-19 of several each has to be rescued', () => {
    const run = threefold({ strategy: 'ANY' });
    for (const guid of ['1-1', '2-1', '3-1']) run.fail(guid);
    expect(run.run().status).toBe('ERROR');
    accepted(run.rescue(2));
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR', 'RUNNING', 'ERROR']);
    run.succeed('2-2');
    expect(run.run().status).toBe('COMPLETED');

    const all = threefold();
    all.claim('3-1');
    all.fail('2-1');
    all.fail('3-1');
    accepted(all.rescue(2));
    // The third now meets the failure that it had when it was halted.
    expect(all.statuses()).toEqual(['ERROR', 'HALTED', 'HALTED', 'ERROR']);
    accepted(all.rescue(3));
    expect(all.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'RUNNING']);
  });

  it('is not rescued once the failure of its parent was dealt with above', () => {
    const run = scenario({
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along({ a: spawn('branch'), wait: join(['a'], { failureHandlers: [{ handler: 'tidy' }] }) }),
        branch: along({ b: spawn('leaf'), work: doTask('work') }),
        leaf: along({ work: doTask('work') }),
        tidy: along({ tidy: doTask('tidy') }),
      }),
    });
    accepted(run.start());
    run.fail('2-1');
    run.fail('1-2');
    run.succeed('3-1');
    expect(run.run().status).toBe('COMPLETED');
    expect(refused(run.rescue(2))).toMatchObject({ detail: expect.stringContaining('handled by ThreadRun 0') });
  });

  it('H-19 with a skip goes on behind its node', () => {
    const run = threefold();
    run.fail('2-1');
    accepted(run.rescue(2, true));
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'COMPLETED', 'RUNNING']);
    expect(waiting(run, 5)).toEqual(['IN_PROGRESS', 'COMPLETED_OR_FAILURE_HANDLED', 'IN_PROGRESS']);
  });

  it('H-19 has the EXIT of its parent wait again, and so on upwards', () => {
    const run = scenario({
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along({ a: spawn('child'), wait: join(['a']) }),
        child: along({ b: spawn('grandchild') }),
        grandchild: along({ work: doTask('work') }),
      }),
    });
    accepted(run.start());
    run.fail('2-1');
    expect(run.statuses()).toEqual(['ERROR', 'ERROR', 'ERROR']);
    expect(run.thread(1).current).toMatchObject({ nodeName: 'end', position: 2 });
    accepted(run.rescue(2));
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    expect(run.thread(1).current).toMatchObject({ nodeName: 'end', position: 3 });
    expect(run.thread().current).toMatchObject({ nodeName: 'wait', position: 3 });
    run.succeed('2-2');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('H-20 leaves a parent alone that stands elsewhere', () => {
    const run = scenario({
      taskDefs: TASKS,
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along({ a: spawn('child'), pause: { type: 'NOP' }, go: awaitEvent('go'), wait: join(['a']) }),
        child: along({ work: doTask('work') }),
      }),
    });
    accepted(run.start());
    run.fail('1-1');
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR']);
    accepted(run.rescue(1));
    expect(run.thread().current).toMatchObject({ nodeName: 'go', position: 3 });
    run.succeed('1-2');
    accepted(run.put('go'));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.nodeRuns().map(({ nodeName }) => nodeName)).toEqual(['start', 'a', 'pause', 'go', 'wait', 'end']);
    expect(run.nodeRun(0, 5).nodeName).toBe('end');
  });

  it('whose failure is being handled, or was, is not rescued; where the handler failed, it is', () => {
    const run = threefold({ perThreadFailureHandlers: [{ handler: 'tidy' }] });
    run.fail('1-1');
    expect(refused(run.rescue(1)).detail).toBe('The failure of ThreadRun 1 was handled by ThreadRun 0');
    run.succeed('4-1');
    expect(refused(run.rescue(1)).code).toBe('FAILED_PRECONDITION');
    run.fail('2-1');
    run.fail('5-1');
    expect(run.run().status).toBe('ERROR');
    accepted(run.rescue(2));
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR', 'RUNNING', 'RUNNING', 'COMPLETED', 'ERROR']);
    run.succeed('2-2');
    run.succeed('3-1');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('whose parent handles it at its node is not rescued', () => {
    const run = threefold({ failureHandlers: [{ handler: 'tidy' }] });
    run.fail('1-1');
    expect(run.thread(4).status).toBe('RUNNING');
    expect(refused(run.rescue(1)).code).toBe('FAILED_PRECONDITION');
    run.succeed('4-1');
    expect(refused(run.rescue(1)).detail).toBe('The failure of ThreadRun 1 was handled by ThreadRun 0');
  });
});

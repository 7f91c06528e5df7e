// StopThread and ResumeThread (scenarios H, decision 13).
import { describe, expect, it } from 'vitest';
import { along, awaitEvent, doTask, join, processOf, spawn } from '../testing/build-spec.ts';
import { accepted, RUN_ID, refused, type Scenario, scenario } from '../testing/scenario.ts';

const EVENTS = { hello: {}, poke: {}, done: {} };
const TASKS = { work: { inputVars: [] } };

/** The main thread waits for `hello` at (0,2), its child for a worker, and the child's child for `done`. */
function given() {
  const run = scenario({
    externalEventDefs: EVENTS,
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along(
        { a: spawn('child'), hello: awaitEvent('hello') },
        { interrupts: [{ externalEventDefName: 'poke', handler: 'handle' }] },
      ),
      child: along({ b: spawn('grandchild'), work: doTask('work'), wait: join(['b']) }),
      grandchild: along({ done: awaitEvent('done') }),
      handle: along({ work: doTask('work') }),
    }),
  });
  accepted(run.start());
  return run;
}
const reasons = (run: Scenario) => run.run().threads.map(({ haltReasons }) => haltReasons.map(({ type }) => type));

describe('a stop', () => {
  it('halts the thread and all that hangs on it; a resume lets them go on', () => {
    const run = given();
    accepted(run.stop());
    expect(run.run().status).toBe('HALTED');
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED']);
    expect(reasons(run)).toEqual([['MANUAL_HALT'], ['PARENT_HALTED'], ['PARENT_HALTED']]);
    accepted(run.put('hello'));
    accepted(run.put('done'));
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED']);
    accepted(run.resume());
    expect(run.run().status).toBe('RUNNING');
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'COMPLETED']);
    run.succeed('1-2');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('is HALTING while a worker is at a task under it, and then HALTED', () => {
    const run = given();
    run.claim('1-2');
    accepted(run.stop());
    expect(run.run().status).toBe('HALTING');
    expect(run.statuses()).toEqual(['HALTING', 'HALTING', 'HALTED']);
    run.succeed('1-2');
    expect(run.run().status).toBe('HALTED');
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED']);
    expect(run.recorded('WfRunChanged')).toHaveLength(3);
  });

  it('may be taken back before it has halted all', () => {
    const run = given();
    run.claim('1-2');
    accepted(run.stop());
    accepted(run.resume());
    expect(run.run().status).toBe('RUNNING');
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    expect(run.scheduled()).toEqual(['work']);
    run.succeed('1-2');
    expect(run.thread(1).current).toMatchObject({ nodeName: 'wait', status: 'RUNNING' });
  });

  it('H-13 twice is once: one resume ends it', () => {
    const run = given();
    accepted(run.stop());
    const before = run.family();
    expect(accepted(run.stop()).records).toEqual([]);
    expect(run.family()).toBe(before);
    accepted(run.resume());
    expect(run.run().status).toBe('RUNNING');
    const running = run.family();
    accepted(run.resume());
    expect(run.family()).toBe(running);
  });

  it('H-14 of a thread that is not there is INVALID_ARGUMENT, of a run that is not NOT_FOUND', () => {
    const run = given();
    for (const send of [run.stop, run.resume]) {
      expect(refused(send(9))).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'threadRunNumber' }] });
      expect(refused(send(0, 'run-2')).code).toBe('NOT_FOUND');
    }
    accepted(run.stop(2));
  });

  it('of a thread that has ended is FAILED_PRECONDITION', () => {
    const run = given();
    accepted(run.put('done'));
    expect(refused(run.stop(2))).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'COMPLETED' } });
    expect(refused(run.resume(2)).detail).toBe('ThreadRun 2 is COMPLETED: it cannot be resumed');
  });

  it('of a child alone leaves its parent running, which waits for it at its EXIT', () => {
    const run = given();
    accepted(run.stop(1));
    expect(run.run().status).toBe('RUNNING');
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'HALTED']);
    accepted(run.stop());
    accepted(run.resume());
    expect(run.statuses()).toEqual(['RUNNING', 'HALTED', 'HALTED']);
    expect(reasons(run)).toEqual([[], ['MANUAL_HALT'], ['PARENT_HALTED']]);
    accepted(run.put('hello'));
    expect(run.thread()).toMatchObject({ status: 'RUNNING', current: { nodeName: 'end' } });
    accepted(run.resume(1));
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    accepted(run.put('done'));
    run.succeed('1-2');
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });

  it('halts the handler of an interrupt with its thread; an interrupt that comes meanwhile waits', () => {
    const during = given();
    accepted(during.put('poke'));
    expect(during.run().status).toBe('RUNNING');
    accepted(during.stop());
    expect(during.run().status).toBe('HALTED');
    expect(during.thread(3)).toMatchObject({ type: 'INTERRUPT', status: 'HALTED' });
    accepted(during.resume());
    expect(during.run().status).toBe('RUNNING');
    expect(during.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'RUNNING']);
    during.succeed('3-1');
    expect(during.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'COMPLETED']);

    const before = given();
    accepted(before.stop());
    accepted(before.put('poke'));
    expect(before.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED']);
    expect(before.run().status).toBe('HALTED');
    accepted(before.resume());
    expect(before.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'RUNNING']);
  });

  it('of the handler of an interrupt keeps its thread waiting for it', () => {
    const run = given();
    accepted(run.put('poke'));
    accepted(run.stop(3));
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'HALTED', 'HALTED']);
    accepted(run.resume(3));
    run.succeed('3-1');
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'COMPLETED']);
  });

  it('of the thread that lost a race is not undone by a resume', () => {
    const run = scenario({
      taskDefs: TASKS,
      externalEventDefs: EVENTS,
      wfSpec: processOf({
        main: along({
          a: spawn('child'),
          b: spawn('child'),
          wait: join(['a', 'b'], { strategy: 'FIRST' }),
          hello: awaitEvent('hello'),
        }),
        child: along({ work: doTask('work') }),
      }),
    });
    accepted(run.start());
    run.succeed('1-1');
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'HALTED']);
    expect(refused(run.resume(2)).detail).toBe('ThreadRun 2 is halted for good: it cannot be resumed');
    accepted(run.put('hello'));
    expect(run.run().status).toBe('COMPLETED');
  });
});

describe('what is done by hand', () => {
  it('stays with the node where the thread stood, the last fifty times; what changed nothing does not', () => {
    const run = scenario({ taskDefs: TASKS, wfSpec: processOf({ main: along({ work: doTask('work') }) }) });
    accepted(run.start());
    accepted(run.resume(0, RUN_ID, 'It stands still, does it not?'));
    for (let time = 0; time < 30; time++) {
      accepted(run.stop(0, RUN_ID, `stop ${time}`));
      accepted(run.stop(0, RUN_ID, 'again'));
      accepted(run.resume(0, RUN_ID, `resume ${time}`));
    }
    const { acts = [] } = run.thread(0).current;
    expect(acts).toHaveLength(50);
    expect(acts.slice(-2)).toMatchObject([
      { type: 'STOPPED', reason: 'stop 29' },
      { type: 'RESUMED', reason: 'resume 29' },
    ]);
    expect(acts.map(({ reason }) => reason)).not.toContain('again');
  });
});

// Tasks in a run: backoff, handlers of their failures, time-outs in the queue, and threads that halt around them (scenarios D).
import { describe, expect, it } from 'vitest';
import { along, assign, doTask, output, processOf } from '../testing/build-spec.ts';
import { accepted, refused, scenario } from '../testing/scenario.ts';

type TaskInput = Parameters<typeof doTask>[1];
const TASKS = { count: { inputVars: [], returnType: 'INT' as const }, tidy: { inputVars: [] } };
const BACKOFF = { baseMs: 1_000, multiplier: 3, maxMs: 2_000 };

/** `result := count()`, begun. */
function given(node: TaskInput = {}) {
  const run = scenario({
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along(
        { count: doTask('count', node) },
        { variables: [{ name: 'result', type: 'INT' }], mutations: { count: [assign('result', output('count'))] } },
      ),
      cleanup: along({ tidy: doTask('tidy') }),
    }),
  });
  accepted(run.start());
  return run;
}

const taskRun = (run: ReturnType<typeof given>) => run.run().taskRuns['0-1'];

describe('attempts', () => {
  it('D-04 with backoff, each waits longer, until none is left', () => {
    const run = given({ retries: 2, backoff: BACKOFF });
    run.fail('0-1');
    expect(taskRun(run)).toMatchObject({ attempt: 1, state: 'PENDING' });
    run.elapse(900);
    expect(taskRun(run)).toMatchObject({ attempt: 1, state: 'PENDING' });
    run.elapse(200);
    expect(taskRun(run)).toMatchObject({ attempt: 1, state: 'SCHEDULED' });
    run.fail('0-1', 'it broke', { attempt: 1 });
    run.elapse(1_900);
    expect(taskRun(run)).toMatchObject({ attempt: 2, state: 'PENDING' });
    run.elapse(200);
    run.fail('0-1', 'for good', { attempt: 2 });

    expect(run.scheduled()).toEqual(['count', 'count', 'count']);
    const [ended] = run.recorded('TaskRunEnded');
    expect(ended).toMatchObject({
      status: 'FAILED',
      taskRun: { attempts: [{ number: 0 }, { number: 1 }, { number: 2 }] },
    });
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'TASK_FAILURE', message: 'for good' }],
    });
    expect(run.run().status).toBe('ERROR');
    expect(run.timers()).toEqual([]);
  });

  it('D-14 a time-out is caught by a handler of TASK_ERROR', () => {
    const handled = given({ failureHandlers: [{ handler: 'cleanup', failureName: 'TASK_ERROR' }] });
    accepted(handled.report('0-1', { type: 'TIMEOUT' }));
    expect(handled.nodeRun(0, 1)).toMatchObject({ status: 'ERROR', failures: [{ name: 'TIMEOUT', handler: 1 }] });
    handled.succeed('1-1');
    expect(handled.run().status).toBe('COMPLETED');

    const unhandled = given({ failureHandlers: [{ handler: 'cleanup', failureName: 'VAR_ERROR' }] });
    accepted(unhandled.report('0-1', { type: 'TIMEOUT' }));
    expect(unhandled.run().status).toBe('ERROR');
    expect(unhandled.thread().failure?.name).toBe('TIMEOUT');
  });

  it('D-13 a late report after the time-out changes nothing, the next attempt’s does', () => {
    const run = given({ retries: 1 });
    accepted(run.report('0-1', { type: 'TIMEOUT' }));
    const before = run.family();
    expect(refused(run.report('0-1', { type: 'OUTPUT', output: 5 })).code).toBe('FAILED_PRECONDITION');
    expect(run.family()).toBe(before);
    run.succeed('0-1', 6, { attempt: 1 });
    expect(run.thread()).toMatchObject({ status: 'COMPLETED', variables: { result: 6 } });
  });

  it('one that no worker takes in time is a TIMEOUT, and is not tried again (decision 18)', () => {
    const run = given({ scheduleTimeoutSeconds: 5, retries: 3 });
    run.elapse(4_900);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(200);
    expect(run.thread().failure).toMatchObject({
      name: 'TIMEOUT',
      message: 'No worker took the task within 5 seconds',
    });
    expect(run.effects).toContainEqual(expect.objectContaining({ type: 'UnscheduleTask', guid: '0-1', attempt: 0 }));

    const claimed = given({ scheduleTimeoutSeconds: 5 });
    claimed.claim('0-1');
    claimed.elapse(6_000);
    expect(claimed.run().status).toBe('RUNNING');
    claimed.succeed('0-1', 1);
    expect(claimed.run().status).toBe('COMPLETED');
    expect(claimed.timers()).toEqual([]);
  });
});

describe('a stop', () => {
  it('waits for a worker that is at it: its outcome is kept, and used on resume', () => {
    const run = given();
    run.claim('0-1');
    accepted(run.stop());
    expect(run.run().status).toBe('HALTING');
    expect(run.nodeRun(0, 1).status).toBe('HALTING');
    expect(run.effects.filter(({ type }) => type === 'UnscheduleTask')).toEqual([]);

    run.succeed('0-1', 7);
    expect(run.run().status).toBe('HALTED');
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'HALTED', result: { output: 7 } });
    expect(run.thread().variables).toEqual({ result: null });

    accepted(run.resume());
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables).toEqual({ result: 7 });
    expect(run.scheduled()).toEqual(['count']);
  });

  it('withdraws an attempt that nobody has, and puts it back on resume (decision 23)', () => {
    const run = given();
    const { effects } = accepted(run.stop());
    expect(effects).toEqual([
      { type: 'UnscheduleTask', wfRunId: 'run-1', guid: '0-1', attempt: 0, onlyUnclaimed: true },
    ]);
    expect(run.run().status).toBe('HALTED');
    expect(taskRun(run)).toMatchObject({ state: 'WITHDRAWN', attempt: 0 });

    accepted(run.resume());
    expect(run.run().status).toBe('RUNNING');
    expect(taskRun(run)).toMatchObject({ state: 'SCHEDULED', attempt: 0 });
    expect(run.scheduled()).toEqual(['count', 'count']);
    run.succeed('0-1', 7);
    expect(run.run().status).toBe('COMPLETED');
  });

  it('that a worker’s claim overtakes loses nothing: its report counts, stopped or not', () => {
    const reported = given();
    accepted(reported.stop());
    reported.claim('0-1');
    reported.succeed('0-1', 7);
    expect(reported.run().status).toBe('HALTED');
    accepted(reported.resume());
    expect(reported.run()).toMatchObject({ status: 'COMPLETED', taskRuns: {} });
    expect(reported.thread().variables).toEqual({ result: 7 });

    const running = given();
    accepted(running.stop());
    running.claim('0-1');
    accepted(running.resume());
    expect(taskRun(running)).toMatchObject({ state: 'SCHEDULED', attempt: 0 });
    // The queue has it still, with its worker.
    expect(running.scheduled()).toEqual(['count']);
    running.succeed('0-1', 7);
    expect(running.run().status).toBe('COMPLETED');
  });

  it('while a worker is at an attempt that then fails keeps the next one back until resume', () => {
    const run = given({ retries: 1 });
    run.claim('0-1');
    accepted(run.stop());
    run.fail('0-1');
    expect(run.run().status).toBe('HALTED');
    expect(taskRun(run)).toMatchObject({ state: 'WITHDRAWN', attempt: 1 });
    expect(run.scheduled()).toEqual(['count']);
    accepted(run.resume());
    expect(run.scheduled()).toEqual(['count', 'count']);
    run.succeed('0-1', 7, { attempt: 1 });
    expect(run.run().status).toBe('COMPLETED');
  });

  it('between retries lets no backoff run out; it is over at the resume, or waited for to its end', () => {
    const over = given({ retries: 1, backoff: BACKOFF });
    over.fail('0-1');
    accepted(over.stop());
    expect(over.run().status).toBe('HALTED');
    expect(over.timers()).toEqual([]);
    over.elapse(5_000);
    expect(over.scheduled()).toEqual(['count']);
    accepted(over.resume());
    expect(over.scheduled()).toEqual(['count', 'count']);

    const early = given({ retries: 1, backoff: BACKOFF });
    early.fail('0-1');
    accepted(early.stop());
    accepted(early.resume());
    expect(taskRun(early)).toMatchObject({ state: 'PENDING', attempt: 1 });
    early.elapse(1_100);
    expect(taskRun(early)).toMatchObject({ state: 'SCHEDULED', attempt: 1 });
  });

  it('holds the time in the queue: it counts anew from the resume', () => {
    const run = given({ scheduleTimeoutSeconds: 5 });
    accepted(run.stop());
    expect(run.timers()).toEqual([]);
    run.elapse(60_000);
    expect(run.run().status).toBe('HALTED');
    accepted(run.resume());
    run.elapse(4_000);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(2_000);
    expect(run.thread().failure?.name).toBe('TIMEOUT');
  });

  it('keeps a failure to itself until the resume', () => {
    const run = given();
    run.claim('0-1');
    accepted(run.stop());
    run.fail('0-1');
    expect(run.run().status).toBe('HALTED');
    expect(run.nodeRun(0, 1)).toMatchObject({ failures: [{ name: 'TASK_FAILURE' }], endedAt: null });
    accepted(run.resume());
    expect(run.run().status).toBe('ERROR');
  });
});

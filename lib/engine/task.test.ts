// TASK nodes: attempts, retries and how they end (scenarios D).
import { describe, expect, it } from 'vitest';
import type { TaskOutcome } from './command.ts';
import { assign, declare, output, road } from './testing/build-spec.ts';
import { accepted, refused, scenario } from './testing/scenario.ts';

const ERROR: TaskOutcome = { type: 'ERROR', errorType: 'TASK_FAILURE', message: 'no luck', logOutput: 'tried hard' };

/** A task that returns an INT, which is assigned to `result`. */
function given(retries = 0) {
  const run = scenario({
    taskDefs: { count: { inputVars: [], returnType: 'INT' } },
    wfSpec: road(
      declare({ result: 'INT' }),
      { count: { type: 'TASK', taskDefName: 'count', retries } },
      { count: [assign('result', output('count'))] },
    ),
  });
  run.start();
  return run;
}

/** The attempts of the TaskRun, which has ended. */
const attempts = (run: ReturnType<typeof given>) =>
  run.recorded('TaskRunEnded').flatMap(({ taskRun }) => taskRun.attempts.map(({ number, status }) => [number, status]));

describe('a TASK node', () => {
  it('puts its first attempt in the queue and waits', () => {
    const run = given();
    expect(run.run()).toMatchObject({ status: 'RUNNING' });
    expect(run.effects).toMatchObject([
      { type: 'ScheduleTask', wfSpecName: 'process', taskRun: { guid: '0-1', attempt: 0 } },
    ]);
    expect(run.nodeRun(0, 1)).toMatchObject({ nodeName: 'count', taskGuid: '0-1', status: 'RUNNING' });
  });

  it('goes on with the output, and leaves the queue', () => {
    const run = given();
    const { effects } = accepted(run.report('0-1', { type: 'OUTPUT', output: 7, logOutput: 'fine' }));
    expect(effects).toEqual([
      { type: 'UnscheduleTask', wfRunId: 'run-1', guid: '0-1', attempt: 0, onlyUnclaimed: false },
    ]);
    expect(run.recorded('TaskRunEnded')).toMatchObject([
      { status: 'SUCCESS', taskRun: { attempts: [{ status: 'SUCCESS', output: 7, logOutput: 'fine' }] } },
    ]);
    expect(run.thread().variables).toEqual({ result: 7 });
    expect(run.run()).toMatchObject({ status: 'COMPLETED', taskRuns: {} });
  });

  it('D-11: null will do for any type', () => {
    const run = given();
    run.report('0-1', { type: 'OUTPUT', output: null });
    expect(run.run().status).toBe('COMPLETED');
  });

  it('D-10: an output of the wrong type is a TASK_OUTPUT_ERROR and is not tried again (decision 15)', () => {
    const run = given(2);
    run.report('0-1', { type: 'OUTPUT', output: 'seven' });
    expect(attempts(run)).toEqual([[0, 'OUTPUT_ERROR']]);
    expect(run.thread()).toMatchObject({ status: 'ERROR', failure: { name: 'TASK_OUTPUT_ERROR' } });
  });

  it('D-01: one that failed is tried again at once', () => {
    const run = given(2);
    const { effects } = accepted(run.report('0-1', ERROR));
    expect(effects).toMatchObject([
      { type: 'UnscheduleTask', attempt: 0 },
      { type: 'ScheduleTask', taskRun: { attempt: 1 } },
    ]);
    expect(run.run().status).toBe('RUNNING');
    run.report('0-1', { type: 'OUTPUT', output: 7 }, { attempt: 1 });
    expect(attempts(run)).toEqual([
      [0, 'FAILED'],
      [1, 'SUCCESS'],
    ]);
    expect(run.run().status).toBe('COMPLETED');
  });

  it('D-02: when no attempt is left, node and run are ERROR', () => {
    const run = given(2);
    for (const attempt of [0, 1, 2]) accepted(run.report('0-1', ERROR, { attempt }));
    expect(attempts(run)).toEqual([
      [0, 'FAILED'],
      [1, 'FAILED'],
      [2, 'FAILED'],
    ]);
    expect(run.recorded('TaskRunEnded')[0]?.taskRun.attempts[2]).toMatchObject({
      error: { message: 'no luck' },
      logOutput: 'tried hard',
    });
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'TASK_FAILURE', message: 'no luck', handled: false }],
    });
    expect(run.run()).toMatchObject({ status: 'ERROR', taskRuns: {} });
    expect(run.run().endedAt).not.toBeNull();
  });

  it('D-14: a time-out counts as an attempt, and the last one is the failure TIMEOUT', () => {
    const run = given(1);
    run.report('0-1', { type: 'TIMEOUT' }, { attempt: 0 });
    run.report('0-1', { type: 'TIMEOUT' }, { attempt: 1 });
    expect(attempts(run)).toEqual([
      [0, 'TIMEOUT'],
      [1, 'TIMEOUT'],
    ]);
    expect(run.thread().failure?.name).toBe('TIMEOUT');
  });

  it('D-05: a business exception keeps its name and content, makes the run an EXCEPTION, and is not tried again', () => {
    const run = given(2);
    run.report('0-1', { type: 'EXCEPTION', name: 'out-of-stock', message: 'none left', content: { item: 4 } });
    expect(attempts(run)).toEqual([[0, 'EXCEPTION']]);
    const failure = { name: 'out-of-stock', message: 'none left', content: { item: 4 } };
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'EXCEPTION', failures: [failure] });
    expect(run.run().status).toBe('EXCEPTION');
  });

  it('D-13: a report for an attempt that is over, or for none at all, is refused and changes nothing', () => {
    const run = given(1);
    run.report('0-1', { type: 'TIMEOUT' });
    const before = run.family();
    expect(refused(run.report('0-1', { type: 'OUTPUT', output: 7 }, { attempt: 0 })).code).toBe('FAILED_PRECONDITION');
    expect(refused(run.report('0-9', { type: 'OUTPUT', output: 7 }, { attempt: 0 })).code).toBe('FAILED_PRECONDITION');
    expect(run.family()).toBe(before);
    run.report('0-1', { type: 'OUTPUT', output: 7 }, { attempt: 1 });
    expect(run.run().status).toBe('COMPLETED');
    expect(refused(run.report('0-1', { type: 'OUTPUT', output: 7 }, { attempt: 1 })).code).toBe('FAILED_PRECONDITION');
  });

  it('leaves the last inputs to their defaults', () => {
    const inputVars = [
      { name: 'a', type: 'INT' as const },
      { name: 'b', type: 'STR' as const, default: 'x' },
    ];
    const run = scenario({
      taskDefs: { t: { inputVars } },
      wfSpec: road([], { t: { type: 'TASK', taskDefName: 't', inputs: [{ literal: 1 }] } }),
    });
    run.start();
    expect(run.run().taskRuns['0-1']?.inputs).toEqual([
      { name: 'a', value: 1, masked: false },
      { name: 'b', value: 'x', masked: false },
    ]);
  });
});

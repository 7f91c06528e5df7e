// Child threads and how they are waited for (scenarios F).
import { describe, expect, it } from 'vitest';
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  expression,
  join,
  literal,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { accepted, type Scenario, scenario } from '../testing/scenario.ts';

const TASKS = {
  work: { inputVars: [] },
  after: { inputVars: [] },
  tidy: { inputVars: [] },
  add: { inputVars: [{ name: 'n', type: 'INT' as const }] },
};

/** Three children at `task work`, waited for at (0,4); then `task after`. */
function given(wait: Parameters<typeof join>[1] = {}) {
  const run = scenario({
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along({
        a: spawn('child'),
        b: spawn('child'),
        c: spawn('child'),
        wait: join(['a', 'b', 'c'], wait),
        after: doTask('after'),
      }),
      child: along({ work: doTask('work') }),
      tidy: along({ tidy: doTask('tidy') }),
    }),
  });
  accepted(run.start());
  return run;
}
const waiting = (run: Scenario, position = 4) => run.nodeRun(0, position).threads.map(({ status }) => status);
const TIDY = [{ handler: 'tidy', failureName: 'denied-by-user' }];

describe('a child thread', () => {
  it('F-01 that completes first sets its parent’s variable, and the parent then finds it done', () => {
    const run = scenario({
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along(
          { a: spawn('child'), go: awaitEvent('go'), wait: join(['a']) },
          { variables: declare({ shared: 'INT' }) },
        ),
        child: along({}, { mutations: { start: [assign('shared', literal(1234))] } }),
      }),
    });
    accepted(run.start());
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED']);
    expect(run.thread().variables).toEqual({ shared: 1234 });
    expect(run.thread().current).toMatchObject({ nodeName: 'go', position: 2 });
    accepted(run.put('go'));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.nodeRun(0, 3).threads).toEqual([{ number: 1, status: 'COMPLETED_OR_FAILURE_HANDLED', handler: null }]);
  });

  it('F-02 that fails concerns its parent only where that waits for it', () => {
    const run = scenario({
      taskDefs: TASKS,
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along(
          { a: spawn('child', { n: variable('json') }), go: awaitEvent('go'), wait: join(['a']) },
          { variables: declare({ json: 'JSON_OBJ' }) },
        ),
        child: along(
          { add: doTask('add', { inputs: [variable('n', '$.n')] }) },
          { variables: declare({ n: 'JSON_OBJ' }) },
        ),
      }),
    });
    accepted(run.start({ json: { n: 'no number' } }));
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR']);
    expect(run.nodeRun(1, 1)).toMatchObject({ status: 'ERROR', failures: [{ name: 'VAR_SUB_ERROR' }] });
    expect(run.thread(1).endedAt).not.toBeNull();
    expect(run.run().status).toBe('RUNNING');
    accepted(run.put('go'));
    expect(run.run().status).toBe('ERROR');
    expect(run.nodeRun(0, 3).failures).toMatchObject([{ name: 'CHILD_FAILURE' }]);
    expect(run.thread().failure?.message).toContain('Child thread 1 failed with VAR_SUB_ERROR: ');
  });

  it('F-02 or at the EXIT of its parent, unless its failure was handled', () => {
    const exit = (failureHandlers: { handler: string }[]) => {
      const run = scenario({
        taskDefs: TASKS,
        wfSpec: processOf({
          main: along({ a: spawn('child') }, { exit: { failureHandlers } }),
          child: along({ work: doTask('work') }),
          tidy: along({}),
        }),
      });
      accepted(run.start());
      expect(run.thread().current).toMatchObject({ nodeName: 'end', position: 2, status: 'RUNNING' });
      run.fail('1-1');
      return run;
    };
    const unhandled = exit([]);
    expect(unhandled.run().status).toBe('ERROR');
    expect(unhandled.thread().failure).toMatchObject({ name: 'CHILD_FAILURE', message: 'Child threads failed: 1' });
    expect(exit([{ handler: 'tidy' }]).statuses()).toEqual(['COMPLETED', 'ERROR', 'COMPLETED']);
  });

  it('F-04 that takes longer is waited for', () => {
    const run = scenario({
      taskDefs: TASKS,
      wfSpec: processOf({
        main: along({ a: spawn('child'), own: doTask('after'), wait: join(['a']) }),
        child: along({ work: doTask('work') }),
      }),
    });
    accepted(run.start());
    run.succeed('0-2');
    expect(run.thread().current).toMatchObject({ nodeName: 'wait', position: 3, status: 'RUNNING' });
    expect(run.thread(1)).toMatchObject({ status: 'RUNNING', type: 'CHILD', parent: 0 });
    run.succeed('1-1');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('is started with its inputs, and its own children see the variables above them', () => {
    const run = scenario({
      wfSpec: processOf({
        main: along(
          { a: spawn('child', { n: literal(5) }), wait: join(['a']) },
          { variables: declare({ sum: 'INT' }) },
        ),
        child: along(
          { b: spawn('grandchild'), wait: join(['b']) },
          { variables: [{ name: 'n', type: 'INT', required: true }] },
        ),
        grandchild: along({}, { mutations: { start: [assign('sum', expression(variable('n'), 'ADD', literal(1)))] } }),
      }),
    });
    accepted(run.start());
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(run.thread().variables).toEqual({ sum: 6 });
    expect(run.nodeRun(0, 1)).toMatchObject({ result: { output: 1 }, threads: [{ number: 1, status: null }] });
  });

  it.each([
    ['itself', literal(0), 'Thread 0 cannot be waited for: it is not a child'],
    ['one that is not there', literal(7), 'There is no thread 7 to wait for'],
    ['null', literal(null), 'There is no thread null to wait for'],
  ])('waiting for %s is a VAR_SUB_ERROR', (_, thread, message) => {
    const run = scenario({
      wfSpec: processOf({ main: along({ wait: { type: 'WAIT_FOR_THREADS', threads: [thread] } }) }),
    });
    accepted(run.start());
    expect(run.thread().failure).toMatchObject({ name: 'VAR_SUB_ERROR', message });
  });
});

describe('waiting for ALL', () => {
  it('F-05 says how each child stands, and is done with the last', () => {
    const run = given();
    expect(waiting(run)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS']);
    run.succeed('2-1');
    expect(waiting(run)).toEqual(['IN_PROGRESS', 'COMPLETED_OR_FAILURE_HANDLED', 'IN_PROGRESS']);
    run.succeed('1-1');
    expect(run.thread().current.position).toBe(4);
    run.succeed('3-1');
    expect(run.thread().current.position).toBe(5);
    run.succeed('0-5');
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED']);
  });

  it('F-07 a child that fails is handled in its place while the others go on', () => {
    const run = given({ perThreadFailureHandlers: TIDY });
    run.throwException('2-1', 'denied-by-user');
    expect(waiting(run)).toEqual(['IN_PROGRESS', 'HANDLING_FAILURE', 'IN_PROGRESS']);
    expect(run.thread(4)).toMatchObject({ type: 'FAILURE_HANDLER', parent: 2, holder: 0, status: 'RUNNING' });
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'EXCEPTION', 'RUNNING', 'RUNNING']);
    run.succeed('1-1');
    run.succeed('3-1');
    expect(run.thread().current.position).toBe(4);
    run.succeed('4-1');
    expect(waiting(run)).toEqual(Array(3).fill('COMPLETED_OR_FAILURE_HANDLED'));
    expect(run.thread()).toMatchObject({ handledFailedChildren: [2], current: { position: 5 } });
    run.succeed('0-5');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('F-07 or at the node, while the others stand still; then the thread goes on, and EXIT waits for them', () => {
    const run = given({ failureHandlers: TIDY });
    run.throwException('2-1', 'denied-by-user');
    expect(run.thread(4)).toMatchObject({ type: 'FAILURE_HANDLER', parent: 0 });
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'EXCEPTION', 'HALTED', 'RUNNING']);
    expect(run.run().status).toBe('RUNNING');
    run.succeed('4-1');
    expect(run.nodeRun(0, 4)).toMatchObject({ status: 'EXCEPTION', failures: [{ handler: 4, handled: true }] });
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'EXCEPTION', 'RUNNING', 'COMPLETED']);
    expect(run.thread().handledFailedChildren).toEqual([2]);
    run.succeed('0-5');
    expect(run.thread().current).toMatchObject({ nodeName: 'end', status: 'RUNNING' });
    run.succeed('1-1');
    run.succeed('3-1');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('F-08 without a handler fails with the first, under its name; the others stand still', () => {
    const run = given();
    run.throwException('2-1', 'denied-by-user', { why: 'no' });
    expect(run.run().status).toBe('EXCEPTION');
    expect(run.thread().failure).toMatchObject({ name: 'denied-by-user', content: { why: 'no' } });
    expect(run.statuses()).toEqual(['EXCEPTION', 'HALTED', 'EXCEPTION', 'HALTED']);
    expect(waiting(run)).toEqual(['IN_PROGRESS', 'UNSUCCESSFUL', 'IN_PROGRESS']);
    expect(run.thread(1).haltReasons).toEqual([{ type: 'PARENT_HALTED', threadRunNumber: 0 }]);

    const handled = given({ failureHandlers: [{ handler: 'tidy', failureName: 'other' }] });
    handled.fail('2-1');
    expect(handled.thread().failure).toMatchObject({
      name: 'CHILD_FAILURE',
      message: 'Child thread 2 failed with TASK_FAILURE: it broke',
    });
  });
});

describe('waiting for the FIRST', () => {
  it('F-10 fails with it when it fails, and the others stand still for good', () => {
    const run = given({ strategy: 'FIRST' });
    run.throwException('2-1', 'denied-by-user');
    expect(run.run().status).toBe('EXCEPTION');
    expect(run.statuses()).toEqual(['EXCEPTION', 'HALTED', 'EXCEPTION', 'HALTED']);
    expect(run.thread(1).haltReasons).toContainEqual({ type: 'HALTED_BY_PARENT', threadRunNumber: 0 });
  });

  it('F-10 is done with it when it completes; a worker at a lost task ends it in vain', () => {
    const run = given({ strategy: 'FIRST' });
    run.claim('1-1');
    run.succeed('2-1');
    expect(run.statuses()).toEqual(['RUNNING', 'HALTING', 'COMPLETED', 'HALTED']);
    expect(run.thread().current.position).toBe(5);
    run.succeed('1-1');
    expect(run.thread(1)).toMatchObject({ status: 'HALTED', current: { position: 1, status: 'HALTED' } });
    expect(run.recorded('TaskRunEnded').map(({ status }) => status)).toEqual(['SUCCESS', 'CANCELLED', 'SUCCESS']);
    run.succeed('0-5');
    expect(run.run()).toMatchObject({ status: 'COMPLETED' });
    expect(run.statuses()).toEqual(['COMPLETED', 'HALTED', 'COMPLETED', 'HALTED']);
  });

  it('with a handler waits for that: the first to be over decides', () => {
    const handled = given({ strategy: 'FIRST', perThreadFailureHandlers: TIDY });
    handled.throwException('2-1', 'denied-by-user');
    expect(waiting(handled)).toEqual(['IN_PROGRESS', 'HANDLING_FAILURE', 'IN_PROGRESS']);
    handled.succeed('4-1');
    expect(handled.thread()).toMatchObject({ handledFailedChildren: [2], current: { position: 5 } });
    expect(handled.statuses()).toEqual(['RUNNING', 'HALTED', 'EXCEPTION', 'HALTED', 'COMPLETED']);

    const overtaken = given({ strategy: 'FIRST', perThreadFailureHandlers: TIDY });
    overtaken.throwException('2-1', 'denied-by-user');
    overtaken.succeed('3-1');
    expect(overtaken.statuses()).toEqual(['RUNNING', 'HALTED', 'EXCEPTION', 'COMPLETED', 'HALTED']);
    overtaken.succeed('0-5');
    expect(overtaken.run().status).toBe('COMPLETED');
  });
});

describe('waiting for ANY', () => {
  it('F-11 is done with the first success, forgives failures before it, and halts the others', () => {
    const run = given({ strategy: 'ANY' });
    run.fail('1-1');
    expect(waiting(run)).toEqual(['UNSUCCESSFUL', 'IN_PROGRESS', 'IN_PROGRESS']);
    expect(run.run().status).toBe('RUNNING');
    run.succeed('3-1');
    expect(run.thread()).toMatchObject({ handledFailedChildren: [1], current: { position: 5 } });
    expect(run.statuses()).toEqual(['RUNNING', 'ERROR', 'HALTED', 'COMPLETED']);
    run.succeed('0-5');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('F-13 fails when all have failed', () => {
    const run = given({ strategy: 'ANY' });
    accepted(run.report('1-1', { type: 'TIMEOUT' }));
    accepted(run.report('2-1', { type: 'TIMEOUT' }));
    expect(run.run().status).toBe('RUNNING');
    run.throwException('3-1', 'denied-by-user');
    expect(run.statuses()).toEqual(['ERROR', 'ERROR', 'ERROR', 'EXCEPTION']);
    expect(run.thread().failure).toMatchObject({ name: 'CHILD_FAILURE', message: 'All child threads failed' });
  });

  it('a failure that was handled is a success', () => {
    const run = given({ strategy: 'ANY', perThreadFailureHandlers: TIDY });
    run.throwException('1-1', 'denied-by-user');
    run.succeed('4-1');
    expect(run.statuses()).toEqual(['RUNNING', 'EXCEPTION', 'HALTED', 'HALTED', 'COMPLETED']);
    expect(run.thread()).toMatchObject({ handledFailedChildren: [1], current: { position: 5 } });
  });
});

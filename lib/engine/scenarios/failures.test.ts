// Failures and their handlers (scenarios G).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { FailureHandler } from '#contracts/wf-spec.ts';
import {
  along,
  awaitEvent,
  declare,
  doTask,
  expression,
  join,
  literal,
  output,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { BUSINESS, divideByZero, finish, given, TASKS, TECHNICAL } from '../testing/failure-scenario.ts';
import { accepted, scenario } from '../testing/scenario.ts';

describe('a failure of a node', () => {
  it('G-01 is handled by a thread, after which its own goes on', () => {
    const run = given([{ handler: 'tidy', failureType: 'ERROR' }]);
    accepted(run.report('0-1', TECHNICAL));
    expect(run.run().status).toBe('RUNNING');
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(run.thread().haltReasons).toEqual([{ type: 'HANDLING_FAILURE', threadRunNumber: 1 }]);
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'TASK_FAILURE', handler: 1, handled: false }],
    });
    run.succeed('1-1');
    expect(run.nodeRun(1, 1).status).toBe('COMPLETED');
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'ERROR', failures: [{ handled: true }] });
    run.succeed('0-2');
    expect(run.nodeRun(0, 3)).toMatchObject({ nodeName: 'end', status: 'COMPLETED' });
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().failure).toBeNull();
  });

  it('UT-55 skips the mutations on the way out, also when it was handled', () => {
    const handled = given([{ handler: 'tidy' }]);
    accepted(handled.report('0-1', TECHNICAL));
    finish(handled);
    expect(handled.thread().variables.n).toBe(1);

    const fine = given([{ handler: 'tidy' }]);
    fine.succeed('0-1', 9);
    expect(fine.thread().variables.n).toBe(2);
  });

  it('gives its content to the handler as INPUT', () => {
    const run = given([{ handler: 'tidy' }]);
    accepted(run.report('0-1', BUSINESS));
    expect(run.thread(1).variables.INPUT).toEqual({ item: 4 });
    expect(run.thread().variables.seen).toEqual({ item: 4 });

    const without = given([{ handler: 'tidy' }]);
    accepted(without.report('0-1', TECHNICAL));
    expect(without.thread(1).variables.INPUT).toBeNull();
  });

  it('fails the thread when the handler does not take the content', () => {
    const run = given([{ handler: 'tidy' }]);
    run.throwException('0-1', 'out-of-stock', 'no object');
    expect(run.run().status).toBe('ERROR');
    expect(run.thread().failure).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: 'The INPUT of thread tidy must be JSON_OBJ',
    });
    expect(run.nodeRun(0, 1).failures.map(({ name }) => name)).toEqual(['out-of-stock', 'VAR_SUB_ERROR']);
  });

  it.each<[string, FailureHandler, string, string]>([
    ['G-04 a handler of any EXCEPTION', { handler: 'tidy', failureType: 'EXCEPTION' }, 'ERROR', 'COMPLETED'],
    ['G-05 a handler of any ERROR', { handler: 'tidy', failureType: 'ERROR' }, 'COMPLETED', 'EXCEPTION'],
    ['a handler of whatever', { handler: 'tidy' }, 'COMPLETED', 'COMPLETED'],
    ['a handler by name', { handler: 'tidy', failureName: 'out-of-stock' }, 'ERROR', 'COMPLETED'],
    ['a handler by another name', { handler: 'tidy', failureName: 'on-strike' }, 'ERROR', 'EXCEPTION'],
  ])('%s', (_, handler, technical, business) => {
    const first = given([handler]);
    accepted(first.report('0-1', TECHNICAL));
    expect(finish(first)).toBe(technical);
    const second = given([handler]);
    accepted(second.report('0-1', BUSINESS));
    expect(finish(second)).toBe(business);
  });

  it('is handled by the first that matches', () => {
    const run = given([
      { handler: 'other', failureName: 'on-strike' },
      { handler: 'tidy', failureType: 'EXCEPTION' },
      { handler: 'other' },
    ]);
    accepted(run.report('0-1', BUSINESS));
    expect(run.thread(1).threadSpecName).toBe('tidy');
  });

  it('G-08 that its handler does not survive is that of the handler', () => {
    const run = given([{ handler: 'tidy' }]);
    accepted(run.report('0-1', TECHNICAL));
    run.throwException('1-1', 'worse', { why: 1 });
    expect(run.statuses()).toEqual(['EXCEPTION', 'EXCEPTION']);
    expect(run.thread().failure).toMatchObject({ name: 'worse', content: { why: 1 } });
    expect(run.run().status).toBe('EXCEPTION');
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'TASK_FAILURE', handled: false }, { name: 'worse' }],
    });
  });

  it('G-08 also when that is of the same name: both are kept', () => {
    const run = given([{ handler: 'tidy' }]);
    run.fail('0-1', 'first');
    run.fail('1-1', 'second');
    expect(run.nodeRun(0, 1).failures.map(({ message }) => message)).toEqual(['first', 'second']);
    expect(run.thread().failure?.message).toBe('second');
  });

  it('with a handler halts the children of its thread until that is over', () => {
    const run = scenario({
      taskDefs: TASKS,
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along({
          a: spawn('child'),
          risky: doTask('risky', { failureHandlers: [{ handler: 'tidy' }] }),
          wait: join(['a']),
        }),
        child: along({ go: awaitEvent('go') }),
        tidy: along({ tidy: doTask('tidy') }),
      }),
    });
    accepted(run.start());
    run.fail('0-2');
    expect(run.statuses()).toEqual(['HALTED', 'HALTED', 'RUNNING']);
    accepted(run.put('go'));
    expect(run.thread(1)).toMatchObject({
      status: 'HALTED',
      haltReasons: [{ type: 'PARENT_HALTED', threadRunNumber: 0 }],
    });
    run.succeed('2-1');
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });
});

describe('a failing EXIT', () => {
  const given = (handlers: FailureHandler[], content: VariableAssignment = variable('json', '$.why')) => {
    const run = scenario({
      wfSpec: processOf({
        main: along(
          { a: spawn('child'), wait: join(['a'], { failureHandlers: handlers }) },
          { variables: declare({ json: 'JSON_OBJ' }) },
        ),
        child: along({}, { exit: { failure: { name: 'my-exception', message: 'no', content } } }),
        rest: along({}),
      }),
    });
    accepted(run.start({ json: { why: 'because' } }));
    return run;
  };

  it('G-02 of a child is handled by name where it is waited for', () => {
    const run = given([{ handler: 'rest', failureName: 'my-exception' }]);
    expect(run.statuses()).toEqual(['COMPLETED', 'EXCEPTION', 'COMPLETED']);
    expect(run.thread(1).failure).toMatchObject({ name: 'my-exception', message: 'no', content: 'because' });
    const unhandled = given([{ handler: 'rest', failureName: 'another' }]);
    expect(unhandled.statuses()).toEqual(['EXCEPTION', 'EXCEPTION']);
    expect(unhandled.thread().failure).toMatchObject({ name: 'my-exception', content: 'because' });
  });

  it('fails as declared also when its content cannot be worked out', () => {
    const run = given([], divideByZero);
    expect(run.run().status).toBe('EXCEPTION');
    expect(run.thread(1).failure).toMatchObject({
      name: 'my-exception',
      message: 'no (its content could not be worked out: Cannot divide by zero)',
      content: null,
    });
  });
});

describe('after a handled failure', () => {
  it('an edge that cannot be taken is the node’s next failure, and handled like the first', () => {
    const run = scenario({
      taskDefs: TASKS,
      wfSpec: processOf({
        main: {
          variables: declare({ n: 'INT' }),
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'risky' }] },
            risky: doTask('risky', {
              failureHandlers: [{ handler: 'tidy', failureName: 'TASK_FAILURE' }],
              edges: [{ to: 'end', condition: expression(output('risky'), 'EQUALS', literal(1)) }],
            }),
            end: { type: 'EXIT' },
          },
        },
        tidy: along({}),
      }),
    });
    accepted(run.start());
    run.fail('0-1');
    expect(run.run().status).toBe('ERROR');
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [
        { name: 'TASK_FAILURE', handled: true },
        { name: 'VAR_SUB_ERROR', handled: false },
      ],
    });
    expect(run.thread().failure?.message).toContain('Failed evaluating edge with sink node end');
  });
});

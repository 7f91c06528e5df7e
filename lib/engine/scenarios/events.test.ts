// Events from outside and to outside, and waiting for a condition (scenarios E).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import {
  along,
  assign,
  awaitEvent,
  declare,
  expression,
  literal,
  output,
  processOf,
  variable,
} from '../testing/build-spec.ts';
import { accepted, RUN_ID, type Scenario, scenario } from '../testing/scenario.ts';

const EVENTS = { hello: { contentType: 'STR' as const }, other: {}, poke: {} };

/** `text := event hello`. */
function given(more: Parameters<typeof awaitEvent>[1] = {}, events = {}) {
  return scenario({
    externalEventDefs: { ...EVENTS, ...events },
    wfSpec: processOf({
      main: along(
        { hello: awaitEvent('hello', more) },
        {
          variables: declare({ text: 'STR', key: 'STR', time: 'DOUBLE' }),
          mutations: { hello: [assign('text', output('hello'))] },
        },
      ),
    }),
  });
}
const text = (run: Scenario) => run.thread().variables.text;

describe('an EXTERNAL_EVENT', () => {
  it('E-01 that comes after the start lets the run go on with its content', () => {
    const run = given();
    accepted(run.start());
    accepted(run.put('other', 'nothing to it'));
    expect(run.run().status).toBe('RUNNING');
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'RUNNING', eventGuid: null });
    accepted(run.put('hello', 'hello there', { guid: 'first' }));
    expect(run.run().status).toBe('COMPLETED');
    expect(text(run)).toBe('hello there');
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'COMPLETED', eventGuid: 'first' });
    expect(run.recorded('ExternalEventClaimed')).toMatchObject([{ guid: 'first', threadRunNumber: 0, position: 1 }]);
  });

  it('E-02 that came before the run existed does the same', () => {
    const run = given();
    accepted(run.put('hello', 'early'));
    expect(run.family()?.runs).toEqual({});
    accepted(run.start());
    expect(run.run().status).toBe('COMPLETED');
    expect(text(run)).toBe('early');
    expect(run.family()?.events).toEqual({});
  });

  it('E-04 of two that came early the first is taken, whatever their guids, and the second is not', () => {
    const run = given();
    accepted(run.put('hello', 'first', { guid: 'b' }));
    accepted(run.put('hello', 'second', { guid: 'a' }));
    accepted(run.start());
    expect(text(run)).toBe('first');
    expect(run.family()?.events[RUN_ID]).toMatchObject([{ guid: 'a', content: 'second' }]);
    expect(run.recorded('ExternalEventClaimed').map(({ guid }) => guid)).toEqual(['b']);
  });

  it('E-05 that does not come in time is a TIMEOUT; one that does leaves no timer', () => {
    const late = given({ timeoutSeconds: variable('time') });
    accepted(late.start({ time: 1.5 }));
    late.elapse(1_400);
    expect(late.run().status).toBe('RUNNING');
    late.elapse(200);
    expect(late.run().status).toBe('ERROR');
    expect(late.nodeRun(0, 1).failures).toMatchObject([
      { name: 'TIMEOUT', message: 'Event hello did not arrive in time' },
    ]);

    const inTime = given({ timeoutSeconds: literal(1) });
    accepted(inTime.start());
    inTime.elapse(900);
    accepted(inTime.put('hello', 'just'));
    expect(inTime.run().status).toBe('COMPLETED');
    expect(inTime.timers()).toEqual([]);
    inTime.elapse(1_000);
    expect(inTime.run().status).toBe('COMPLETED');
  });

  it('a time-out that is no number fails the node as VAR_ERROR', () => {
    const run = given({ timeoutSeconds: variable('time') });
    accepted(run.start({ time: null }));
    expect(run.thread().failure?.name).toBe('VAR_ERROR');
  });

  it('E-05 a time-out that ends while the thread is stopped is met at the resume, unless the event came', () => {
    const given1 = () => {
      const run = given({ timeoutSeconds: literal(1) });
      accepted(run.start());
      accepted(run.stop());
      run.elapse(2_000);
      expect(run.run().status).toBe('HALTED');
      return run;
    };
    const late = given1();
    accepted(late.resume());
    expect(late.thread().failure?.name).toBe('TIMEOUT');

    const came = given1();
    accepted(came.put('hello', 'while stopped'));
    expect(came.run().status).toBe('HALTED');
    expect(came.family()?.events[RUN_ID]).toHaveLength(1);
    accepted(came.resume());
    expect(came.run().status).toBe('COMPLETED');
    expect(text(came)).toBe('while stopped');
  });

  it('that is for another thread or position is left for it', () => {
    const run = scenario({
      externalEventDefs: EVENTS,
      wfSpec: processOf({ main: along({ first: awaitEvent('hello'), second: awaitEvent('hello') }) }),
    });
    accepted(run.start());
    accepted(run.put('hello', 'for 2', { position: 2 }));
    accepted(run.put('hello', 'for thread 1', { threadRunNumber: 1 }));
    expect(run.thread().current.position).toBe(1);
    accepted(run.put('hello', 'for 1', { position: 1, threadRunNumber: 0 }));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.nodeRun(0, 2).result).toEqual({ output: 'for 2' });
    expect(run.family()?.events[RUN_ID]).toMatchObject([{ content: 'for thread 1' }]);
  });

  it('that nobody claims goes when its retention is over; a claimed one is not touched', () => {
    const events = { hello: { contentType: 'STR' as const, retention: { secondsAfterPut: 2 } } };
    const run = given({}, events);
    accepted(run.put('hello', 'too early', { guid: 'a' }));
    run.elapse(2_100);
    expect(run.recorded('ExternalEventExpired')).toMatchObject([{ guid: 'a' }]);
    accepted(run.start());
    expect(run.run().status).toBe('RUNNING');
    accepted(run.put('hello', 'now', { guid: 'b' }));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.timers()).toEqual([]);
    expect(run.recorded('ExternalEventExpired')).toHaveLength(1);
  });
});

describe('a correlation key', () => {
  const keyed = (key: string | null, more = {}) => {
    const run = given(
      { correlationKey: variable('key'), ...more },
      { hello: { contentType: 'STR' as const, correlation: {} } },
    );
    accepted(run.start({ key }));
    return run;
  };
  const listening = (run: Scenario) =>
    run.effects.flatMap((effect) => (effect.type === 'Correlate' || effect.type === 'Uncorrelate' ? [effect] : []));

  it('E-10 makes the node listen until its event has come', () => {
    const run = keyed('order-7');
    expect(listening(run)).toEqual([
      {
        type: 'Correlate',
        wfRunId: RUN_ID,
        threadRunNumber: 0,
        position: 1,
        defName: 'hello',
        correlationKey: 'order-7',
      },
    ]);
    accepted(run.put('hello', 'by key', { threadRunNumber: 0, position: 1 }));
    expect(run.run().status).toBe('COMPLETED');
    expect(listening(run).at(-1)).toEqual({ type: 'Uncorrelate', wfRunId: RUN_ID, threadRunNumber: 0, position: 1 });
  });

  it('E-13 no longer once the node has timed out, or its thread has failed', () => {
    const run = keyed('order-7', { timeoutSeconds: literal(1) });
    run.elapse(1_100);
    expect(run.run().status).toBe('ERROR');
    expect(listening(run).map(({ type }) => type)).toEqual(['Correlate', 'Uncorrelate']);
  });

  it.each([
    [null, 'The correlation key is null'],
    ['', 'The correlation key must not be empty'],
    ['a/b', 'The correlation key must not contain / or ~'],
  ])('that is %j fails the node', (key, message) => {
    const run = keyed(key);
    expect(run.thread().failure).toMatchObject({ name: 'VAR_SUB_ERROR', message });
    expect(listening(run).filter(({ type }) => type === 'Correlate')).toEqual([]);
  });
});

describe('WAIT_FOR_CONDITION', () => {
  const enough = expression(variable('n'), 'GREATER_THAN', literal(2));
  const given = (condition: VariableAssignment) =>
    scenario({
      externalEventDefs: EVENTS,
      wfSpec: processOf({
        main: along(
          { wait: { type: 'WAIT_FOR_CONDITION', condition } },
          { variables: declare({ n: 'INT' }), interrupts: [{ externalEventDefName: 'poke', handler: 'add' }] },
        ),
        add: along({}, { mutations: { start: [{ variable: 'n', operation: 'ADD', value: literal(1) }] } }),
      }),
    });

  it('passes at once when it holds, and otherwise when something made it hold', () => {
    const now = given(enough);
    accepted(now.start({ n: 3 }));
    expect(now.run().status).toBe('COMPLETED');

    const later = given(enough);
    accepted(later.start({ n: 1 }));
    accepted(later.put('poke'));
    expect(later.run().status).toBe('RUNNING');
    accepted(later.put('poke'));
    expect(later.run().status).toBe('COMPLETED');
  });

  it('that cannot be worked out is a VAR_SUB_ERROR', () => {
    const run = given(expression(variable('n'), 'LESS_THAN', expression(literal(1), 'DIVIDE', literal(0))));
    accepted(run.start({ n: 1 }));
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'ERROR', failures: [{ name: 'VAR_SUB_ERROR' }] });
  });
});

describe('THROW_EVENT', () => {
  it('tells what happened, counted per kind from 0, and goes on at once', () => {
    const run = scenario({
      workflowEventDefs: { done: { contentType: 'INT' }, rung: {} },
      wfSpec: processOf({
        main: along(
          {
            a: { type: 'THROW_EVENT', workflowEventDefName: 'done', content: variable('n') },
            b: { type: 'THROW_EVENT', workflowEventDefName: 'rung' },
            c: { type: 'THROW_EVENT', workflowEventDefName: 'done', content: literal(8) },
          },
          { variables: declare({ n: 'INT' }) },
        ),
      }),
    });
    accepted(run.start({ n: 7 }));
    expect(run.run()).toMatchObject({ status: 'COMPLETED', thrown: { done: 2, rung: 1 } });
    expect(run.recorded('WorkflowEventThrown')).toMatchObject([
      { defName: 'done', number: 0, content: 7, position: 1 },
      { defName: 'rung', number: 0, content: null, position: 2 },
      { defName: 'done', number: 1, content: 8, position: 3 },
    ]);
  });
});

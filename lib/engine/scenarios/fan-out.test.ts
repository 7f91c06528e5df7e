// A child thread per item, with handlers per child; how many threads a run may hold, and when they leave it (scenarios F).
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#contracts/json.ts';
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
import { accepted, type Scenario, scenario } from '../testing/scenario.ts';

const TASKS = { work: { inputVars: [{ name: 'item', type: 'STR' as const }] }, tidy: { inputVars: [] } };
const ITEMS = ['pear', 'plum'];

/** foreach item { task work(item) } at (0,1), all waited for at (0,2). */
function given(items: JsonValue[] = ITEMS, limits = {}) {
  const run = scenario({
    taskDefs: TASKS,
    limits,
    wfSpec: processOf({
      main: along(
        {
          each: { type: 'START_MULTIPLE_THREADS', threadSpecName: 'child', items: variable('items') },
          wait: {
            type: 'WAIT_FOR_THREADS',
            threads: output('each'),
            perThreadFailureHandlers: [{ handler: 'tidy', failureType: 'EXCEPTION' }],
          },
        },
        { variables: declare({ items: 'JSON_ARR' }) },
      ),
      child: along({ work: doTask('work', { inputs: [variable('INPUT')] }) }, { variables: declare({ INPUT: 'STR' }) }),
      tidy: along({ tidy: doTask('tidy') }),
    }),
  });
  accepted(run.start({ items }));
  return run;
}
const waiting = (run: Scenario) => run.nodeRun(0, 2).threads.map(({ status }) => status);

describe('a thread per item', () => {
  it('F-14 is given its item, and all are waited for', () => {
    const run = given();
    expect(run.nodeRun(0, 1)).toMatchObject({
      result: { output: [1, 2] },
      threads: [
        { number: 1, status: null },
        { number: 2, status: null },
      ],
    });
    expect(Object.values(run.run().taskRuns).map(({ inputs }) => inputs[0]?.value)).toEqual(ITEMS);
    run.succeed('1-1');
    expect(run.run().status).toBe('RUNNING');
    run.succeed('2-1');
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });

  it('F-14 of no items there is none to wait for', () => {
    const run = given([]);
    expect(run.statuses()).toEqual(['COMPLETED']);
  });

  it('F-16 one recovers, the handler of the other fails: the run fails as that did', () => {
    const run = given();
    run.throwException('1-1', 'first-failed');
    run.throwException('2-1', 'second-failed');
    expect(waiting(run)).toEqual(['HANDLING_FAILURE', 'HANDLING_FAILURE']);
    run.succeed('3-1');
    expect(run.thread(3)).toMatchObject({ status: 'COMPLETED', parent: 1 });
    run.throwException('4-1', 'still-failed', 5);
    expect(run.statuses()).toEqual(['EXCEPTION', 'EXCEPTION', 'EXCEPTION', 'COMPLETED', 'EXCEPTION']);
    expect(run.thread().failure).toMatchObject({ name: 'still-failed', content: 5 });
    expect(waiting(run)).toEqual(['COMPLETED_OR_FAILURE_HANDLED', 'UNSUCCESSFUL']);
  });

  it('F-17 one recovers while the other runs', () => {
    const run = given();
    run.throwException('1-1', 'first-failed');
    run.succeed('3-1');
    expect(waiting(run)).toEqual(['COMPLETED_OR_FAILURE_HANDLED', 'IN_PROGRESS']);
    expect(run.run().status).toBe('RUNNING');
    run.succeed('2-1');
    expect(run.statuses()).toEqual(['COMPLETED', 'EXCEPTION', 'COMPLETED', 'COMPLETED']);
    expect(run.thread(3)).toMatchObject({ type: 'FAILURE_HANDLER', parent: 1, threadSpecName: 'tidy' });
    expect(run.thread(1).status).toBe('EXCEPTION');
  });

  it('F-19 the second fails first, and nobody handles it: no handler starts for the first, which stands still', () => {
    const run = given();
    run.claim('1-1');
    run.fail('2-1');
    expect(run.statuses()).toEqual(['ERROR', 'HALTING', 'ERROR']);
    run.throwException('1-1', 'first-failed');
    expect(run.statuses()).toEqual(['ERROR', 'HALTED', 'ERROR']);
    expect(run.run().nextThreadNumber).toBe(3);
  });

  it('F-19 nor when both have failed by the time that the wait looks', () => {
    const run = scenario({
      taskDefs: { first: { inputVars: [] }, second: { inputVars: [] } },
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along({
          a: spawn('one'),
          b: spawn('two'),
          go: awaitEvent('go'),
          wait: join(['a', 'b'], { perThreadFailureHandlers: [{ handler: 'tidy', failureType: 'EXCEPTION' }] }),
        }),
        one: along({ first: doTask('first') }),
        two: along({ second: doTask('second') }),
        tidy: along({}),
      }),
    });
    accepted(run.start());
    run.fail('1-1');
    run.throwException('2-1', 'oh-no');
    accepted(run.put('go'));
    expect(run.statuses()).toEqual(['ERROR', 'ERROR', 'EXCEPTION']);
    expect(run.nodeRun(0, 4).threads.map(({ status }) => status)).toEqual(['UNSUCCESSFUL', 'IN_PROGRESS']);
  });

  it.each([
    ['no array', { items: 5 as JsonValue }],
    ['an item of the wrong type', { items: ['pear', { name: 'plum' }] }],
  ])('%s starts none at all', (_, json) => {
    const run = scenario({
      wfSpec: processOf({
        main: along(
          { each: { type: 'START_MULTIPLE_THREADS', threadSpecName: 'child', items: variable('json', '$.items') } },
          { variables: declare({ json: 'JSON_OBJ' }) },
        ),
        child: along({}, { variables: declare({ INPUT: 'STR' }) }),
      }),
    });
    accepted(run.start({ json }));
    expect(run.statuses()).toEqual(['ERROR']);
    expect(run.nodeRun(0, 1).failures).toMatchObject([{ name: 'VAR_SUB_ERROR' }]);
  });
});

it('one that lost a race can be waited for no more', () => {
  const run = scenario({
    taskDefs: { work: { inputVars: [] } },
    wfSpec: processOf({
      main: along({
        a: spawn('child'),
        b: spawn('child'),
        race: join(['a', 'b'], { strategy: 'FIRST' }),
        all: join(['a', 'b']),
      }),
      child: along({ work: doTask('work') }),
    }),
  });
  accepted(run.start());
  run.succeed('2-1');
  expect(run.thread().failure).toMatchObject({ name: 'CHILD_FAILURE', message: 'Child thread 1 was halted for good' });
  expect(run.nodeRun(0, 4).threads.map(({ status }) => status)).toEqual(['UNSUCCESSFUL', 'IN_PROGRESS']);
});

describe('limits', () => {
  const many = (count: number) => Array<string>(count).fill('pear');

  it('F-20 a run holds so many threads; one item more starts none', () => {
    const fits = given(many(4), { threadsPerRun: 5 });
    expect(fits.statuses()).toHaveLength(5);
    for (const number of [1, 2, 3, 4]) fits.succeed(`${number}-1`);
    expect(fits.run().status).toBe('COMPLETED');

    const over = given(many(5), { threadsPerRun: 5 });
    expect(over.statuses()).toEqual(['ERROR']);
    expect(over.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      threads: [],
      failures: [
        { name: 'INTERNAL_ERROR', message: 'A WfRun may hold 5 threads; this one has 1 and would start 5 more' },
      ],
    });
    expect(over.run().nextThreadNumber).toBe(1);
  });

  it('threads that have COMPLETED make room for others, and their numbers are not given again', () => {
    const given = (threadSpecName: string) => {
      const run = scenario({
        externalEventDefs: { go: {} },
        limits: { threadsPerRun: 3 },
        wfSpec: processOf({
          main: along({
            a: spawn(threadSpecName),
            b: spawn(threadSpecName),
            c: spawn(threadSpecName),
            d: spawn(threadSpecName),
            wait: join(['a', 'b', 'c', 'd']),
          }),
          short: along({}),
          long: along({ go: awaitEvent('go') }),
        }),
      });
      accepted(run.start());
      return run;
    };
    const short = given('short');
    expect(short.run()).toMatchObject({ status: 'COMPLETED', nextThreadNumber: 5 });
    expect(short.recorded('ThreadRunLeft').map(({ thread }) => thread.number)).toEqual([1, 2]);
    expect(short.nodeRun(0, 5).threads.map(({ number }) => number)).toEqual([1, 2, 3, 4]);

    const long = given('long');
    expect(long.thread()).toMatchObject({ failure: { name: 'INTERNAL_ERROR' }, current: { nodeName: 'c' } });
    expect(long.run().status).toBe('ERROR');
  });

  it('a tight loop in a child thread fails the run, and all of it comes to rest', () => {
    const never = expression(literal(1), 'EQUALS', literal(2));
    const run = scenario({
      externalEventDefs: { go: {}, never: {} },
      limits: { fuel: 40 },
      wfSpec: processOf({
        main: along({ a: spawn('loop'), b: spawn('rest'), wait: join(['a', 'b']) }),
        rest: along({ never: awaitEvent('never') }),
        loop: {
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'go' }] },
            go: awaitEvent('go', { edges: [{ to: 'a' }] }),
            a: { type: 'NOP', edges: [{ to: 'end', condition: never }, { to: 'b' }] },
            b: { type: 'NOP', edges: [{ to: 'a' }] },
            end: { type: 'EXIT' },
          },
        },
      }),
    });
    accepted(run.start());
    expect(run.statuses()).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    accepted(run.put('go'));
    expect(run.statuses()).toEqual(['ERROR', 'HALTED', 'HALTED']);
    expect(run.run().status).toBe('ERROR');
    expect(run.thread().failure).toMatchObject({
      name: 'INTERNAL_ERROR',
      message: 'This is a tight loop: after 40 passes over its threads in one command it still does not wait',
    });
  });
});

describe('retention of a thread', () => {
  const given = (secondsAfterEnd: number) => {
    const run = scenario({
      externalEventDefs: { go: {} },
      wfSpec: processOf({
        main: along({ a: spawn('child'), go: awaitEvent('go'), b: spawn('child'), again: awaitEvent('go') }),
        child: along({ c: spawn('grandchild'), wait: join(['c']) }, { retention: { secondsAfterEnd } }),
        grandchild: along({}, { retention: { secondsAfterEnd } }),
      }),
    });
    accepted(run.start());
    return run;
  };
  const numbers = (run: Scenario) => run.run().threads.map(({ number }) => number);

  it('K-11 of 0 seconds lets it go at its end, with its children, and its number is not given again', () => {
    const run = given(0);
    expect(numbers(run)).toEqual([0]);
    expect(
      run
        .recorded('ThreadRunLeft')
        .map(({ thread }) => thread.number)
        .sort(),
    ).toEqual([1, 2]);
    accepted(run.put('go'));
    expect(run.run().nextThreadNumber).toBe(5);
    expect(run.nodeRun(0, 3).threads).toMatchObject([{ number: 3 }]);
    accepted(run.put('go'));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('of some seconds lets it go with the next step after them', () => {
    const run = given(5);
    expect(numbers(run)).toEqual([0, 1, 2]);
    run.elapse(6_000);
    accepted(run.put('go'));
    expect(numbers(run)).toEqual([0, 3, 4]);
  });
});

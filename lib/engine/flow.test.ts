// How a run goes from node to node: loops, branches, mutations, inputs (scenarios B and C).
import { describe, expect, it } from 'vitest';
import { assign, bodyOf, declare, expression, literal, type NodeInput, road, variable } from './testing/build-spec.ts';
import { accepted, refused, scenario } from './testing/scenario.ts';

const NOTHING = { inputVars: [] };
const lessThan = (limit: number) => expression(variable('i'), 'LESS_THAN', literal(limit));
const doing = (taskDefName: string, to: string): NodeInput => ({ type: 'TASK', taskDefName, edges: [{ to }] });

describe('while', () => {
  const isPositive = expression(variable('counter'), 'GREATER_THAN', literal(0));
  const decrement = assign('counter', expression(variable('counter'), 'SUBTRACT', literal(1)));
  const given = () =>
    scenario({
      taskDefs: { work: NOTHING },
      wfSpec: bodyOf([{ name: 'counter', type: 'INT', default: 3 }], {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'head' }] },
        head: {
          type: 'NOP',
          edges: [
            { to: 'body', condition: isPositive },
            { to: 'tail', condition: { not: isPositive } },
          ],
        },
        body: { type: 'TASK', taskDefName: 'work', edges: [{ to: 'tail', mutations: [decrement] }] },
        tail: { type: 'NOP', edges: [{ to: 'head', condition: isPositive }, { to: 'end' }] },
        end: { type: 'EXIT' },
      }),
    });

  it('B-04: with a condition that is false ends in the very command that started it, without a TaskRun', () => {
    const run = given();
    run.start({ counter: -1 });
    expect(run.run().status).toBe('COMPLETED');
    expect(run.scheduled()).toEqual([]);
  });

  it('B-05: with the default of 3 runs its body three times', () => {
    const run = given();
    run.start();
    for (const position of [2, 5, 8]) accepted(run.report(`0-${position}`, { type: 'OUTPUT', output: null }));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.scheduled()).toEqual(['work', 'work', 'work']);
  });
});

/** Lets every task succeed until none is left. */
function workOff(run: ReturnType<typeof scenario>) {
  for (let [guid] = Object.keys(run.run().taskRuns); guid; [guid] = Object.keys(run.run().taskRuns)) {
    accepted(run.report(guid, { type: 'OUTPUT', output: null }));
  }
}

it('B-01 five tasks one after another, each scheduled once the one before is done', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const run = scenario({
    taskDefs: Object.fromEntries(names.map((name) => [name, NOTHING])),
    wfSpec: road([], Object.fromEntries(names.map((name) => [name, { type: 'TASK', taskDefName: name }]))),
  });
  run.start();
  for (const [index] of names.entries()) {
    expect(run.scheduled()).toEqual(names.slice(0, index + 1));
    run.succeed(`0-${index + 1}`);
  }
  expect(run.run().status).toBe('COMPLETED');
});

describe('if and else', () => {
  const taskDefs = { e1: NOTHING, e2: NOTHING, e3: NOTHING, e4: NOTHING };

  it.each([
    [16, ['e3']],
    [11, ['e2', 'e3']],
    [1, ['e1', 'e2', 'e3']],
  ])('B-07: nested ifs with %i run %j', (i, tasks) => {
    const run = scenario({
      taskDefs,
      wfSpec: bodyOf(declare({ i: 'INT' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'outer' }] },
        outer: { type: 'NOP', edges: [{ to: 'inner', condition: lessThan(15) }, { to: 'third' }] },
        inner: { type: 'NOP', edges: [{ to: 'first', condition: lessThan(10) }, { to: 'second' }] },
        first: doing('e1', 'second'),
        second: doing('e2', 'third'),
        third: doing('e3', 'end'),
        end: { type: 'EXIT' },
      }),
    });
    run.start({ i });
    workOff(run);
    expect(run.scheduled()).toEqual(tasks);
    expect(run.run().status).toBe('COMPLETED');
  });

  it.each([
    [1, ['e1', 'e4']],
    [11, ['e2', 'e3', 'e4']],
    [16, ['e3', 'e4']],
  ])('B-08: an if within an else with %i runs %j', (i, tasks) => {
    const run = scenario({
      taskDefs,
      wfSpec: bodyOf(declare({ i: 'INT' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'if' }] },
        if: { type: 'NOP', edges: [{ to: 'first', condition: lessThan(10) }, { to: 'else' }] },
        first: doing('e1', 'last'),
        else: { type: 'NOP', edges: [{ to: 'second', condition: lessThan(15) }, { to: 'third' }] },
        second: doing('e2', 'third'),
        third: doing('e3', 'last'),
        last: doing('e4', 'end'),
        end: { type: 'EXIT' },
      }),
    });
    run.start({ i });
    workOff(run);
    expect(run.scheduled()).toEqual(tasks);
  });

  it('fails the node when no edge holds', () => {
    const run = scenario({
      wfSpec: bodyOf(declare({ flag: 'BOOL' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'end', condition: variable('flag') }] },
        end: { type: 'EXIT' },
      }),
    });
    run.start({ flag: false });
    expect(run.run().status).toBe('ERROR');
    expect(run.nodeRun(0, 0).failures).toMatchObject([{ name: 'VAR_SUB_ERROR' }]);
  });
});

describe('RunWf', () => {
  const given = () =>
    scenario({
      wfSpec: road(
        [
          { name: 'must', type: 'INT', required: true },
          { name: 'may', type: 'STR', default: 'none' },
        ],
        {},
      ),
    });

  it('takes null for a required input, and the default for one that is missing or null', () => {
    const run = given();
    run.start({ must: null, may: null });
    expect(run.thread().variables).toEqual({ must: null, may: 'none' });
  });

  it('I-07: the same id twice is ALREADY_EXISTS', () => {
    const run = given();
    run.start({ must: 1 });
    expect(refused(run.start({ must: 1 })).code).toBe('ALREADY_EXISTS');
  });

  it('is NOT_FOUND for a WfSpec that is not there', () => {
    const wfSpec = { name: 'other', majorVersion: 0, revision: 0 };
    const run = given();
    expect(
      refused(
        run.send({ type: 'RunWf', wfSpec, variables: {}, requester: null, parentWfRunId: null, scheduleId: null }),
      ).code,
    ).toBe('NOT_FOUND');
  });

  it('names each thing once, as it is when the step ends', () => {
    const run = given();
    const { records } = accepted(run.start({ must: 1 }));
    expect(records.map((record) => record.type)).toEqual(['NodeRunEnded', 'NodeRunEnded', 'WfRunChanged']);
  });

  it('fails a tight loop as INTERNAL_ERROR, in the command that met it', () => {
    const run = scenario({
      wfSpec: bodyOf(declare({ never: 'BOOL' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'a' }] },
        a: { type: 'NOP', edges: [{ to: 'end', condition: variable('never') }, { to: 'b' }] },
        b: { type: 'NOP', edges: [{ to: 'a' }] },
        end: { type: 'EXIT' },
      }),
    });
    run.start();
    expect(run.run().status).toBe('ERROR');
    expect(run.thread().failure).toMatchObject({ name: 'INTERNAL_ERROR' });
    expect(run.thread().failure?.message).toContain('tight loop');
    expect(run.nodeRuns()).toHaveLength(513);
  });
});

// How a run goes from node to node: loops, branches, mutations, inputs (scenarios B and C).
import { describe, expect, it } from 'vitest';
import {
  assign,
  bodyOf,
  declare,
  expression,
  literal,
  type NodeInput,
  output,
  road,
  variable,
} from './testing/build-spec.ts';
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

  it.each([
    [true, true],
    [false, false],
    [null, false],
  ])('B-16: a bare BOOL that is %s is taken for %s', (flag, result) => {
    const run = scenario({
      wfSpec: bodyOf(declare({ flag: 'BOOL', result: 'BOOL' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'if' }] },
        if: {
          type: 'NOP',
          edges: [
            { to: 'end', condition: variable('flag'), mutations: [assign('result', literal(true))] },
            { to: 'end', mutations: [assign('result', literal(false))] },
          ],
        },
        end: { type: 'EXIT' },
      }),
    });
    run.start({ flag });
    expect(run.thread().variables.result).toBe(result);
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
    expect(run.nodeRuns()[0]?.nodeRun.failure?.name).toBe('VAR_SUB_ERROR');
  });
});

describe('variables', () => {
  const addOne = { 'add-one': { inputVars: [{ name: 'n', type: 'INT' as const }], returnType: 'INT' as const } };

  it('C-07: a task is given the value of an expression and its output is assigned', () => {
    const run = scenario({
      taskDefs: addOne,
      wfSpec: road(
        declare({ i: 'INT', result: 'INT' }),
        { add: { type: 'TASK', taskDefName: 'add-one', inputs: [expression(variable('i'), 'ADD', literal(1))] } },
        { add: [assign('result', output('add'))] },
      ),
    });
    run.start({ i: 1, result: 137 });
    expect(run.run().taskRuns['0-1']?.inputs).toEqual([{ name: 'n', value: 2 }]);
    run.report('0-1', { type: 'OUTPUT', output: 3 });
    expect(run.thread().variables).toEqual({ i: 1, result: 3 });
  });

  const divideByZero = expression(variable('a'), 'DIVIDE', literal(0));

  it('C-08: a division by zero in an input is a VAR_SUB_ERROR, and there is no TaskRun', () => {
    const run = scenario({
      taskDefs: addOne,
      wfSpec: road(declare({ a: 'INT' }), { add: { type: 'TASK', taskDefName: 'add-one', inputs: [divideByZero] } }),
    });
    run.start({ a: 5 });
    expect(run.run().status).toBe('ERROR');
    const [, node] = run.nodeRuns();
    expect(node?.nodeRun.failure).toMatchObject({ name: 'VAR_SUB_ERROR' });
    expect(node?.nodeRun.failure?.message).toContain('Cannot divide by zero');
    expect(node?.taskRunGuid).toBeNull();
    expect(run.effects).toEqual([]);
  });

  it('C-19: a mutation on the edge of the ENTRYPOINT that fails is a VAR_MUTATION_ERROR of that node (decision 15)', () => {
    const run = scenario({ wfSpec: road(declare({ a: 'INT' }), {}, { start: [assign('a', divideByZero)] }) });
    run.start({ a: 5 });
    const [node] = run.nodeRuns();
    expect(node?.nodeRun).toMatchObject({ position: 0, status: 'ERROR', failure: { name: 'VAR_MUTATION_ERROR' } });
    expect(node?.nodeRun.failure?.message).toBe('Failed evaluating edge with sink node end: Cannot divide by zero');
    expect(run.run()).toMatchObject({ status: 'ERROR' });
    expect(run.thread().failure).toEqual(node?.nodeRun.failure);
  });

  it('mutations see those before them, and none is written when one fails', () => {
    const plusOne = (name: string) => expression(variable(name), 'ADD', literal(1));
    const mutations = [assign('a', plusOne('a')), assign('b', plusOne('a'))];
    const good = scenario({ wfSpec: road(declare({ a: 'INT', b: 'INT' }), {}, { start: mutations }) });
    good.start({ a: 1 });
    expect(good.thread().variables).toEqual({ a: 2, b: 3 });

    const broken = [...mutations, assign('b', expression(variable('b'), 'DIVIDE', literal(0)))];
    const bad = scenario({ wfSpec: road(declare({ a: 'INT', b: 'INT' }), {}, { start: broken }) });
    bad.start({ a: 1 });
    expect(bad.thread().variables).toEqual({ a: 1, b: null });
  });

  it('C-17: a variable can be made null', () => {
    const run = scenario({ wfSpec: road(declare({ a: 'INT' }), {}, { start: [assign('a', literal(null))] }) });
    run.start({ a: 5 });
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables).toEqual({ a: null });
  });

  it('C-22: integers are calculated', () => {
    const mutations = [
      assign('doubled', expression(variable('i'), 'MULTIPLY', literal(2))),
      assign('less', expression(literal(10), 'SUBTRACT', literal(8))),
    ];
    const types = declare({ i: 'INT', doubled: 'INT', less: 'INT' });
    const run = scenario({ wfSpec: road(types, {}, { start: mutations }) });
    run.start({ i: 10 });
    expect(run.thread().variables).toEqual({ i: 10, doubled: 20, less: 2 });
  });

  it('keeps integers of 64 bits exact', () => {
    const increment = assign('i', expression(variable('i'), 'ADD', literal(1)));
    const run = scenario({ wfSpec: road(declare({ i: 'INT' }), {}, { start: [increment] }) });
    run.start({ i: 9007199254740991 });
    expect(run.thread().variables).toEqual({ i: '9007199254740992' });

    const over = scenario({ wfSpec: road(declare({ i: 'INT' }), {}, { start: [increment] }) });
    over.start({ i: '9223372036854775807' });
    expect(over.thread().failure?.name).toBe('VAR_MUTATION_ERROR');
  });

  it('C-38: a number given to a text is its text', () => {
    const run = scenario({
      taskDefs: { shout: { inputVars: [{ name: 'text', type: 'STR' }], returnType: 'STR' } },
      wfSpec: road(declare({ json: 'JSON_OBJ', text: 'STR' }), {
        shout: { type: 'TASK', taskDefName: 'shout', inputs: [variable('json', '$.number')] },
      }),
    });
    run.start({ json: { number: 5432 } });
    expect(run.run().taskRuns['0-1']?.inputs).toEqual([{ name: 'text', value: '5432' }]);
  });

  it('what JSON gives is checked when it is known: a text where an INT is wanted is a VAR_SUB_ERROR', () => {
    const run = scenario({
      taskDefs: addOne,
      wfSpec: road(declare({ json: 'JSON_OBJ' }), {
        add: { type: 'TASK', taskDefName: 'add-one', inputs: [variable('json', '$.n')] },
      }),
    });
    run.start({ json: { n: 'one' } });
    expect(run.thread().failure).toMatchObject({ name: 'VAR_SUB_ERROR' });
    expect(run.thread().failure?.message).toContain('Cannot assign STR to INT');
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

  it('C-35: names every input that is missing, of the wrong type or unknown, and makes no WfRun', () => {
    const run = given();
    const refusal = refused(run.start({ may: 5, foreign: 1 }));
    expect(refusal.code).toBe('INVALID_ARGUMENT');
    expect(refusal.errors).toEqual([
      { path: 'variables.must', message: 'is required and must be INT' },
      { path: 'variables.may', message: 'must be STR' },
      { path: 'variables.foreign', message: 'is not a variable of this workflow' },
    ]);
    expect(run.family()).toBeNull();
    expect(refused(run.start({ must: 'one' })).detail).toContain('variables.must: must be INT');
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
    expect(records.map((record) => record.type)).toEqual([
      'VariableSet',
      'VariableSet',
      'NodeRunChanged',
      'NodeRunChanged',
      'WfRunChanged',
      'ThreadRunChanged',
    ]);
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

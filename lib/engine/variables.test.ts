// Variables, mutations and expressions of a run (scenarios C), and conditions (B-10 to B-17).
import { describe, expect, it } from 'vitest';
import type { MutationOperation, Operator, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import {
  assign,
  asWfSpec,
  type BodyInput,
  bodyOf,
  declare,
  expression,
  literal,
  type NodeInput,
  output,
  road,
  variable,
} from './testing/build-spec.ts';
import { type DefinitionBodies, definitionsOf } from './testing/definitions.ts';
import { accepted, refused, type Scenario, scenario } from './testing/scenario.ts';
import { validateWfSpec } from './validate-wf-spec.ts';

type Task = Extract<NodeInput, { type: 'TASK' }>;
const mutate = (
  name: string,
  operation: MutationOperation,
  value: VariableAssignment,
  path?: Mutation['path'],
): Mutation => ({
  variable: name,
  operation,
  value,
  ...(path && { path }),
});
const cast = (assignment: VariableAssignment, to: VariableType): VariableAssignment => ({ cast: assignment, to });
const task = (taskDefName: string, ...inputs: VariableAssignment[]): Task => ({ type: 'TASK', taskDefName, inputs });
const takes = (type: VariableType, returnType?: VariableType) => ({
  inputVars: [{ name: 'input', type }],
  ...(returnType && { returnType }),
});

/** A run that has done these mutations on its first edge, and ended. */
function mutated(
  types: Record<string, VariableType>,
  mutations: Mutation[],
  variables: JsonObject = {},
  structs = {},
): Scenario {
  const run = scenario({ structDefs: structs, wfSpec: road(declare(types), {}, { start: mutations }) });
  accepted(run.start(variables));
  return run;
}
const variablesAfter = (...given: Parameters<typeof mutated>) => mutated(...given).thread().variables;
const findings = (wfSpec: BodyInput, definitions: DefinitionBodies = {}) =>
  validateWfSpec(asWfSpec(wfSpec), definitionsOf(definitions)).map(({ message }) => message);
const inputs = (run: Scenario, guid: string) => run.run().taskRuns[guid]?.inputs.map(({ value }) => value);
/** The failure by which the NodeRun of the entrypoint thread failed. */
const failure = (run: Scenario, position: number) => run.nodeRun(0, position).failures.at(-1);

describe('mutations', () => {
  it('C-01 REMOVE_KEY removes a key, and ignores one that is absent', () => {
    const json = { hello: 'there', general: 'kenobi' };
    const remove = (key: string) =>
      variablesAfter({ o: 'JSON_OBJ' }, [mutate('o', 'REMOVE_KEY', literal(key))], { o: json });
    expect(remove('hello')).toEqual({ o: { general: 'kenobi' } });
    expect(remove('absent')).toEqual({ o: json });
  });

  it('C-02 math over a task output, and an INT of a cast DOUBLE', () => {
    const run = scenario({
      taskDefs: { ten: { returnType: 'INT' } },
      wfSpec: road(
        [
          { name: 'myInt', type: 'INT', default: 5 },
          { name: 'myDouble', type: 'DOUBLE', default: 24.2 },
          { name: 'other', type: 'INT' },
        ],
        { ten: task('ten') },
        {
          ten: [
            mutate('myInt', 'ADD', output('ten')),
            mutate('myInt', 'SUBTRACT', literal(2)),
            assign('other', cast(variable('myDouble'), 'INT')),
            mutate('other', 'DIVIDE', variable('myInt')),
          ],
        },
      ),
    });
    run.start();
    run.succeed('0-1', 10);
    expect(run.thread().variables).toEqual({ myInt: 13, myDouble: 24.2, other: 1 });
  });

  const removals = [
    mutate('list', 'REMOVE_IF_PRESENT', literal(5)),
    mutate('list', 'REMOVE_IF_PRESENT', literal('hello')),
    mutate('list', 'REMOVE_INDEX', literal(3)),
  ];

  it('C-04 what is not in a list is no trouble, and an index takes one away', () => {
    const list = ['asdf', 'asdf', 3, 4, 9];
    expect(variablesAfter({ list: 'JSON_ARR' }, removals, { list })).toEqual({ list: ['asdf', 'asdf', 3, 9] });
  });

  it('C-05 an index out of range fails the node, and leaves the list as it was', () => {
    const list = [5, 'hello', 3, 4];
    const run = mutated({ list: 'JSON_ARR' }, removals, { list });
    expect(run.run().status).toBe('ERROR');
    expect(failure(run, 0)).toMatchObject({
      name: 'VAR_MUTATION_ERROR',
      message: expect.stringContaining('Index 3 is out of range'),
    });
    expect(run.thread().variables).toEqual({ list });
  });

  it('see those before them, and none is written when one fails', () => {
    const plusOne = (name: string) => expression(variable(name), 'ADD', literal(1));
    const mutations = [assign('a', plusOne('a')), assign('b', plusOne('a'))];
    const types: Record<string, VariableType> = { a: 'INT', b: 'INT' };
    expect(variablesAfter(types, mutations, { a: 1 })).toEqual({ a: 2, b: 3 });
    const broken = [...mutations, mutate('b', 'DIVIDE', literal(0))];
    expect(variablesAfter(types, broken, { a: 1 })).toEqual({ a: 1, b: null });
  });

  it('C-13 a property is set where its parent is', () => {
    const set = [mutate('nested', 'ASSIGN', literal('x'), ['foo', 'bar'])];
    const missing = mutated({ nested: 'JSON_OBJ' }, set, { nested: {} });
    expect(missing.run().status).toBe('ERROR');
    expect(failure(missing, 0)?.message).toContain('missing property');
    expect(variablesAfter({ nested: 'JSON_OBJ' }, set, { nested: { foo: {} } })).toEqual({
      nested: { foo: { bar: 'x' } },
    });
  });

  it('C-17 a variable can be made null', () => {
    const run = mutated({ a: 'INT' }, [assign('a', literal(null))], { a: 5 });
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables).toEqual({ a: null });
  });

  it('C-19 on the edge of the ENTRYPOINT fail that node (decision 15)', () => {
    const run = mutated({ a: 'INT' }, [mutate('a', 'DIVIDE', literal(0))], { a: 5 });
    expect(run.run().status).toBe('ERROR');
    expect(run.nodeRun(0, 0)).toMatchObject({ status: 'ERROR', failures: [{ name: 'VAR_MUTATION_ERROR' }] });
    expect(failure(run, 0)?.message).toBe('Failed evaluating edge with sink node end: Cannot divide by zero');
  });

  it('C-22 integers are calculated, of inputs and of literals', () => {
    const mutations = [
      assign('doubled', expression(variable('i'), 'MULTIPLY', literal(2))),
      assign('less', expression(literal(10), 'SUBTRACT', literal(8))),
    ];
    const types: Record<string, VariableType> = { i: 'INT', doubled: 'INT', less: 'INT' };
    expect(variablesAfter(types, mutations, { i: 10 })).toEqual({ i: 10, doubled: 20, less: 2 });
  });

  it('keep integers of 64 bits exact, and fail beyond', () => {
    const increment = [mutate('i', 'ADD', literal(1))];
    expect(variablesAfter({ i: 'INT' }, increment, { i: 9007199254740991 })).toEqual({ i: '9007199254740992' });
    const over = mutated({ i: 'INT' }, increment, { i: '9223372036854775807' });
    expect(failure(over, 0)?.name).toBe('VAR_MUTATION_ERROR');
  });

  it('fail where the value would be too large, and it stays as it was', () => {
    const wfSpec = road(declare({ text: 'STR' }), {}, { start: [mutate('text', 'ADD', variable('text'))] });
    const bounded = (valueBytes: number) => {
      const run = scenario({ wfSpec, limits: { valueBytes } });
      run.start({ text: 'x'.repeat(60) });
      return run;
    };
    expect(bounded(122).run().status).toBe('COMPLETED');
    const small = bounded(100);
    expect(failure(small, 0)).toMatchObject({
      name: 'VAR_MUTATION_ERROR',
      message: expect.stringContaining('at most 100 are allowed'),
    });
    expect(small.thread().variables).toEqual({ text: 'x'.repeat(60) });
  });
});

describe('expressions', () => {
  it('C-07 a task is given the value of one, and its output is assigned', () => {
    const run = scenario({
      taskDefs: { 'add-one': takes('INT', 'INT') },
      wfSpec: road(
        declare({ i: 'INT', result: 'INT' }),
        { add: task('add-one', expression(variable('i'), 'ADD', literal(1))) },
        { add: [assign('result', output('add'))] },
      ),
    });
    run.start({ i: 1, result: 137 });
    expect(inputs(run, '0-1')).toEqual([2]);
    run.succeed('0-1', 3);
    expect(run.thread().variables).toEqual({ i: 1, result: 3 });
  });

  it('C-08 a division by zero in an input is a VAR_SUB_ERROR, and there is no TaskRun', () => {
    const run = scenario({
      taskDefs: { show: takes('INT') },
      wfSpec: road(declare({ x: 'INT' }), { show: task('show', expression(variable('x'), 'DIVIDE', literal(0))) }),
    });
    run.start({ x: 5 });
    expect(run.run().status).toBe('ERROR');
    expect(failure(run, 1)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('divide by zero'),
    });
    expect(run.scheduled()).toEqual([]);
  });

  const discounted = expression(
    { literal: 1, type: 'DOUBLE' },
    'SUBTRACT',
    expression(variable('discount'), 'DIVIDE', { literal: 100, type: 'DOUBLE' }),
  );
  const total = expression(expression(variable('quantity'), 'MULTIPLY', variable('price')), 'MULTIPLY', discounted);
  const prices: Record<string, VariableType> = {
    quantity: 'INT',
    price: 'DOUBLE',
    discount: 'INT',
    total: 'DOUBLE',
    whole: 'INT',
  };

  it('C-10 INT with DOUBLE is DOUBLE; an INT takes it by a cast alone (decision 16)', () => {
    const mutations = [assign('total', total), assign('whole', cast(total, 'INT'))];
    const { total: made, whole } = variablesAfter(prices, mutations, { quantity: 10, price: 100.3, discount: 10 });
    expect(made).toBeCloseTo(902.7);
    expect(whole).toBe(902);
    expect(findings(road(declare(prices), {}, { start: [assign('whole', total)] }))).toEqual([
      expect.stringContaining('Cannot assign DOUBLE to INT without explicit casting'),
    ]);
  });

  it('C-11 with null in it there is no value (decision 15)', () => {
    const run = mutated(prices, [assign('total', total)], { quantity: 10, price: 100.3, discount: null });
    expect(run.run().status).toBe('ERROR');
    expect(failure(run, 0)).toMatchObject({
      name: 'VAR_MUTATION_ERROR',
      message: expect.stringContaining('Cannot DIVIDE null'),
    });
  });

  it.each<[boolean, boolean, boolean, boolean]>([
    [true, false, false, true],
    [false, true, false, true],
    [true, true, true, true],
    [false, false, false, false],
  ])('C-14 %s, %s: AND %s, OR %s', (a, b, and, or) => {
    const mutations = [
      assign('and', expression(variable('a'), 'AND', variable('b'))),
      assign('or', expression(variable('a'), 'OR', variable('b'))),
    ];
    const types: Record<string, VariableType> = { a: 'BOOL', b: 'BOOL', and: 'BOOL', or: 'BOOL' };
    expect(variablesAfter(types, mutations, { a, b })).toMatchObject({ and, or });
  });

  it('C-16 a number has no size', () => {
    const run = scenario({
      taskDefs: { show: takes('INT') },
      wfSpec: road(declare({ json: 'JSON_OBJ' }), { show: task('show', { sizeOf: variable('json', '$.list') }) }),
    });
    run.start({ json: { list: 5 } });
    expect(failure(run, 1)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('Cannot resolve size()'),
    });
  });
});

describe('types', () => {
  it('C-20 a WF_RUN_ID is a default, an input and an output, and is given to tasks', () => {
    const run = scenario({
      taskDefs: { show: takes('WF_RUN_ID', 'WF_RUN_ID') },
      wfSpec: road(
        [
          { name: 'given', type: 'WF_RUN_ID' },
          { name: 'fallback', type: 'WF_RUN_ID', default: 'run-default' },
        ],
        {
          first: task('show', variable('given')),
          second: task('show', variable('fallback')),
          third: task('show', output('first')),
        },
      ),
    });
    run.start({ given: 'run-7' });
    expect(inputs(run, '0-1')).toEqual(['run-7']);
    run.succeed('0-1', 'run-8');
    expect(inputs(run, '0-2')).toEqual(['run-default']);
    run.succeed('0-2', null);
    expect(inputs(run, '0-3')).toEqual(['run-8']);
  });

  it('C-23 a TIMESTAMP arrives intact, in UTC, in five inputs', () => {
    const five = { inputVars: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, type: 'TIMESTAMP' as const })) };
    const run = scenario({
      taskDefs: { five },
      wfSpec: road(declare({ at: 'TIMESTAMP' }), { five: task('five', ...five.inputVars.map(() => variable('at'))) }),
    });
    run.start({ at: '2026-03-04T05:06:07.089+02:00' });
    expect(inputs(run, '0-1')).toEqual(five.inputVars.map(() => '2026-03-04T03:06:07.089Z'));
  });

  const car = {
    car: {
      fields: {
        brand: { type: 'STR' as const },
        phones: { type: { map: { key: 'STR' as const, value: 'STR' as const } }, nullable: true },
      },
    },
  };

  it('C-25 paths lead into JSON, maps, structs and arrays', () => {
    const at = (name: string, ...path: (string | number)[]): VariableAssignment => ({ variable: name, path });
    const three = { inputVars: ['a', 'b', 'c'].map((name) => ({ name, type: 'STR' as const })) };
    const run = scenario({
      structDefs: car,
      taskDefs: { three },
      wfSpec: road(declare({ person: 'JSON_OBJ', car: { struct: 'car' }, cars: { array: { struct: 'car' } } }), {
        json: task('three', at('person', 'name'), at('person', 'friends', 0), at('person', 'phoneNumbers', 'home')),
        typed: task('three', at('car', 'brand'), at('car', 'phones', 'home'), at('cars', 1, 'brand')),
      }),
    });
    const person = { name: 'Ann', friends: ['Bo'], phoneNumbers: { home: '555-0100' } };
    run.start({ person, car: { brand: 'A', phones: { home: '555-0101' } }, cars: [{ brand: 'B' }, { brand: 'C' }] });
    expect(inputs(run, '0-1')).toEqual(['Ann', 'Bo', '555-0100']);
    run.succeed('0-1');
    expect(inputs(run, '0-2')).toEqual(['A', '555-0101', 'C']);
  });

  it('C-26 a field that a struct does not have is refused on PUT', () => {
    const reading: VariableAssignment = { variable: 'car', path: ['age'] };
    const spec = road(declare({ car: { struct: 'car' }, i: 'INT' }), {}, { start: [assign('i', reading)] });
    expect(findings(spec, { structDefs: car })).toEqual([expect.stringContaining("could not find field 'age'")]);
  });

  it('C-28 explicit casts', () => {
    const mutations = [
      assign('i', expression(cast(variable('int'), 'INT'), 'MULTIPLY', literal(2))),
      assign('d', expression(cast(variable('double'), 'DOUBLE'), 'MULTIPLY', literal(1.5))),
      assign('b', { not: cast(variable('bool'), 'BOOL') }),
      assign('whole', expression(cast(variable('number'), 'INT'), 'MULTIPLY', literal(2))),
    ];
    const types: Record<string, VariableType> = {
      int: 'STR',
      double: 'STR',
      bool: 'STR',
      number: 'DOUBLE',
      i: 'INT',
      d: 'DOUBLE',
      b: 'BOOL',
      whole: 'INT',
    };
    const after = variablesAfter(types, mutations, { int: '123', double: '4.4', bool: 'false', number: 4.4 });
    expect(after).toMatchObject({ i: 246, b: true, whole: 8 });
    expect(after.d).toBeCloseTo(6.6);
  });

  it('C-29 a cast is assigned, and a chain of tasks casts from one to the next', () => {
    const run = scenario({
      taskDefs: { double: takes('INT', 'INT'), process: takes('STR', 'STR') },
      wfSpec: road(
        declare({ text: 'STR', i: 'INT', last: 'STR' }),
        { double: task('double', cast(variable('text'), 'INT')), process: task('process', output('double')) },
        { double: [assign('i', output('double'))], process: [assign('last', output('process'))] },
      ),
    });
    run.start({ text: '456' });
    expect(inputs(run, '0-1')).toEqual([456]);
    run.succeed('0-1', 912);
    expect(inputs(run, '0-2')).toEqual(['912']);
    run.succeed('0-2', 'processed-912');
    expect(run.thread().variables).toEqual({ text: '456', i: 912, last: 'processed-912' });
  });

  it('C-31, C-32, C-34 what can be known to be wrong is refused on PUT', () => {
    const taskDefs = { int: takes('INT', 'INT'), text: takes('STR', 'STR') };
    const definitions = { taskDefs, externalEventDefs: { told: { contentType: 'STR' as const } } };
    const types = declare({ s: 'STR', i: 'INT', d: 'DOUBLE' });
    const given = (steps: Parameters<typeof road>[1], mutations: Record<string, Mutation[]> = {}) =>
      findings(road(types, steps, mutations), definitions);
    const told: NodeInput = { type: 'EXTERNAL_EVENT', externalEventDefName: 'told' };
    const noCast = [expect.stringContaining('without explicit casting')];
    expect(given({ int: task('int', variable('s')) })).toEqual(noCast);
    expect(given({}, { start: [assign('i', variable('s'))] })).toEqual(noCast);
    expect(given({ told, int: task('int', output('told')) })).toEqual(noCast);
    expect(given({ text: task('text', variable('s')) }, { text: [assign('d', output('text'))] })).toEqual(noCast);
    expect(given({ text: task('text', variable('d')), int: task('int', variable('i')) })).toEqual([]);
    expect(given({}, { start: [assign('i', output('absent'))] })).toEqual([
      expect.stringContaining('there is no node absent'),
    ]);
  });

  it('C-37 JSON that has nothing there gives null, and the worker says that it cannot take it', () => {
    const run = scenario({
      taskDefs: { show: takes('INT') },
      wfSpec: road(declare({ json: 'JSON_OBJ' }), { show: task('show', variable('json', '$.absent')) }),
    });
    run.start({ json: {} });
    expect(inputs(run, '0-1')).toEqual([null]);
    accepted(run.report('0-1', { type: 'INPUT_ERROR', message: 'input is null' }));
    expect(run.run().status).toBe('ERROR');
    const [ended] = run.recorded('TaskRunEnded');
    expect(ended?.taskRun.attempts).toMatchObject([{ status: 'INPUT_ERROR', error: { message: 'input is null' } }]);
    expect(failure(run, 1)?.name).toBe('VAR_SUB_ERROR');
  });

  it('C-38 a number given to a text is its text; a text where an INT is wanted is a VAR_SUB_ERROR', () => {
    const given = (type: VariableType, json: JsonObject) => {
      const run = scenario({
        taskDefs: { show: takes(type) },
        wfSpec: road(declare({ json: 'JSON_OBJ' }), { show: task('show', variable('json', '$.x')) }),
      });
      run.start({ json });
      return run;
    };
    expect(inputs(given('STR', { x: 5432 }), '0-1')).toEqual(['5432']);
    const refusedInput = given('INT', { x: 'one' });
    expect(failure(refusedInput, 1)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('Cannot assign STR to INT'),
    });
    expect(refusedInput.scheduled()).toEqual([]);
  });

  it('C-41 a native array: an index, what it contains, extended, taken from; mixed types are refused', () => {
    const ints: VariableType = { array: 'INT' };
    const types: Record<string, VariableType> = {
      ints,
      matrix: { array: ints },
      first: 'INT',
      has: 'BOOL',
      more: ints,
    };
    const mutations = [
      assign('first', { variable: 'ints', path: [0] }),
      assign('has', expression(literal(3), 'IN', variable('ints'))),
      mutate('ints', 'EXTEND', literal(3)),
      mutate('ints', 'EXTEND', variable('more')),
      mutate('matrix', 'EXTEND', variable('more')),
    ];
    const start = { ints: [1, 2], matrix: [[0]], more: [4, 5, 6] };
    expect(variablesAfter(types, mutations, start)).toEqual({
      ...start,
      first: 1,
      has: false,
      ints: [1, 2, 3, 4, 5, 6],
      matrix: [[0], [4, 5, 6]],
    });
    const fewer = [mutate('ints', 'REMOVE_IF_PRESENT', literal(2)), mutate('ints', 'REMOVE_INDEX', literal(0))];
    expect(variablesAfter(types, fewer, { ints: [1, 2, 3, 2] })).toMatchObject({ ints: [3] });
    const run = scenario({ wfSpec: road(declare(types), {}) });
    expect(refused(run.start({ ints: [1, 'x'] }))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'variables.ints', message: 'must be array of INT' }],
    });
  });
});

describe('outputs', () => {
  it('of a child run have the type that its WfSpec returns: a large INT stays exact', () => {
    const child = bodyOf([{ name: 'i', type: 'INT', required: true }], {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
      end: { type: 'EXIT', result: variable('i') },
    });
    const run = scenario({
      wfSpecs: { child },
      wfSpec: road(
        declare({ i: 'INT' }),
        {
          child: {
            type: 'RUN_CHILD_WF',
            wfSpecName: 'child',
            inputs: { i: { literal: '9007199254740993', type: 'INT' } },
          },
          wait: { type: 'WAIT_FOR_CHILD_WF', node: 'child' },
        },
        { wait: [assign('i', expression(output('wait'), 'ADD', literal(1)))] },
      ),
    });
    accepted(run.start());
    expect(run.thread().variables).toEqual({ i: '9007199254740994' });
  });

  it('that are masked cannot come from a task that the WfSpec does not name', () => {
    const named = (steps: Record<string, Task>, mutations: Record<string, Mutation[]> = {}) => {
      const run = scenario({
        taskDefs: { secret: { returnType: 'STR', returnMasked: true } },
        wfSpec: road(declare({ name: 'STR', open: 'STR' }), steps, mutations),
      });
      accepted(run.start({ name: 'secret' }));
      return run;
    };
    const dynamic: Task = { type: 'TASK', taskDefName: variable('name') };
    expect(failure(named({ dynamic }, { dynamic: [assign('open', output('dynamic'))] }), 1)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('The output of task secret is masked'),
    });
    expect(named({ dynamic }).scheduled()).toEqual(['secret']);
  });
});

describe('scope', () => {
  it('C-35 a run is refused without what it requires, or with what it does not take, and is not stored', () => {
    const variables = [
      { name: 'must', type: 'INT' as const, required: true },
      { name: 'may', type: 'STR' as const },
    ];
    const run = scenario({ wfSpec: road(variables, {}) });
    const refusal = refused(run.start({ may: 5, foreign: 1 }));
    expect(refusal.code).toBe('INVALID_ARGUMENT');
    expect(refusal.errors).toEqual([
      { path: 'variables.must', message: 'is required and must be INT' },
      { path: 'variables.may', message: 'must be STR' },
      { path: 'variables.foreign', message: 'is not a variable of this workflow' },
    ]);
    expect(run.family()).toBeNull();
    expect(accepted(run.start({ must: null })).ok).toBe(true);
  });

  it('an input or an event that is too large is refused', () => {
    const run = scenario({
      externalEventDefs: { told: {} },
      wfSpec: road([{ name: 'text', type: 'STR' }], { told: { type: 'EXTERNAL_EVENT', externalEventDefName: 'told' } }),
      limits: { valueBytes: 100 },
    });
    const large = 'x'.repeat(99);
    const message = 'has 101 bytes of JSON; at most 100 are allowed';
    expect(refused(run.start({ text: large })).errors).toEqual([{ path: 'variables.text', message }]);
    accepted(run.start({ text: 'x'.repeat(98) }));
    expect(refused(run.put('told', large)).errors).toEqual([{ path: 'content', message }]);
    accepted(run.put('told', 'x'.repeat(98)));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('C-40 a handler beside the child that failed does not see its variables', () => {
    const child = bodyOf(declare({ theirs: 'INT' }), {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
      end: { type: 'EXIT', failure: { name: 'oops' } },
    }).threads.main;
    const handler = road([], {}, { start: [assign('theirs', literal(1))] }).threads.main;
    const main = road([], {
      spawn: { type: 'START_THREAD', threadSpecName: 'child' },
      wait: { type: 'WAIT_FOR_THREADS', threads: [output('spawn')], failureHandlers: [{ handler: 'handler' }] },
    });
    const threads = { ...main.threads, ...(child && { child }), ...(handler && { handler }) };
    const run = scenario({ wfSpec: { ...main, threads } });
    run.start();
    expect(run.run().status).toBe('ERROR');
    expect(run.statuses()).toEqual(['ERROR', 'EXCEPTION', 'ERROR']);
    expect(run.thread(2).failure?.message).toContain('Variable theirs is not in scope');
  });
});

describe('conditions', () => {
  /** What an if with this condition leaves in `result`: true, false by its else, or null without one. */
  const branching = (
    condition: VariableAssignment,
    variables: JsonObject,
    hasElse = true,
    types: Record<string, VariableType> = {},
  ) => {
    const to = (value: boolean) => [assign('result', literal(value))];
    const otherwise = hasElse ? { to: 'end', mutations: to(false) } : { to: 'end' };
    const run = scenario({
      structDefs: { car: { fields: { brand: { type: 'STR' } } } },
      wfSpec: bodyOf(declare({ a: 'JSON_OBJ', result: 'BOOL', flag: 'BOOL', ...types }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'end', condition, mutations: to(true) }, otherwise] },
        end: { type: 'EXIT' },
      }),
    });
    accepted(run.start(variables));
    expect(run.run().status).toBe('COMPLETED');
    return run.thread().variables.result;
  };
  /** The same of a comparison whose sides are known only when it runs. */
  const compared = (left: JsonValue, operator: Operator, right: JsonValue) =>
    branching(expression(variable('a', '$.left'), operator, variable('a', '$.right')), { a: { left, right } });

  it.each<[JsonValue, JsonValue, boolean]>([
    [{ a: 1 }, { a: 1 }, true],
    [[0], [0], true],
    [false, 'false', false],
    [1, 1.0, true],
    [1, 'one', false],
    [2, '2', false],
    [2, { a: 1 }, false],
    [1, 2, false],
  ])('B-10, B-11 %j EQUALS %j: %s, and never errs (decision 16)', (left, right, isEqual) => {
    expect(compared(left, 'EQUALS', right)).toBe(isEqual);
    expect(compared(left, 'NOT_EQUALS', right)).toBe(!isEqual);
  });

  it.each<[JsonValue, JsonValue, boolean]>([
    ['hi', { hi: 2 }, true],
    [2, { hi: 2 }, false],
    [0, [0], true],
    [[0], [0], false],
    ['o', 'one', true],
    [1, 'one', false],
    [2, '2', true],
    [{ a: 1 }, { a: 1 }, false],
  ])('B-13, B-14 %j IN %j: %s', (left, right, isIn) => {
    expect(compared(left, 'IN', right)).toBe(isIn);
    expect(compared(left, 'NOT_IN', right)).toBe(!isIn);
  });

  it('B-14 what is no container fails the run', () => {
    const condition = expression(variable('a', '$.left'), 'NOT_IN', variable('a', '$.right'));
    const run = scenario({
      wfSpec: bodyOf(declare({ a: 'JSON_OBJ' }), {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'end', condition }] },
        end: { type: 'EXIT' },
      }),
    });
    run.start({ a: { left: 1, right: 1.5 } });
    expect(run.run().status).toBe('ERROR');
    expect(failure(run, 0)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('Nothing can be IN DOUBLE'),
    });
  });

  it('B-16 a bare BOOL; null is false', () => {
    expect(branching(variable('flag'), { flag: true }, false)).toBe(true);
    expect(branching(variable('flag'), { flag: false }, false)).toBeNull();
    expect(branching(variable('flag'), { flag: false })).toBe(false);
    expect(branching(variable('flag'), { flag: null })).toBe(false);
  });

  it('B-17 equal structs are equal, different ones are not', () => {
    const types: Record<string, VariableType> = { one: { struct: 'car' }, two: { struct: 'car' } };
    const equal = expression(variable('one'), 'EQUALS', variable('two'));
    expect(branching(equal, { one: { brand: 'A' }, two: { brand: 'A' } }, true, types)).toBe(true);
    expect(branching(equal, { one: { brand: 'A' }, two: { brand: 'B' } }, true, types)).toBe(false);
  });
});

// Values of every type, casts and paths through a run (scenarios C).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import { assign, declare, expression, literal, type NodeInput, output, road, variable } from '../testing/build-spec.ts';
import { accepted, refused, scenario } from '../testing/scenario.ts';
import { cast, failure, findings, inputs, mutate, takes, task, variablesAfter } from '../testing/value-scenario.ts';

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

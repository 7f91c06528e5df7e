// Mutations of variables (scenarios C).
import { describe, expect, it } from 'vitest';
import type { VariableType } from '#contracts/value.ts';
import { assign, declare, expression, literal, output, road, variable } from '../testing/build-spec.ts';
import { scenario } from '../testing/scenario.ts';
import { cast, failure, mutate, mutated, task, variablesAfter } from '../testing/value-scenario.ts';

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

// Expressions (scenarios C).
import { describe, expect, it } from 'vitest';
import type { VariableType } from '#contracts/value.ts';
import { assign, declare, expression, literal, output, road, variable } from '../testing/build-spec.ts';
import { scenario } from '../testing/scenario.ts';
import { cast, failure, findings, inputs, mutated, takes, task, variablesAfter } from '../testing/value-scenario.ts';

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

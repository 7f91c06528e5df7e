// Conditions (scenarios B-10 to B-17).
import { describe, expect, it } from 'vitest';
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { assign, bodyOf, declare, expression, literal, variable } from '../testing/build-spec.ts';
import { accepted, scenario } from '../testing/scenario.ts';
import { failure } from '../testing/value-scenario.ts';

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

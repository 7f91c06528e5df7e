// Values: operators, paths, format strings and casts (decisions 15 and 16).
import { describe, expect, it } from 'vitest';
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { expression, literal, output, variable } from '../testing/build-spec.ts';
import { compute as computeWith, PERSON, type Typed } from '../testing/compute.ts';

const VARIABLES: Typed = {
  i: ['INT', 7],
  d: ['DOUBLE', 2],
  s: ['STR', 'text'],
  b: ['BOOL', true],
  o: ['JSON_OBJ', { x: { y: [1, 2.5] } }],
  a: ['JSON_ARR', [0, 'o']],
  n: ['INT', null],
  t: ['TIMESTAMP', '2026-01-02T03:04:05+01:00'],
};
const compute = (assignment: VariableAssignment): JsonValue => computeWith(assignment, VARIABLES);
const apply = (left: JsonValue, operator: Operator, right: JsonValue) =>
  compute(expression(literal(left), operator, literal(right)));
const typed = (type: VariableType, value: JsonValue): VariableAssignment => ({ literal: value, type });

describe('equality (B-10, B-11 as decision 16 has it)', () => {
  it.each<[JsonValue, JsonValue, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [[0], [0], true],
    [[0, 1], [1, 0], false],
    [1, 1.0, true],
    [null, null, true],
    [null, 0, false],
    [false, 'false', false],
    [1, 'one', false],
    [2, '2', false],
    [2, { a: 1 }, false],
  ])('%j and %j: %s', (left, right, equal) => {
    expect(apply(left, 'EQUALS', right)).toBe(equal);
    expect(apply(left, 'NOT_EQUALS', right)).toBe(!equal);
  });

  it('B-17 structs are equal by their fields', () => {
    const ann = typed(PERSON, { name: 'Ann', age: 3 });
    expect(compute(expression(ann, 'EQUALS', typed(PERSON, { age: 3, name: 'Ann' })))).toBe(true);
    expect(compute(expression(ann, 'EQUALS', typed(PERSON, { name: 'Ann' })))).toBe(false);
    expect(compute(expression(ann, 'EQUALS', literal(3)))).toBe(false);
  });

  it('instants are equal wherever they were written', () => {
    const inLondon = typed('TIMESTAMP', '2026-01-02T02:04:05Z');
    expect(compute(expression(variable('t'), 'EQUALS', inLondon))).toBe(true);
    expect(compute(expression(variable('t'), 'EQUALS', typed('TIMESTAMP', '2026-01-02T02:04:06Z')))).toBe(false);
  });

  it('an INT beyond 2^53 equals the decimal string that JSON has for it, and no other text', () => {
    const big = typed('INT', '9007199254740993');
    expect(compute(expression(big, 'EQUALS', literal('9007199254740993')))).toBe(true);
    expect(compute(expression(literal('9007199254740994'), 'EQUALS', big))).toBe(false);
  });

  it('an INT equals the DOUBLE of the same value, exactly', () => {
    const double: VariableAssignment = { literal: 9007199254740992, type: 'DOUBLE' };
    expect(compute(expression({ literal: '9007199254740993', type: 'INT' }, 'EQUALS', double))).toBe(false);
    expect(compute(expression({ literal: '9007199254740993', type: 'INT' }, 'GREATER_THAN', double))).toBe(true);
  });
});

describe('order', () => {
  it.each<[JsonValue, Operator, JsonValue, boolean]>([
    [1, 'LESS_THAN', 1.5, true],
    [2, 'LESS_THAN_EQ', 2, true],
    ['a', 'GREATER_THAN', 'b', false],
    [false, 'LESS_THAN', true, true],
    [null, 'LESS_THAN', -5, true],
    [null, 'GREATER_THAN_EQ', null, true],
    ['', 'GREATER_THAN', null, true],
  ])('%j %s %j: %s', (left, operator, right, result) => {
    expect(apply(left, operator, right)).toBe(result);
  });

  it.each<[JsonValue, JsonValue]>([
    [1, '1'],
    [true, 1],
    [[1], [2]],
    [{}, {}],
  ])('%j and %j have none', (left, right) => {
    expect(() => apply(left, 'LESS_THAN', right)).toThrow(/Cannot order/);
  });

  it('instants have one, but not with texts', () => {
    const later = typed('TIMESTAMP', '2026-01-02T03:04:05Z');
    expect(compute(expression(variable('t'), 'LESS_THAN', later))).toBe(true);
    expect(compute(expression(later, 'LESS_THAN_EQ', variable('t')))).toBe(false);
    expect(() => compute(expression(later, 'LESS_THAN', literal('2027')))).toThrow('Cannot order TIMESTAMP and STR');
  });
});

describe('B-13, B-14: IN and NOT_IN', () => {
  it.each<[JsonValue, JsonValue, boolean]>([
    ['hi', { hi: 2 }, true],
    [2, { hi: 2 }, false],
    [2, { '2': null }, true],
    [0, [0], true],
    [[0], [0], false],
    [1.0, [1], true],
    ['o', 'one', true],
    [1, 'one', false],
    [2, '2', true],
    [{ a: 1 }, { a: 1 }, false],
    [null, [null], true],
    [null, 'null', false],
    [1, null, false],
  ])('%j in %j: %s', (left, right, isIn) => {
    expect(apply(left, 'IN', right)).toBe(isIn);
    expect(apply(left, 'NOT_IN', right)).toBe(!isIn);
  });

  it('B-14 what is no container is an error', () => {
    expect(() => apply(1, 'NOT_IN', 1.0)).toThrow('Nothing can be IN INT');
    expect(() => compute(expression(literal('name'), 'IN', typed(PERSON, { name: 'Ann' })))).toThrow(
      /no text, list, map/,
    );
  });

  it('in typed arrays and maps, by the types of their items and keys', () => {
    const map = typed({ map: { key: 'INT', value: 'STR' } }, { '007': 'x' });
    expect(compute(expression(literal(7), 'IN', map))).toBe(true);
    expect(compute(expression(literal('seven'), 'IN', map))).toBe(false);
    const instants = typed({ array: 'TIMESTAMP' }, ['2026-01-02T02:04:05Z']);
    expect(compute(expression(variable('t'), 'IN', instants))).toBe(true);
  });
});

describe('arithmetic', () => {
  it.each<[JsonValue, Operator, JsonValue, JsonValue]>([
    [5, 'DIVIDE', 2, 2],
    [-5, 'DIVIDE', 2, -2],
    [5.5, 'DIVIDE', 2, 2.75],
    [10, 'MULTIPLY', 100.3, 1003],
    [1, 'SUBTRACT', 3, -2],
    ['a', 'ADD', 1, 'a1'],
    ['a', 'ADD', true, 'atrue'],
    ['a', 'ADD', 'b', 'ab'],
    [2, 'POW', 62, '4611686018427387904'],
    [-1, 'POW', 1_000_001, -1],
    [0, 'POW', 0, 1],
    [2, 'POW', 0.5, Math.SQRT2],
  ])('%j %s %j: %j', (left, operator, right, result) => {
    expect(apply(left, operator, right)).toBe(result);
  });

  it('knows a DOUBLE by its type, also when it is whole', () => {
    expect(compute(expression(variable('i'), 'DIVIDE', variable('d')))).toBe(3.5);
  });

  it.each<[JsonValue, Operator, JsonValue, RegExp]>([
    [1, 'DIVIDE', 0, /Cannot divide by zero/],
    [1.5, 'DIVIDE', 0, /Cannot divide by zero/],
    [1, 'ADD', null, /Cannot ADD null/],
    [1, 'ADD', 'a', /Cannot ADD INT and STR/],
    [true, 'MULTIPLY', 2, /Cannot MULTIPLY BOOL and INT/],
    [1e308, 'MULTIPLY', 1e10, /does not fit a DOUBLE/],
    [9007199254740991, 'MULTIPLY', 9007199254740991, /does not fit a 64-bit INT/],
    [2, 'POW', 63, /does not fit a 64-bit INT/],
    [3, 'POW', 9007199254740991, /does not fit a 64-bit INT/],
    [2, 'POW', -1, /negative power/],
    [-1.5, 'POW', 0.5, /does not fit a DOUBLE/],
    ['a', 'ADD', [1], /Cannot ADD STR and JSON_ARR/],
  ])('%j %s %j is an error', (left, operator, right, message) => {
    expect(() => apply(left, operator, right)).toThrow(message);
  });

  it('a text cannot grow without end', () => {
    const long = 'x'.repeat(600_000);
    expect(() => apply(long, 'ADD', long)).toThrow(/longer than/);
    expect(() => compute({ format: '{0}{0}', args: [literal(long)] })).toThrow(/longer than/);
  });
});

describe('C-14: logic', () => {
  it.each<[JsonValue, JsonValue, boolean, boolean]>([
    [true, false, false, true],
    [false, true, false, true],
    [true, true, true, true],
    [false, false, false, false],
    [null, true, false, true],
    [true, null, false, true],
  ])('%j, %j: AND %s, OR %s', (left, right, and, or) => {
    expect(apply(left, 'AND', right)).toBe(and);
    expect(apply(left, 'OR', right)).toBe(or);
  });

  it('works out the right side only if it is needed', () => {
    const broken = expression(literal(1), 'DIVIDE', literal(0));
    expect(compute(expression(literal(false), 'AND', broken))).toBe(false);
    expect(() => compute(expression(literal(true), 'AND', broken))).toThrow(/divide/);
  });

  it('not: null counts as false', () => {
    expect(compute({ not: literal(null) })).toBe(true);
    expect(compute({ not: variable('b') })).toBe(false);
    expect(() => compute({ not: literal(1) })).toThrow(/must be BOOL/);
  });
});

describe('format', () => {
  it('puts in its arguments, numbers plain and null as nothing', () => {
    const args = [literal(1234567.5), literal(null), variable('o'), literal('{0}')];
    expect(compute({ format: "It's {0}|{1}|{2}|{3}|{0}|{x}", args })).toBe(
      'It\'s 1234567.5||{"x":{"y":[1,2.5]}}|{0}|1234567.5|{x}',
    );
  });
});

describe('JSONPath', () => {
  it.each<[string, JsonValue]>([
    ['$.x.y[0]', 1],
    ['$.x.y[-1]', 2.5],
    ['x.y[1]', 2.5],
    ['$.x.y[*]', [1, 2.5]],
    ['$.x.y[?@ > 2]', 2.5],
    ['$.none', null],
    ['$..y[0]', 1],
    ["$['x']['y']", [1, 2.5]],
  ])('%s: %j', (path, result) => {
    expect(compute(variable('o', path))).toEqual(result);
  });

  it('into an array, with and without its $', () => {
    expect(compute(variable('a', '$[1]'))).toBe('o');
    expect(compute(variable('a', '[1]'))).toBe('o');
  });

  it('of null is null, and of what is no JSON an error', () => {
    expect(compute(variable('n', '$.x'))).toBeNull();
    expect(() => compute(variable('s', '$.x'))).toThrow(/needs JSON, not STR/);
  });
});

describe('names that lead nowhere', () => {
  it('are errors', () => {
    expect(() => compute(variable('other'))).toThrow('Variable other is not in scope');
    expect(() => compute(output('node'))).toThrow('Node node has no output');
  });
});

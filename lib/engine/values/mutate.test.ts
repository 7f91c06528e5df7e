// Mutations of one variable, whole and inside (C-01, C-04, C-05, C-13, C-41; semantics.md 5.4).
import { describe, expect, it } from 'vitest';
import type { MutationOperation, ValuePath } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { literal, variable } from '../testing/build-spec.ts';
import { mutating, PERSON, VALUE_BYTES } from '../testing/compute.ts';

type Row = [type: VariableType, before: JsonValue, operation: MutationOperation, right: JsonValue, after: JsonValue];
const change = (type: VariableType, before: JsonValue, operation: MutationOperation, right: JsonValue) =>
  mutating([type, before], { operation, value: literal(right) });
const changeAt = (
  type: VariableType,
  before: JsonValue,
  path: ValuePath,
  operation: MutationOperation,
  right: JsonValue,
) => mutating([type, before], { path, operation, value: literal(right) });

const INTS: VariableType = { array: 'INT' };
const MATRIX: VariableType = { array: INTS };
const COUNTS: VariableType = { map: { key: 'STR', value: 'INT' } };

describe('of the whole', () => {
  it.each<Row>([
    ['INT', 5, 'ADD', 10, 15],
    ['INT', 24, 'DIVIDE', 13, 1],
    ['INT', 3, 'POW', 4, 81],
    ['DOUBLE', 5, 'DIVIDE', 2, 2.5],
    ['BOOL', true, 'AND', false, false],
    ['BOOL', false, 'OR', true, true],
    ['STR', 'a', 'EXTEND', 1, 'a1'],
    ['JSON_ARR', [1], 'ADD', [2], [1, [2]]],
    ['JSON_ARR', [1], 'EXTEND', [2, 'x'], [1, 2, 'x']],
    ['JSON_ARR', [1, 5, 5.0, '5'], 'REMOVE_IF_PRESENT', 5, [1, '5']],
    ['JSON_ARR', ['a', 'b'], 'REMOVE_INDEX', 0, ['b']],
    ['JSON_OBJ', { a: 1, b: 2 }, 'REMOVE_KEY', 'a', { b: 2 }],
    ['JSON_OBJ', { a: 1 }, 'REMOVE_KEY', 'x', { a: 1 }],
    ['JSON_OBJ', { a: 1 }, 'EXTEND', { a: 2, b: 3 }, { a: 2, b: 3 }],
    ['INT', 5, 'ASSIGN', null, null],
  ])('%j %j %s %j: %j', (type, before, operation, right, after) => {
    expect(change(type, before, operation, right)).toEqual(after);
  });

  it.each<[VariableType, JsonValue, MutationOperation, JsonValue, RegExp]>([
    ['INT', 5, 'ADD', 2.5, /Cannot assign DOUBLE to INT without explicit casting/],
    ['INT', null, 'ADD', 1, /Cannot ADD null/],
    ['JSON_ARR', null, 'EXTEND', [1], /Cannot EXTEND null/],
    ['JSON_ARR', [], 'EXTEND', 1, /Cannot EXTEND JSON_ARR and INT/],
    ['JSON_ARR', [1], 'REMOVE_INDEX', 1, /Index 1 is out of range: the list has 1 items/],
    ['JSON_ARR', [1], 'REMOVE_INDEX', -1, /Index -1 is out of range/],
    ['JSON_ARR', [1], 'REMOVE_INDEX', '0', /Cannot REMOVE_INDEX STR/],
    ['JSON_OBJ', {}, 'REMOVE_KEY', null, /Cannot REMOVE_KEY null/],
    ['STR', 'a', 'REMOVE_KEY', 'a', /Cannot REMOVE_KEY STR from STR/],
    [PERSON, { name: 'Ann' }, 'REMOVE_KEY', 'age', /Cannot REMOVE_KEY STR from person 0/],
    [PERSON, { name: 'Ann' }, 'EXTEND', { age: 2 }, /Cannot EXTEND person 0/],
    [INTS, [1], 'EXTEND', 'x', /Cannot assign STR to INT/],
  ])('%j %j %s %j is an error', (type, before, operation, right, message) => {
    expect(() => change(type, before, operation, right)).toThrow(message);
  });

  it('C-01 REMOVE_KEY takes a key away, and minds none that is absent', () => {
    expect(change('JSON_OBJ', { hello: 'there', general: 'kenobi' }, 'REMOVE_KEY', 'hello')).toEqual({
      general: 'kenobi',
    });
    expect(change('JSON_OBJ', { general: 'kenobi' }, 'REMOVE_KEY', 'constructor')).toEqual({ general: 'kenobi' });
  });

  it('BYTES are extended with BYTES', () => {
    const value = { literal: 'aGk=', type: 'BYTES' as const };
    expect(mutating(['BYTES', 'aGk='], { operation: 'EXTEND', value })).toBe('aGloaQ==');
  });

  it('a value that is too large is refused', () => {
    const long = 'é'.repeat(VALUE_BYTES / 2 - 1);
    expect(change('STR', '', 'ASSIGN', long)).toBe(long);
    expect(() => change('STR', long, 'ADD', 'é')).toThrow(`at most ${VALUE_BYTES} are allowed`);
    expect(() => change('JSON_ARR', [long], 'ADD', 1)).toThrow(/bytes of JSON/);
  });
});

describe('C-41 arrays and maps', () => {
  it.each<Row>([
    [INTS, [1, 2], 'EXTEND', 3, [1, 2, 3]],
    [INTS, [1, 2, 3], 'EXTEND', [4, 5, 6], [1, 2, 3, 4, 5, 6]],
    [INTS, [1], 'EXTEND', '9223372036854775807', [1, '9223372036854775807']],
    [MATRIX, [[1]], 'EXTEND', [2, 3], [[1], [2, 3]]],
    [MATRIX, [[1]], 'EXTEND', [[2], [3]], [[1], [2], [3]]],
    [INTS, [1, 2, 1], 'REMOVE_IF_PRESENT', 1, [2]],
    [INTS, [1, 2], 'REMOVE_IF_PRESENT', 9, [1, 2]],
    [INTS, [1, 2], 'REMOVE_INDEX', 1, [1]],
    [COUNTS, { a: 1, b: 2 }, 'EXTEND', { b: 3, c: 4 }, { a: 1, b: 3, c: 4 }],
    [COUNTS, { a: 1, b: 2 }, 'REMOVE_KEY', 'b', { a: 1 }],
    [{ map: { key: 'INT', value: 'STR' } }, { '7': 'x' }, 'REMOVE_KEY', 7, {}],
    [{ array: 'TIMESTAMP' }, [], 'EXTEND', '2026-01-01T01:00:00+01:00', ['2026-01-01T00:00:00.000Z']],
  ])('%j %j %s %j: %j', (type, before, operation, right, after) => {
    expect(change(type, before, operation, right)).toEqual(after);
  });

  it('mixed types are refused', () => {
    expect(() => change(INTS, [1], 'EXTEND', [2, 'x'])).toThrow(/Cannot assign JSON_ARR to INT/);
    expect(() => change(COUNTS, {}, 'EXTEND', { a: 'x' })).toThrow(/is no INT/);
  });

  it('what it was stays as it was', () => {
    const before = Object.freeze([1, 2, 3]) as number[];
    mutating([INTS, before], { operation: 'EXTEND', value: variable('x') });
    expect(before).toEqual([1, 2, 3]);
  });
});

describe('inside', () => {
  it.each<[VariableType, JsonValue, ValuePath, MutationOperation, JsonValue, JsonValue]>([
    ['JSON_OBJ', { a: 1, b: 2 }, ['a'], 'ADD', 1, { a: 2, b: 2 }],
    ['JSON_OBJ', { a: [1, { b: 'x' }] }, ['a', 1, 'b'], 'EXTEND', 'y', { a: [1, { b: 'xy' }] }],
    ['JSON_OBJ', {}, ['new'], 'ADD', 5, { new: 5 }],
    ['JSON_OBJ', { a: null }, ['a'], 'MULTIPLY', 5, { a: 5 }],
    ['JSON_OBJ', { a: 10 }, ['a'], 'MULTIPLY', 0.25, { a: 2.5 }],
    ['JSON_OBJ', { a: 'x' }, ['a'], 'ASSIGN', 5, { a: '5' }],
    ['JSON_OBJ', { a: 'x' }, ['a'], 'ASSIGN', null, { a: null }],
    ['JSON_OBJ', { a: { x: 1, y: 2 } }, ['a'], 'REMOVE_KEY', 'x', { a: { y: 2 } }],
    ['JSON_ARR', [1, 2], [1], 'ASSIGN', 3, [1, 3]],
    [COUNTS, { a: 1 }, ['a'], 'ADD', 1, { a: 2 }],
    [COUNTS, { a: 1 }, ['b'], 'ADD', 7, { a: 1, b: 7 }],
    [{ map: { key: 'INT', value: 'INT' } }, { '7': 1 }, [7], 'ADD', 1, { '7': 2 }],
    [MATRIX, [[1], [2]], [1, 0], 'ADD', 5, [[1], [7]]],
    [PERSON, { name: 'Ann' }, ['age'], 'ADD', 1, { name: 'Ann', age: 1, home: null }],
    [
      PERSON,
      { name: 'Ann', home: { street: 'Main St', zip: 1 } },
      ['home', 'zip'],
      'ASSIGN',
      null,
      { name: 'Ann', age: 0, home: { street: 'Main St', zip: null } },
    ],
  ])('%j %j at %j %s %j: %j', (type, before, path, operation, right, after) => {
    expect(changeAt(type, before, path, operation, right)).toEqual(after);
  });

  it.each<[VariableType, JsonValue, ValuePath, JsonValue, RegExp]>([
    ['JSON_OBJ', null, ['a'], 1, /missing property a/],
    ['JSON_OBJ', { a: [] }, ['a', 0], 1, /Index 0 is out of range/],
    ['JSON_OBJ', { a: 'x' }, ['a', 'b'], 1, /Cannot look for b inside STR/],
    ['JSON_OBJ', { a: 'x' }, ['a'], {}, /Cannot assign JSON_OBJ to STR/],
    [INTS, [1], [0], 2.5, /Cannot assign DOUBLE to INT/],
    [COUNTS, {}, ['a'], 'x', /Cannot assign STR to INT/],
    [PERSON, { name: 'Ann' }, ['name'], null, /Field name of person 0 cannot be null/],
    [PERSON, { name: 'Ann' }, ['home', 'zip'], 1, /missing property home/],
    [PERSON, { name: 'Ann' }, ['x'], 1, /could not find field 'x' in person 0/],
  ])('%j %j at %j cannot become %j', (type, before, path, right, message) => {
    expect(() => changeAt(type, before, path, 'ASSIGN', right)).toThrow(message);
  });

  it('C-13 what leads there must exist, the end need not', () => {
    expect(() => changeAt('JSON_OBJ', {}, ['foo', 'bar'], 'ASSIGN', 'x')).toThrow(/missing property foo/);
    expect(changeAt('JSON_OBJ', { foo: {} }, ['foo', 'bar'], 'ASSIGN', 'x')).toEqual({ foo: { bar: 'x' } });
  });
});

describe('C-04, C-05 one after another', () => {
  const remove = (list: JsonValue) =>
    (
      [
        ['REMOVE_IF_PRESENT', 5],
        ['REMOVE_IF_PRESENT', 'hello'],
        ['REMOVE_INDEX', 3],
      ] as const
    ).reduce<JsonValue>((at, [operation, right]) => change('JSON_ARR', at, operation, right), list);

  it('C-04 leaves what is not named', () => {
    expect(remove(['asdf', 'asdf', 3, 4, 9])).toEqual(['asdf', 'asdf', 3, 9]);
  });

  it('C-05 ends at an index that is gone', () => {
    expect(() => remove([5, 'hello', 3, 4])).toThrow(/Index 3 is out of range/);
  });
});

// Casts: what happens by itself, and what only an explicit cast does (C-28, C-29, C-31, C-38; semantics.md 5.5).
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#contracts/json.ts';
import { type VariableType, valueFits } from '#contracts/value.ts';
import { expression, literal } from '../testing/build-spec.ts';
import { compute, PERSON, STRUCTS } from '../testing/compute.ts';
import { assignsItself, convert, mayCast, readTyped } from './cast.ts';
import { readJson } from './read.ts';
import { toJson } from './value.ts';

const typed = (type: VariableType, value: JsonValue) => readTyped(type, value, STRUCTS);
const converted = (from: VariableType, value: JsonValue, to: VariableType) =>
  toJson(convert(typed(from, value), to, STRUCTS));
const cast = (from: VariableType, value: JsonValue, to: VariableType) =>
  compute({ cast: { literal: value, type: from }, to });

const INSTANT = '2026-01-02T03:04:05.678Z';
const INSTANT_MS = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

describe('by itself', () => {
  it.each<[VariableType, JsonValue, VariableType, JsonValue]>([
    ['INT', 5, 'DOUBLE', 5],
    ['INT', 5432, 'STR', '5432'],
    ['INT', '9223372036854775807', 'STR', '9223372036854775807'],
    ['INT', '9223372036854775807', 'DOUBLE', 2 ** 63],
    ['DOUBLE', 2.5, 'STR', '2.5'],
    ['BOOL', true, 'STR', 'true'],
    ['BYTES', 'aGk=', 'STR', 'aGk='],
    ['WF_RUN_ID', 'run-1', 'STR', 'run-1'],
    ['INT', null, 'BOOL', null],
    [{ array: 'INT' }, [1], 'JSON_ARR', [1]],
    [{ map: { key: 'STR', value: 'INT' } }, { a: 1 }, 'JSON_OBJ', { a: 1 }],
    [PERSON, { name: 'Ann' }, 'JSON_OBJ', { name: 'Ann', age: 0, home: null }],
  ])('%j %j becomes %j: %j', (from, value, to, result) => {
    expect(assignsItself(from, to) || value === null).toBe(true);
    expect(converted(from, value, to)).toEqual(result);
  });

  it.each<[VariableType, JsonValue, VariableType]>([
    ['DOUBLE', 2.5, 'INT'],
    ['STR', '5', 'INT'],
    ['STR', 'true', 'BOOL'],
    ['INT', 1, 'BOOL'],
    ['TIMESTAMP', INSTANT, 'STR'],
    ['JSON_OBJ', {}, 'STR'],
    ['JSON_ARR', [], 'JSON_OBJ'],
    ['STR', 'x', { array: 'STR' }],
  ])('C-31 %j %j becomes no %j', (from, value, to) => {
    expect(assignsItself(from, to)).toBe(false);
    expect(() => converted(from, value, to)).toThrow(/without explicit casting/);
  });

  it.each<[JsonValue, VariableType, JsonValue]>([
    ['9223372036854775807', 'INT', '9223372036854775807'],
    ['2026-01-02T04:04:05.678+01:00', 'TIMESTAMP', INSTANT],
    ['aGk=', 'BYTES', 'aGk='],
    [[1, '9223372036854775807', null], { array: 'INT' }, [1, '9223372036854775807', null]],
    [{ '01': 1 }, { map: { key: 'INT', value: 'DOUBLE' } }, { '1': 1 }],
    [{ name: 'Ann' }, PERSON, { name: 'Ann', age: 0, home: null }],
  ])('JSON %j stands for %j: %j', (value, type, result) => {
    expect(toJson(convert(readJson(value), type, STRUCTS))).toEqual(result);
  });

  it.each<[JsonValue, VariableType, RegExp]>([
    [[1, 'x'], { array: 'INT' }, /^\[1\] is no INT$/],
    [[[1], [2, 2.5]], { array: { array: 'INT' } }, /^\[1\]\[1\] is no INT$/],
    [{ x: 1 }, { map: { key: 'INT', value: 'INT' } }, /has a key that is no INT/],
    [{ age: 1 }, PERSON, /name of person 0 needs a value/],
    [{ name: 'Ann', home: { zip: 1 } }, PERSON, /home.street of home 0 needs a value/],
    [{ name: 'Ann', secret: 1 }, PERSON, /^The value has a field that person 0 does not have$/],
    [{}, { struct: 'nobody', version: 3 }, /There is no StructDef nobody 3/],
  ])('%j is no %j, and the reason quotes no value', (value, type, message) => {
    expect(valueFits(type, value, STRUCTS)).toBe(false);
    expect(() => convert(readJson(value), type, STRUCTS)).toThrow(message);
  });

  it('JSON stands for a STR only if it is a text', () => {
    for (const value of [5, true, {}, []]) expect(() => typed('STR', value)).toThrow(/not STR/);
    expect(toJson(typed('STR', '5'))).toBe('5');
  });

  it('a struct takes what its earlier version holds, no other', () => {
    const car = (version: number): VariableType => ({ struct: 'car', version });
    expect(assignsItself(car(0), car(1))).toBe(true);
    expect(assignsItself(car(1), car(0))).toBe(false);
    expect(assignsItself({ array: car(0) }, { array: car(1) })).toBe(false);
    expect(assignsItself(car(0), { struct: 'bike', version: 1 })).toBe(false);
  });
});

describe('C-28 an explicit cast', () => {
  it.each<[VariableType, JsonValue, VariableType, JsonValue]>([
    ['DOUBLE', 4.9, 'INT', 4],
    ['DOUBLE', -4.9, 'INT', -4],
    ['STR', ' 123 ', 'INT', 123],
    ['STR', '-9223372036854775808', 'INT', '-9223372036854775808'],
    ['STR', '4.4', 'DOUBLE', 4.4],
    ['STR', '-1e3', 'DOUBLE', -1000],
    ['STR', ' FALSE ', 'BOOL', false],
    ['STR', 'aGk=', 'BYTES', 'aGk='],
    ['STR', 'run-1', 'WF_RUN_ID', 'run-1'],
    ['STR', '2026-01-02T04:04:05.678+01:00', 'TIMESTAMP', INSTANT],
    ['TIMESTAMP', INSTANT, 'STR', INSTANT],
    ['TIMESTAMP', INSTANT, 'INT', INSTANT_MS],
    ['INT', INSTANT_MS, 'TIMESTAMP', INSTANT],
    ['JSON_ARR', [1, 2], { array: 'INT' }, [1, 2]],
    ['JSON_OBJ', { name: 'Ann' }, PERSON, { name: 'Ann', age: 0, home: null }],
    ['INT', 5, 'STR', '5'],
    ['STR', null, 'INT', null],
  ])('of %j %j to %j: %j', (from, value, to, result) => {
    expect(mayCast(from, to)).toBe(true);
    expect(cast(from, value, to)).toEqual(result);
  });

  it.each<[VariableType, JsonValue, VariableType, RegExp]>([
    ['STR', '4.4', 'INT', /Cannot cast this STR to INT/],
    ['STR', '', 'DOUBLE', /Cannot cast this STR to DOUBLE/],
    ['STR', 'NaN', 'DOUBLE', /Cannot cast this STR to DOUBLE/],
    ['STR', '1e999', 'DOUBLE', /does not fit a DOUBLE/],
    ['STR', '9223372036854775808', 'INT', /does not fit a 64-bit INT/],
    ['STR', 'yes', 'BOOL', /Cannot cast this STR to BOOL/],
    ['STR', 'not base64', 'BYTES', /Cannot cast this STR to BYTES/],
    ['STR', 'tomorrow', 'TIMESTAMP', /Cannot cast this STR to TIMESTAMP/],
    ['DOUBLE', 1e300, 'INT', /does not fit a 64-bit INT/],
    ['INT', '9223372036854775807', 'TIMESTAMP', /no instant/],
    ['BOOL', true, 'INT', /Cannot cast from BOOL to INT/],
    ['JSON_OBJ', {}, 'STR', /Cannot cast from JSON_OBJ to STR/],
    ['STR', '[]', 'JSON_ARR', /Cannot cast from STR to JSON_ARR/],
  ])('of %j %j to %j says why not', (from, value, to, message) => {
    expect(() => cast(from, value, to)).toThrow(message);
  });

  it('C-29 is part of an expression', () => {
    const doubled = expression({ cast: literal('456'), to: 'INT' }, 'MULTIPLY', literal(2));
    expect(compute(doubled)).toBe(912);
    expect(compute({ not: { cast: literal('false'), to: 'BOOL' } })).toBe(true);
    expect(compute(expression(literal('processed-'), 'ADD', doubled))).toBe('processed-912');
  });
});

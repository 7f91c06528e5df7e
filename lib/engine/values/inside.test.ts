// What is inside a value: typed paths, sizes, struct builders (C-16, C-25).
import { describe, expect, it } from 'vitest';
import type { ValuePath, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { literal } from '../testing/build-spec.ts';
import { compute, PERSON, type Typed } from '../testing/compute.ts';

const ANN = { name: 'Ann', home: { street: 'Main St' } };
const VARIABLES: Typed = {
  person: [PERSON, ANN],
  people: [{ array: PERSON }, [ANN]],
  phones: [{ map: { key: 'STR', value: 'STR' } }, { home: '555-0100' }],
  byDay: [{ map: { key: 'TIMESTAMP', value: 'INT' } }, { '2026-01-01T00:00:00Z': 3 }],
  json: ['JSON_OBJ', { name: 'Bo', friends: ['Ann', { deep: [7] }], phoneNumbers: { home: '555-0101' }, 'a.b': 1 }],
  big: [{ array: 'INT' }, ['9007199254740993']],
  nothing: [PERSON, null],
  number: ['INT', 1],
};
const at = (name: string, path: ValuePath) => compute({ variable: name, path }, VARIABLES);

describe('C-25 a typed path', () => {
  it.each<[string, ValuePath, JsonValue]>([
    ['json', ['name'], 'Bo'],
    ['json', ['friends', 0], 'Ann'],
    ['json', ['friends', 1, 'deep', 0], 7],
    ['json', ['phoneNumbers', 'home'], '555-0101'],
    ['json', ['a.b'], 1],
    ['json', ['friends', 9], null],
    ['json', ['name', 'first', 'letter'], null],
    ['json', ['constructor'], null],
    ['phones', ['home'], '555-0100'],
    ['phones', ['work'], null],
    ['byDay', ['2026-01-01T01:00:00+01:00'], 3],
    ['person', ['name'], 'Ann'],
    ['person', ['age'], 0],
    ['person', ['home', 'street'], 'Main St'],
    ['people', [0, 'home', 'zip'], null],
    ['nothing', ['home', 'street'], null],
  ])('%s %j: %j', (name, path, found) => {
    expect(at(name, path)).toEqual(found);
  });

  it('keeps integers exact', () => {
    const next: VariableAssignment = {
      expression: { left: { variable: 'big', path: [0] }, operator: 'ADD', right: literal(2) },
    };
    expect(compute(next, VARIABLES)).toBe('9007199254740995');
  });

  it.each<[string, ValuePath, RegExp]>([
    ['people', [1], /Index 1 is out of range: the list has 1 items/],
    ['people', ['name'], /An array has indexes from 0/],
    ['person', ['surname'], /could not find field 'surname' in person 0/],
    ['byDay', ['today'], /today is no TIMESTAMP/],
    ['number', ['x'], /Cannot look for x inside INT/],
  ])('%s %j leads nowhere', (name, path, message) => {
    expect(() => at(name, path)).toThrow(message);
  });
});

describe('sizeOf', () => {
  it.each<[VariableType, JsonValue, number]>([
    ['STR', 'a😀b', 3],
    ['JSON_ARR', [1, [2, 3]], 2],
    ['JSON_OBJ', { a: 1 }, 1],
    [{ array: 'INT' }, [], 0],
    [{ map: { key: 'STR', value: 'INT' } }, { a: 1, b: 2 }, 2],
  ])('of %j %j is %d', (type, value, size) => {
    expect(compute({ sizeOf: { literal: value, type } })).toBe(size);
  });

  it('C-16 of a number there is none, nor of null', () => {
    const inJson: VariableAssignment = { variable: 'json', jsonPath: "$['a.b']" };
    expect(() => compute({ sizeOf: inJson }, VARIABLES)).toThrow('Cannot resolve size() of INT');
    expect(() => compute({ sizeOf: { variable: 'person' } }, VARIABLES)).toThrow('Cannot resolve size() of person 0');
    expect(() => compute({ sizeOf: literal(null) })).toThrow('Cannot resolve size() of null');
  });
});

describe('a struct made of its fields', () => {
  const person = (fields: Record<string, VariableAssignment>) => compute({ struct: 'person', version: 0, fields });

  it('takes its defaults, and casts what casts itself', () => {
    const home: VariableAssignment = { struct: 'home', version: 0, fields: { street: literal(5) } };
    expect(person({ name: literal('Bo'), home })).toEqual({ name: 'Bo', age: 0, home: { street: '5', zip: null } });
  });

  it('says what is missing, unknown or of another type', () => {
    expect(() => person({})).toThrow('name of person 0 needs a value');
    expect(() => person({ name: literal('Bo'), x: literal(1) })).toThrow("could not find field 'x' in person 0");
    expect(() => person({ name: literal('Bo'), age: literal('old') })).toThrow('Cannot assign STR to INT');
    expect(() => compute({ struct: 'nobody', version: 1, fields: {} })).toThrow('There is no StructDef nobody 1');
  });
});

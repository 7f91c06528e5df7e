import { describe, expect, it } from 'vitest';
import type { VariableType } from '#contracts/value.ts';
import { type Draft, draftOf, emptyDraft, readDraft, type Structs, shapeOf } from './value-draft.ts';

const structs: Structs = {
  'address/2': {
    street: { type: 'STR', nullable: false },
    floor: { type: 'INT', nullable: true },
    country: { type: 'STR', nullable: false, default: 'AT' },
  },
};
const address: VariableType = { struct: 'address', version: 2 };

describe('reading what was typed', () => {
  it.each<[VariableType, Draft, unknown]>([
    ['STR', 'a chair', 'a chair'],
    ['INT', ' 42 ', 42],
    ['INT', '9223372036854775807', '9223372036854775807'],
    ['DOUBLE', '1.5', 1.5],
    ['BOOL', 'false', false],
    ['JSON_OBJ', '{"a": [1]}', { a: [1] }],
    [{ array: 'INT' }, ['1', '2'], [1, 2]],
    [address, { street: 'Main 1', floor: '', country: '' }, { street: 'Main 1' }],
    [{ struct: 'unknown', version: 1 }, '{"any": 1}', { any: 1 }],
  ])('%o of %o', (type, draft, value) => {
    expect(readDraft(type, draft, 'it', structs)).toEqual({ value, errors: [] });
  });

  it('takes an empty answer as none', () => {
    for (const type of ['STR', 'INT', 'BOOL', address, { array: 'STR' }] satisfies VariableType[]) {
      expect(readDraft(type, emptyDraft(type, structs), 'it', structs)).toEqual({ value: undefined, errors: [] });
    }
  });

  it.each<[VariableType, Draft, string, string]>([
    ['INT', '1.5', 'it', 'INT'],
    ['DOUBLE', 'much', 'it', 'DOUBLE'],
    ['TIMESTAMP', 'tomorrow', 'it', 'TIMESTAMP'],
    ['JSON_OBJ', '{', 'it', 'json'],
    ['JSON_OBJ', '[]', 'it', 'JSON_OBJ'],
    ['JSON_ARR', '{}', 'it', 'JSON_ARR'],
    [{ map: { key: 'STR', value: 'INT' } }, '{"a": "b"}', 'it', 'type'],
    [{ array: 'INT' }, ['1', 'x'], 'it.1', 'INT'],
    [address, { street: '', floor: '3', country: '' }, 'it.street', 'required'],
    [address, { street: 'Main 1', floor: 'top', country: '' }, 'it.floor', 'INT'],
  ])('finds what is wrong with %o of %o', (type, draft, path, key) => {
    expect(readDraft(type, draft, 'it', structs).errors).toMatchObject([{ path, fault: { key } }]);
  });
});

it('asks for maps and for structs that it does not know as JSON', () => {
  expect(shapeOf({ map: { key: 'STR', value: 'INT' } }, structs)).toBe('json');
  expect(shapeOf({ array: { struct: 'unknown' } }, structs)).toBe('json');
  expect(shapeOf({ array: address }, structs)).toBe('array');
});

it('begins with a value that is there', () => {
  expect(draftOf(address, { street: 'Main 1', floor: 3 }, structs)).toEqual({
    street: 'Main 1',
    floor: '3',
    country: '',
  });
  expect(draftOf('JSON_OBJ', { a: 1 }, structs)).toBe('{"a":1}');
  expect(draftOf('STR', undefined, structs)).toBe('');
});

import { describe, expect, it } from 'vitest';
import { int64FromJson, int64ToJson, searchText, valueFits } from './value.ts';

describe('integers in JSON', () => {
  it('are numbers while a double is exact, and decimal strings beyond', () => {
    expect(int64ToJson(9007199254740991n)).toBe(9007199254740991);
    expect(int64ToJson(9007199254740992n)).toBe('9007199254740992');
    expect(int64FromJson('9223372036854775807')).toBe(9223372036854775807n);
  });

  it('have one form each: a short decimal string is text, an inexact number is nothing', () => {
    expect(int64FromJson('12')).toBeNull();
    expect(int64FromJson(2 ** 53)).toBeNull();
    expect(int64FromJson(1.5)).toBeNull();
    expect(int64FromJson('9223372036854775808')).toBeNull();
  });
});

describe('valueFits', () => {
  it('takes null for any type and an INT for a DOUBLE', () => {
    expect(valueFits('STR', null)).toBe(true);
    expect(valueFits('DOUBLE', 1)).toBe(true);
    expect(valueFits('INT', 1.5)).toBe(false);
    expect(valueFits('JSON_OBJ', [])).toBe(false);
    expect(valueFits('JSON_ARR', [])).toBe(true);
    expect(valueFits('BOOL', 'true')).toBe(false);
  });
});

describe('searchText', () => {
  it.each([
    ['TIMESTAMP', '2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00.000Z'],
    ['TIMESTAMP', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['INT', '007', '7'],
    ['INT', '9223372036854775807', '9223372036854775807'],
    ['DOUBLE', '5.0', '5'],
    ['DOUBLE', '1000000000000000000000', '1e+21'],
    ['BOOL', 'TRUE', 'true'],
    ['STR', '5.0', '5.0'],
  ] as const)('of a %s, %s is %s', (type, written, text) => {
    expect(searchText(type, written)).toBe(text);
    expect(searchText({ array: type }, written)).toBe(text);
  });

  it.each([
    ['INT', 'abc'],
    ['DOUBLE', ''],
    ['BOOL', 'yes'],
    ['TIMESTAMP', '2026-02-30T00:00:00Z'],
  ] as const)('there is none for a %s in %o', (type, written) => expect(searchText(type, written)).toBeNull());
});

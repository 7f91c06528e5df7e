// Values of a field beside each other: numbers by value and exactly, instants as instants, all else by what it is.
import { type JsonValue, jsonEquals } from '../json.ts';
import { instantFromText, int64FromJson } from '../value.ts';
import type { FieldType } from './field-types.ts';

/** Less than, equal to or greater than 0, as `a` is to `b`; null where the type has no order. */
export function compareValues(type: FieldType, a: JsonValue, b: JsonValue): number | null {
  const [left, right] = [rankOf(type, a), rankOf(type, b)];
  if (left === null || right === null) return null;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isSameValue(type: FieldType, a: JsonValue, b: JsonValue): boolean {
  const order = compareValues(type, a, b);
  return order === null ? jsonEquals(a, b) : order === 0;
}

/** JavaScript compares a bigint with a number exactly. */
function rankOf(type: FieldType, value: JsonValue): number | bigint | null {
  switch (type) {
    case 'INT':
      return int64FromJson(value);
    case 'DOUBLE':
      return int64FromJson(value) ?? (typeof value === 'number' ? value : null);
    case 'TIMESTAMP':
      return typeof value === 'string' ? instantFromText(value) : null;
    case 'STR':
    case 'BOOL':
    case 'JSON_OBJ':
    case 'JSON_ARR':
      return null;
  }
}

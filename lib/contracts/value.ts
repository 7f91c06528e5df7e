// The types of variables, and the one check of a plain JSON value against a type (semantics.md 5, decision 16).
import { z } from 'zod';
import { isJsonObject, type JsonValue } from './json.ts';

export const VARIABLE_TYPES = ['STR', 'INT', 'DOUBLE', 'BOOL', 'JSON_OBJ', 'JSON_ARR'] as const;
export const variableType = z.enum(VARIABLE_TYPES).meta({
  id: 'VariableType',
  description: 'INT is a 64-bit integer; beyond 2^53 it travels as a decimal string.',
});
export type VariableType = z.infer<typeof variableType>;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const DECIMAL = /^-?\d{1,19}$/;

/** True for an integer that fits 64 bits. */
export function isInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX;
}

/**
 * The integer that a JSON value stands for, or null: a safe whole number, or the decimal string of one that a double cannot hold.
 * A short decimal string is a STR, so that every integer has one JSON form.
 */
export function int64FromJson(value: JsonValue): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value !== 'string' || !DECIMAL.test(value)) return null;
  const integer = BigInt(value);
  return isInt64(integer) && !isSafe(integer) ? integer : null;
}

/** The one JSON form of an integer: a number while a double is exact, else a decimal string. */
export function int64ToJson(value: bigint): number | string {
  return isSafe(value) ? Number(value) : value.toString();
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** True when `value` may stand for a `type`. Null stands for any; an INT stands for a DOUBLE (decision 4). */
export function valueFits(type: VariableType, value: JsonValue): boolean {
  if (value === null) return true;
  switch (type) {
    case 'STR':
      return typeof value === 'string';
    case 'BOOL':
      return typeof value === 'boolean';
    case 'INT':
      return int64FromJson(value) !== null;
    case 'DOUBLE':
      return typeof value === 'number' ? Number.isFinite(value) : int64FromJson(value) !== null;
    case 'JSON_OBJ':
      return isJsonObject(value);
    case 'JSON_ARR':
      return Array.isArray(value);
  }
}

// A value while the engine computes: typed, with exact 64-bit integers. What is inside a composite stays plain JSON, in its one form.
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import {
  instantToText,
  int64ToJson,
  isInt64,
  type PrimitiveType,
  typeName,
  type VariableType,
} from '#contracts/value.ts';

export type CompositeType = Exclude<VariableType, PrimitiveType>;
export type ArrayType = Extract<CompositeType, { array: unknown }>;
export type MapType = Extract<CompositeType, { map: unknown }>;
export type StructType = Extract<CompositeType, { struct: unknown }>;

/** Null is a value without a type. A TIMESTAMP is milliseconds since 1970, BYTES are base64. */
export type Value =
  | { type: 'NULL'; value: null }
  | { type: 'STR'; value: string }
  | { type: 'INT'; value: bigint }
  | { type: 'DOUBLE'; value: number }
  | { type: 'BOOL'; value: boolean }
  | { type: 'TIMESTAMP'; value: number }
  | { type: 'WF_RUN_ID'; value: string }
  | { type: 'BYTES'; value: string }
  | ListValue
  | ObjectValue;
export type ListValue = { type: 'JSON_ARR' | ArrayType; value: JsonValue[] };
export type ObjectValue = { type: 'JSON_OBJ' | MapType | StructType; value: JsonObject };
export type NumberValue = Extract<Value, { type: 'INT' | 'DOUBLE' }>;

/** A value that cannot be worked out. Whoever asked for it says which failure of the node that is; it never quotes what may be masked. */
export class ValueError extends Error {
  override name = 'ValueError';
}

/** Most characters of a text, and items of a list or an object, that are made on the way: what doubles itself in a loop ends here. */
const MAX_LENGTH = 1_000_000;

/** The years 0 to 9999: what an instant can be written as. */
const FIRST_INSTANT = -62_167_219_200_000;
export const LAST_INSTANT = 253_402_300_799_999;

export function isWritableInstant(milliseconds: number): boolean {
  return milliseconds >= FIRST_INSTANT && milliseconds <= LAST_INSTANT;
}

export const NULL: Value = { type: 'NULL', value: null };

/** An integer; beyond 64 bits it is an error. */
export function intValue(value: bigint): Value {
  if (!isInt64(value)) throw new ValueError('The result does not fit a 64-bit INT');
  return { type: 'INT', value };
}

/** A double; what JSON cannot hold is an error. */
export function doubleValue(value: number): Value {
  if (!Number.isFinite(value)) throw new ValueError('The result does not fit a DOUBLE');
  return { type: 'DOUBLE', value };
}

export function boolValue(value: boolean): Value {
  return { type: 'BOOL', value };
}

/** A text; one that is too long is an error. */
export function textValue(value: string): Value {
  if (value.length > MAX_LENGTH) throw new ValueError(`The text is longer than ${MAX_LENGTH} characters`);
  return { type: 'STR', value };
}

export function bytesValue(value: string): Value {
  if (value.length > MAX_LENGTH) throw new ValueError(`The BYTES are longer than ${MAX_LENGTH} characters of base64`);
  return { type: 'BYTES', value };
}

/** A list, its items already in the form of its type. */
export function listValue(type: ListValue['type'], value: JsonValue[]): Value {
  if (value.length > MAX_LENGTH) throw new ValueError(`The list has more than ${MAX_LENGTH} items`);
  return { type, value };
}

export function isNumber(value: Value): value is NumberValue {
  return value.type === 'INT' || value.type === 'DOUBLE';
}

/** True for a JSON_ARR and a typed array. */
export function isList(value: Value): value is ListValue {
  return Array.isArray(value.value);
}

/** True for a JSON_OBJ, a map and a struct. */
export function isObject(value: Value): value is ObjectValue {
  return isJsonObject(value.value);
}

/** Plain JSON, in which a value is stored and handed out. */
export function toJson(value: Value): JsonValue {
  switch (value.type) {
    case 'INT':
      return int64ToJson(value.value);
    case 'DOUBLE':
      // Minus zero does not survive JSON.
      return value.value + 0;
    case 'TIMESTAMP':
      return instantToText(value.value);
    default:
      return value.value;
  }
}

/** What a person reads: numbers plain, whatever the locale; nothing for null. */
export function toText(value: Value): string {
  if (value.type === 'NULL') return '';
  if (value.type === 'TIMESTAMP') return instantToText(value.value);
  return isList(value) || isObject(value) ? JSON.stringify(value.value) : String(value.value);
}

/** How a value's type is written in a message. */
export function typeOf(value: Value): string {
  return value.type === 'NULL' ? 'null' : typeName(value.type);
}

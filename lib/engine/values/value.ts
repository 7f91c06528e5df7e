// A value while the engine computes: typed, with exact 64-bit integers; and its ways from and to plain JSON (semantics.md 5).
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import { int64FromJson, int64ToJson, isInt64, type VariableType } from '#contracts/value.ts';

/** Null is a value without a type. */
export type Value =
  | { type: 'NULL'; value: null }
  | { type: 'STR'; value: string }
  | { type: 'INT'; value: bigint }
  | { type: 'DOUBLE'; value: number }
  | { type: 'BOOL'; value: boolean }
  | { type: 'JSON_OBJ'; value: JsonObject }
  | { type: 'JSON_ARR'; value: JsonValue[] };

/** A value that cannot be worked out. Whoever asked for it says which failure of the node that is. */
export class ValueError extends Error {
  override name = 'ValueError';
}

/** Longest text that an expression or a format string may make, in UTF-16 units: a loop that doubles a text ends here. */
const MAX_TEXT = 1_000_000;

const NULL: Value = { type: 'NULL', value: null };

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
  if (value.length > MAX_TEXT) throw new ValueError(`The text is longer than ${MAX_TEXT} characters`);
  return { type: 'STR', value };
}

/** The value of JSON that no definition gives a type: a whole number is an INT. */
export function readJson(json: JsonValue): Value {
  if (json === null) return NULL;
  if (Array.isArray(json)) return { type: 'JSON_ARR', value: json };
  if (isJsonObject(json)) return { type: 'JSON_OBJ', value: json };
  if (typeof json === 'string') return { type: 'STR', value: json };
  if (typeof json === 'boolean') return boolValue(json);
  return Number.isSafeInteger(json) ? { type: 'INT', value: BigInt(json) } : { type: 'DOUBLE', value: json };
}

/** The value of JSON that stands for a `type`. */
export function readTyped(type: VariableType, json: JsonValue): Value {
  return convert(readJson(json), type);
}

/** Plain JSON, in which a value is stored and handed out. */
export function toJson(value: Value): JsonValue {
  if (value.type === 'INT') return int64ToJson(value.value);
  // Minus zero does not survive JSON.
  return value.type === 'DOUBLE' ? value.value + 0 : value.value;
}

/** What a person reads: numbers plain, whatever the locale; nothing for null. */
export function toText(value: Value): string {
  switch (value.type) {
    case 'NULL':
      return '';
    case 'JSON_OBJ':
    case 'JSON_ARR':
      return JSON.stringify(value.value);
    default:
      return String(value.value);
  }
}

/** The automatic casts: INT to DOUBLE, every plain type to STR, null to anything (semantics.md 5.5). */
export function convert(value: Value, type: VariableType): Value {
  if (value.type === 'NULL' || value.type === type) return value;
  if (type === 'STR' && isPlain(value)) return { type, value: toText(value) };
  if (type === 'DOUBLE' && value.type === 'INT') return { type, value: Number(value.value) };
  const integer = value.type === 'STR' && (type === 'INT' || type === 'DOUBLE') ? int64FromJson(value.value) : null;
  if (integer !== null) return type === 'INT' ? { type, value: integer } : { type: 'DOUBLE', value: Number(integer) };
  throw new ValueError(`Cannot assign ${value.type} to ${type} without explicit casting`);
}

/** The value as the text that it is cast to; null for null. */
export function textOf(value: Value): string | null {
  const text = convert(value, 'STR');
  return text.type === 'STR' ? text.value : null;
}

function isPlain(value: Value): boolean {
  return value.type === 'INT' || value.type === 'DOUBLE' || value.type === 'BOOL';
}

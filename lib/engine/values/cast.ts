// From one type to another: what happens by itself, and what only an explicit cast does (semantics.md 5.5, decision 16).
import type { JsonValue } from '#contracts/json.ts';
import { instantToText, noStructs, type StructLookup, typeName, type VariableType } from '#contracts/value.ts';
import { readComposite, readJson, readText } from './read.ts';
import { boolValue, doubleValue, intValue, isList, isObject, toText, typeOf, type Value, ValueError } from './value.ts';

/**
 * The value as a `type`, as far as that happens by itself. JSON has fewer types than we: a text or JSON becomes whatever it stands for,
 * and what is declared as a STR is kept from that when the WfSpec is put.
 */
export function convert(value: Value, type: VariableType, structs: StructLookup = noStructs): Value {
  if (value.type === 'NULL' || value.type === type) return value;
  const converted = typeof type === 'string' ? convertPlain(value, type) : convertComposite(value, type, structs);
  if (converted) return converted;
  throw new ValueError(`Cannot assign ${typeOf(value)} to ${typeName(type)} without explicit casting`);
}

/** The value of JSON that stands for a `type`: a STR is nothing but a text. */
export function readTyped(type: VariableType, json: JsonValue, structs: StructLookup = noStructs): Value {
  const value = readJson(json);
  if (type === 'STR' && value.type !== 'STR' && value.type !== 'NULL') {
    throw new ValueError(`The value is ${typeOf(value)}, not STR`);
  }
  return convert(value, type, structs);
}

/** The value as the text that it is cast to; null for null. */
export function textOf(value: Value): string | null {
  const text = convert(value, 'STR');
  return text.type === 'STR' ? text.value : null;
}

/** The value as a `type`, where the definition says that it is to be cast. */
export function cast(value: Value, type: VariableType, structs: StructLookup): Value {
  if (value.type === 'NULL') return value;
  const explicit = typeof type === 'string' ? castPlain(value, type) : null;
  if (explicit) return explicit;
  if (assignsItself(value.type, type) || typeof type !== 'string') return convert(value, type, structs);
  const which = value.type === 'STR' && mayCast('STR', type) ? 'this' : 'from';
  throw new ValueError(`Cannot cast ${which} ${typeOf(value)} to ${typeName(type)}`);
}

/** True when every value of type `from` becomes a `to` by itself. */
export function assignsItself(from: VariableType, to: VariableType): boolean {
  if (typeof from === 'string' && typeof to === 'string') return from === to || AUTOMATIC[to]?.includes(from) === true;
  if (typeof from === 'string') return false;
  // What has a type may be taken for JSON, which has none.
  if (typeof to === 'string') return 'array' in from ? to === 'JSON_ARR' : to === 'JSON_OBJ';
  if ('array' in from && 'array' in to) return isSameType(from.array, to.array);
  if ('map' in from && 'map' in to) return from.map.key === to.map.key && isSameType(from.map.value, to.map.value);
  // A later version of a struct takes what an earlier one holds.
  return 'struct' in from && 'struct' in to && from.struct === to.struct && (from.version ?? 0) <= (to.version ?? 0);
}

/** True when a value of type `from` may be cast to a `to`; whether each can is seen when it is. */
export function mayCast(from: VariableType, to: VariableType): boolean {
  if (assignsItself(from, to)) return true;
  if (typeof to !== 'string') return from === ('array' in to ? 'JSON_ARR' : 'JSON_OBJ');
  return typeof from === 'string' && EXPLICIT[to]?.includes(from) === true;
}

type Table = Partial<Record<Extract<VariableType, string>, VariableType[]>>;
const AUTOMATIC: Table = { DOUBLE: ['INT'], STR: ['INT', 'DOUBLE', 'BOOL', 'BYTES', 'WF_RUN_ID'] };
const EXPLICIT: Table = {
  INT: ['DOUBLE', 'STR', 'TIMESTAMP'],
  DOUBLE: ['STR'],
  BOOL: ['STR'],
  BYTES: ['STR'],
  WF_RUN_ID: ['STR'],
  TIMESTAMP: ['STR', 'INT'],
  STR: ['TIMESTAMP'],
};

function isSameType(a: VariableType, b: VariableType): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return 'struct' in a && 'struct' in b ? a.struct === b.struct && a.version === b.version : assignsItself(a, b);
}

function convertPlain(value: Value, type: Extract<VariableType, string>): Value | null {
  if (type === 'STR') return isPlain(value) ? { type, value: toText(value) } : null;
  if (type === 'JSON_ARR') return isList(value) ? { type, value: value.value } : null;
  if (type === 'JSON_OBJ') return isObject(value) ? { type, value: value.value } : null;
  if (type === 'DOUBLE' && value.type === 'INT') return { type, value: Number(value.value) };
  return value.type === 'STR' ? readText(value.value, type) : null;
}

function isPlain(value: Value): boolean {
  return typeof value.type === 'string' && AUTOMATIC.STR?.includes(value.type as VariableType) === true;
}

function convertComposite(value: Value, type: Exclude<VariableType, string>, structs: StructLookup): Value | null {
  return isList(value) || isObject(value) ? readComposite(type, value.value, structs) : null;
}

const INTEGER = /^[+-]?\d{1,30}$/;
const NUMBER = /^[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})(e[+-]?\d{1,4})?$/i;
/** The instants that RFC 3339 can write: the years 0 to 9999. */
const FIRST_INSTANT = -62_167_219_200_000n;
const LAST_INSTANT = 253_402_300_799_999n;

function castPlain(value: Value, type: Extract<VariableType, string>): Value | null {
  if (value.type === 'DOUBLE' && type === 'INT') return intValue(BigInt(Math.trunc(value.value)));
  if (value.type === 'TIMESTAMP' && type === 'INT') return intValue(BigInt(value.value));
  if (value.type === 'TIMESTAMP' && type === 'STR') return { type, value: instantToText(value.value) };
  if (value.type === 'INT' && type === 'TIMESTAMP') {
    const isWritable = value.value >= FIRST_INSTANT && value.value <= LAST_INSTANT;
    if (!isWritable) throw new ValueError('The INT is no instant between the years 0 and 9999');
    return { type, value: Number(value.value) };
  }
  return value.type === 'STR' ? parse(value.value.trim(), type) : null;
}

function parse(text: string, type: Extract<VariableType, string>): Value | null {
  switch (type) {
    case 'INT':
      return INTEGER.test(text) ? intValue(BigInt(text.replace('+', ''))) : null;
    case 'DOUBLE':
      return NUMBER.test(text) ? doubleValue(Number(text)) : null;
    case 'BOOL':
      return /^(true|false)$/i.test(text) ? boolValue(text.toLowerCase() === 'true') : null;
    default:
      return readText(text, type);
  }
}

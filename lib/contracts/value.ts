// The types of values, and the one check of a plain JSON value against a type (semantics.md 5, decision 16).

import { isDocketName } from './docket-name.ts';
import { isJsonObject, type JsonValue } from './json.ts';

export const PRIMITIVE_TYPES = [
  'STR',
  'INT',
  'DOUBLE',
  'BOOL',
  'TIMESTAMP',
  'WF_RUN_ID',
  'BYTES',
  'JSON_OBJ',
  'JSON_ARR',
] as const;
export type PrimitiveType = (typeof PRIMITIVE_TYPES)[number];

/** What may be the key of a map. In JSON every key is a text. */
export const MAP_KEY_TYPES = ['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'WF_RUN_ID'] as const;
export type MapKeyType = (typeof MAP_KEY_TYPES)[number];

/** A primitive, a typed array or map, or a struct. Once a definition is stored, the version of every struct in it is pinned. */
export type VariableType =
  | PrimitiveType
  | { array: VariableType }
  | { map: { key: MapKeyType; value: VariableType } }
  | { struct: string; version?: number | undefined };

/** A field of a struct as the check of a value needs it. */
export type StructField = { type: VariableType; nullable: boolean; default?: JsonValue | undefined };
/** Finds the fields of a pinned struct; undefined when there is none. */
export type StructLookup = (name: string, version: number | undefined) => Record<string, StructField> | undefined;
export const noStructs: StructLookup = () => undefined;

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

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Milliseconds since 1970 of an RFC 3339 instant, or null. Smaller parts of a second are cut off. */
export function instantFromText(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const ms = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const [sign, offsetHour, offsetMinute] = offsetOf(parts[8] ?? 'Z');
  const minutes = (daysSince1970(year, month, day) * 24 + hour - sign * offsetHour) * 60 + minute - sign * offsetMinute;
  return offsetHour > 23 || offsetMinute > 59 ? null : (minutes * 60 + second) * 1000 + ms;
}

/** The RFC 3339 text, in UTC and with milliseconds, of an instant within the years 0 to 9999. */
export function instantToText(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  const rest = ms - days * 86_400_000;
  const [year, month, day] = dateOf(days);
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map((part) => two(Math.floor(part)));
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${time.join(':')}.${String(rest % 1000).padStart(3, '0')}Z`;
}

function offsetOf(text: string): [sign: number, hours: number, minutes: number] {
  if (text === 'Z') return [0, 0, 0];
  return [text.startsWith('-') ? -1 : 1, Number(text.slice(1, 3)), Number(text.slice(4, 6))];
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// The calendar as arithmetic, on years that begin in March and eras of 400 years: the engine has no Date.
// Source of the formulas: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
const DAYS_OF_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970;
}

function dateOf(days: number): [year: number, month: number, day: number] {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return [
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  ];
}

/** True when `value` may stand for a `type`. Null stands for any; an INT stands for a DOUBLE (decision 4). */
export function valueFits(type: VariableType, value: JsonValue, structs: StructLookup = noStructs): boolean {
  if (value === null) return true;
  if (typeof type === 'object') return fitsComposite(type, value, structs);
  switch (type) {
    case 'STR':
      return typeof value === 'string';
    case 'BOOL':
      return typeof value === 'boolean';
    case 'INT':
      return int64FromJson(value) !== null;
    case 'DOUBLE':
      return typeof value === 'number' ? Number.isFinite(value) : int64FromJson(value) !== null;
    case 'TIMESTAMP':
      return typeof value === 'string' && instantFromText(value) !== null;
    case 'WF_RUN_ID':
      return typeof value === 'string' && isDocketName(value);
    case 'BYTES':
      return typeof value === 'string' && BASE64.test(value);
    case 'JSON_OBJ':
      return isJsonObject(value);
    case 'JSON_ARR':
      return Array.isArray(value);
  }
}

function fitsComposite(
  type: Exclude<VariableType, PrimitiveType>,
  value: NonNullable<JsonValue>,
  structs: StructLookup,
): boolean {
  if ('array' in type) return Array.isArray(value) && value.every((item) => valueFits(type.array, item, structs));
  if (!isJsonObject(value)) return false;
  if ('map' in type) {
    const { key, value: of } = type.map;
    return Object.entries(value).every(([name, item]) => keyFits(key, name) && valueFits(of, item, structs));
  }
  const fields = structs(type.struct, type.version);
  if (!fields || !Object.keys(value).every((name) => Object.hasOwn(fields, name))) return false;
  return Object.entries(fields).every(([name, field]) => {
    const given = Object.hasOwn(value, name) ? value[name] : field.default;
    return given === undefined || given === null ? field.nullable : valueFits(field.type, given, structs);
  });
}

/** True when the text of a JSON key stands for a key of this type. */
export function keyFits(type: MapKeyType, key: string): boolean {
  switch (type) {
    case 'INT':
      return DECIMAL.test(key) && isInt64(BigInt(key));
    case 'DOUBLE':
      return key.trim() !== '' && Number.isFinite(Number(key));
    case 'BOOL':
      return key === 'true' || key === 'false';
    default:
      return valueFits(type, key);
  }
}

/**
 * The one text by which a value of a type is searched, whatever way it is written: `2026-01-01T00:00:00Z` and `2026-01-01T01:00:00+01:00` are
 * one instant, `5` and `5.0` one number. Null for what is none of that type. Of an array each item is found, so it is its items' type.
 */
export function searchText(type: VariableType, text: string): string | null {
  if (typeof type === 'object') return 'array' in type ? searchText(type.array, text) : text;
  switch (type) {
    case 'TIMESTAMP': {
      const instant = instantFromText(text);
      return instant === null ? null : instantToText(instant);
    }
    case 'BOOL':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : null;
    case 'INT':
      if (/^-?\d+$/.test(text)) return BigInt(text).toString();
      return numberText(text);
    case 'DOUBLE':
      return numberText(text);
    default:
      return text;
  }
}

function numberText(text: string): string | null {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? String(number) : null;
}

/** How a type is written in a message: `INT`, `array of STR`, `map of STR to INT`, `car 2`. */
export function typeName(type: VariableType): string {
  if (typeof type === 'string') return type;
  if ('array' in type) return `array of ${typeName(type.array)}`;
  if ('map' in type) return `map of ${type.map.key} to ${typeName(type.map.value)}`;
  return type.version === undefined ? type.struct : `${type.struct} ${type.version}`;
}

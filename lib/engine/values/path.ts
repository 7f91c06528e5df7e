// Typed paths: steps into a value, for reading what is inside and for setting it (semantics.md 5.2 and 5.4).
import type { ValuePath } from '#contracts/assignment.ts';
import { isJsonObject, type JsonValue } from '#contracts/json.ts';
import { type StructLookup, typeName, type VariableType } from '#contracts/value.ts';
import { lookup } from '../lookup.ts';
import { convert, readTyped } from './cast.ts';
import { textOfKey } from './collections.ts';
import { keyInForm, readJson } from './read.ts';
import { isList, isNumber, isObject, toJson, typeOf, type Value, ValueError } from './value.ts';

type Step = ValuePath[number];

/** The type that a step leads to; null inside JSON, which has none. Throws a ValueError for a step that no such value has. */
export function typeInside(type: VariableType, step: Step, structs: StructLookup): VariableType | null {
  if (type === 'JSON_OBJ' || type === 'JSON_ARR') return null;
  if (typeof type === 'string') throw new ValueError(`Cannot look for ${step} inside ${type}`);
  if ('array' in type) {
    if (typeof step === 'number') return type.array;
    throw new ValueError(`An array has indexes from 0, not ${step}`);
  }
  if ('map' in type) {
    if (keyInForm(type.map.key, String(step)) !== null) return type.map.value;
    throw new ValueError(`${step} is no ${type.map.key}, which is what the keys of the map are`);
  }
  const fields = structs(type.struct, type.version);
  if (!fields) throw new ValueError(`There is no StructDef ${typeName(type)}`);
  const field = lookup(fields, String(step));
  if (!field) throw new ValueError(`could not find field '${step}' in ${typeName(type)}`);
  return field.type;
}

/**
 * What is inside a value: null where JSON or a map has nothing, an error where an array does not reach. `known` is the type that the first
 * step leads to where the value itself does not tell.
 */
export function follow(value: Value, path: ValuePath, structs: StructLookup, known: VariableType | null = null): Value {
  const [step, ...rest] = path;
  if (step === undefined || value.type === 'NULL') return value;
  const inner = known ?? typeInside(value.type, step, structs);
  const json = toJson(value);
  if (inner === null) return readJson(path.reduce<JsonValue>((at, next) => present(at, next) ?? null, json));
  const found = present(json, keyIn(value, step)) ?? null;
  return follow(readTyped(inner, found, structs), rest, structs);
}

/**
 * The value with what is at the end of `path` changed, and everything beside it shared. What leads there must exist, the end itself need
 * not: `change` is given null then. What it gives takes the type of what it replaces, in JSON too, where a number takes any number.
 */
export function changeInside(
  value: Value,
  path: ValuePath,
  change: (present: Value) => Value,
  structs: StructLookup,
): Value {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (value.type === 'NULL') throw new ValueError(`missing property ${step}: what it would be in is null`);
  const inner = typeInside(value.type, step, structs);
  const key = keyIn(value, step);
  const found = present(toJson(value), key) ?? null;
  if (rest.length > 0 && found === null) throw new ValueError(`missing property ${step}`);
  const old = inner === null ? readJson(found) : readTyped(inner, found, structs);
  const changed = changeInside(old, rest, change, structs);
  const fitted = rest.length > 0 ? changed : asBefore(changed, inner, old, structs);
  if (fitted.type === 'NULL') assertNullable(value.type, step, structs);
  return withInside(value, key, toJson(fitted));
}

function asBefore(value: Value, inner: VariableType | null, old: Value, structs: StructLookup): Value {
  if (inner !== null) return convert(value, inner, structs);
  return old.type === 'NULL' || (isNumber(old) && isNumber(value)) ? value : convert(value, old.type, structs);
}

function assertNullable(type: VariableType, step: Step, structs: StructLookup): void {
  if (typeof type === 'string' || !('struct' in type)) return;
  const field = structs(type.struct, type.version)?.[String(step)];
  if (!field?.nullable) throw new ValueError(`Field ${step} of ${typeName(type)} cannot be null`);
}

function withInside(value: Value, key: Step, item: JsonValue): Value {
  if (isList(value)) return { type: value.type, value: value.value.with(Number(key), item) };
  if (isObject(value)) return { type: value.type, value: { ...value.value, [key]: item } };
  throw new ValueError(`Cannot set ${key} inside ${typeOf(value)}`);
}

function present(json: JsonValue, step: Step): JsonValue | undefined {
  if (Array.isArray(json)) return typeof step === 'number' ? json[step] : undefined;
  return isJsonObject(json) ? lookup(json, String(step)) : undefined;
}

/** A step as the value itself writes it: an index that the list has, or the one text of a key. */
function keyIn(value: Value, step: Step): Step {
  if (isList(value)) {
    if (typeof step === 'number' && step < value.value.length) return step;
    throw new ValueError(`Index ${step} is out of range: the list has ${value.value.length} items`);
  }
  return isObject(value) ? (textOfKey(value.type, readJson(step)) ?? step) : step;
}

// From plain JSON to values: JSON that no definition gives a type, and JSON that stands for a type (semantics.md 5.1).
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import {
  instantFromText,
  instantToText,
  int64FromJson,
  keyFits,
  type MapKeyType,
  type PrimitiveType,
  type StructLookup,
  typeName,
  type VariableType,
  valueFits,
} from '#contracts/value.ts';
import { boolValue, type CompositeType, type MapType, NULL, type StructType, type Value, ValueError } from './value.ts';

/** The value of JSON that no definition gives a type: a whole number is an INT. */
export function readJson(json: JsonValue): Value {
  if (json === null) return NULL;
  if (Array.isArray(json)) return { type: 'JSON_ARR', value: json };
  if (isJsonObject(json)) return { type: 'JSON_OBJ', value: json };
  if (typeof json === 'string') return { type: 'STR', value: json };
  if (typeof json === 'boolean') return boolValue(json);
  return Number.isSafeInteger(json) ? { type: 'INT', value: BigInt(json) } : { type: 'DOUBLE', value: json };
}

/** The value of JSON that stands for a composite type, in its one form; throws a ValueError that says what does not fit, and where. */
export function readComposite(type: CompositeType, json: JsonValue[] | JsonObject, structs: StructLookup): Value {
  const value = inForm(type, json, structs, '');
  if ('array' in type) return { type, value: value as JsonValue[] };
  return { type, value: value as JsonObject };
}

/** The one form of JSON that stands for a type: instants in UTC, keys of maps as they are written, the defaults of structs filled in. */
function inForm(type: VariableType, json: JsonValue, structs: StructLookup, at: string): JsonValue {
  if (json === null) return null;
  if (typeof type === 'string') return plainInForm(type, json, at);
  if ('array' in type) {
    if (!Array.isArray(json)) return unfit(type, at);
    return json.map((item, index) => inForm(type.array, item, structs, `${at}[${index}]`));
  }
  if (!isJsonObject(json)) return unfit(type, at);
  return 'map' in type ? mapInForm(type, json, structs, at) : structInForm(type, json, structs, at);
}

function plainInForm(type: PrimitiveType, json: NonNullable<JsonValue>, at: string): JsonValue {
  if (!valueFits(type, json)) return unfit(type, at);
  if (type === 'TIMESTAMP') return instantToText(instantFromText(String(json)) ?? 0);
  return type === 'DOUBLE' ? Number(json) + 0 : json;
}

function mapInForm({ map }: MapType, json: JsonObject, structs: StructLookup, at: string): JsonObject {
  const entries = Object.entries(json).map(([key, item]) => {
    const formed = keyInForm(map.key, key);
    // The key itself may be masked.
    if (formed === null) throw new ValueError(`${where(at)} has a key that is no ${map.key}`);
    return [formed, inForm(map.value, item, structs, `${at}[…]`)] as const;
  });
  return Object.fromEntries(entries);
}

function structInForm(type: StructType, json: JsonObject, structs: StructLookup, at: string): JsonObject {
  const fields = structs(type.struct, type.version);
  if (!fields) throw new ValueError(`There is no StructDef ${typeName(type)}`);
  if (Object.keys(json).some((name) => !Object.hasOwn(fields, name))) {
    throw new ValueError(`${where(at)} has a field that ${typeName(type)} does not have`);
  }
  const entries = Object.entries(fields).map(([name, field]) => {
    const inside = at === '' ? name : `${at}.${name}`;
    const given = Object.hasOwn(json, name) ? json[name] : field.default;
    if ((given ?? null) === null && !field.nullable)
      throw new ValueError(`${inside} of ${typeName(type)} needs a value`);
    return [name, inForm(field.type, given ?? null, structs, inside)] as const;
  });
  return Object.fromEntries(entries);
}

/** The one text of a map's key, or null for what is no such key. */
export function keyInForm(type: MapKeyType, key: string): string | null {
  if (!keyFits(type, key)) return null;
  switch (type) {
    case 'INT':
      return BigInt(key).toString();
    case 'DOUBLE':
      return String(Number(key) + 0);
    case 'TIMESTAMP':
      return instantToText(instantFromText(key) ?? 0);
    default:
      return key;
  }
}

/** A STR that stands for a type which JSON writes as a text, or null. A decimal text is a number only where a double could not hold it. */
export function readText(text: string, type: PrimitiveType): Value | null {
  switch (type) {
    case 'INT':
    case 'DOUBLE': {
      const integer = int64FromJson(text);
      if (integer === null) return null;
      return type === 'INT' ? { type, value: integer } : { type, value: Number(integer) };
    }
    case 'TIMESTAMP': {
      const instant = instantFromText(text);
      return instant === null ? null : { type, value: instant };
    }
    case 'WF_RUN_ID':
    case 'BYTES':
      return valueFits(type, text) ? { type, value: text } : null;
    default:
      return null;
  }
}

function where(at: string): string {
  return at === '' ? 'The value' : at;
}

function unfit(type: VariableType, at: string): never {
  throw new ValueError(`${where(at)} is no ${typeName(type)}`);
}

// Between values in JavaScript and their JSON: 64-bit integers, instants and bytes have no JSON of their own.
import { isJsonObject, type JsonValue } from '../../../lib/contracts/json.ts';
import { int64FromJson, int64ToJson, isInt64, typeName, valueFits } from '../../../lib/contracts/value.ts';
import { FIELDS, isStruct, type Type, typeIn, variableTypeOf } from './type.ts';

/** The JSON of a value: a bigint as an INT, a Date as a TIMESTAMP, a Uint8Array as BYTES, undefined as null. Throws on what JSON cannot hold. */
export function jsonOf(value: unknown): JsonValue {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, item: unknown) {
    // A Date and a Buffer have turned themselves into something else before they come here; their owner still has them.
    const original = this[key];
    if (original instanceof Uint8Array) return Buffer.from(original).toString('base64');
    if (typeof item === 'bigint') return integerOf(item);
    if (typeof item === 'number' && !Number.isFinite(item)) throw new RangeError(`${item} is no number in JSON`);
    return item;
  });
  return JSON.parse(text ?? 'null');
}

function integerOf(value: bigint): number | string {
  if (!isInt64(value)) throw new RangeError(`${value} does not fit the 64 bits of an INT`);
  return int64ToJson(value);
}

/** The value that JSON stands for as a `type`. Throws a TypeError that says where it does not fit. */
export function readValue(type: Type, json: JsonValue, where: string): unknown {
  if (json === null) return null;
  if (typeof type === 'string') {
    if (!valueFits(type, json)) throw misfit(type, where);
    return plainValueOf(type, json);
  }
  if (!isStruct(type) && 'array' in type) {
    if (!Array.isArray(json)) throw misfit(type, where);
    return json.map((item, index) => readValue(type.array, item, `${where}[${index}]`));
  }
  if (!isJsonObject(json)) throw misfit(type, where);
  const valueAt = (name: string, of: Type) => [name, readValue(of, json[name] ?? null, `${where}.${name}`)];
  if (!isStruct(type)) return Object.fromEntries(Object.keys(json).map((key) => valueAt(key, type.map.value)));
  return Object.fromEntries(Object.entries(type[FIELDS]).map(([name, field]) => valueAt(name, typeIn(field))));
}

function plainValueOf(type: Extract<Type, string>, json: NonNullable<JsonValue>): unknown {
  switch (type) {
    case 'INT':
      return typeof json === 'string' ? int64FromJson(json) : json;
    case 'DOUBLE':
      return Number(json);
    case 'TIMESTAMP':
      return new Date(String(json));
    case 'BYTES':
      return new Uint8Array(Buffer.from(String(json), 'base64'));
    default:
      return json;
  }
}

function misfit(type: Type, where: string): TypeError {
  return new TypeError(`${where} is no ${typeName(variableTypeOf(type))}`);
}

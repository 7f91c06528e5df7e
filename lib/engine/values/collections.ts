// What becomes of lists, objects, texts and BYTES: appended to, extended, taken from. The left one always stays as it is.
import type { JsonValue } from '#contracts/json.ts';
import type { StructLookup } from '#contracts/value.ts';
import { glue } from './arithmetic.ts';
import { joinBase64 } from './base64.ts';
import { convert, readTyped } from './cast.ts';
import { keyInForm, readJson } from './read.ts';
import {
  bytesValue,
  isList,
  isObject,
  type ListValue,
  listValue,
  type ObjectValue,
  toJson,
  toText,
  typeOf,
  type Value,
  ValueError,
} from './value.ts';

/** The items of a list as values. */
export function itemsOf(list: ListValue, structs: StructLookup): Value[] {
  const { type, value } = list;
  return value.map((item) => (type === 'JSON_ARR' ? readJson(item) : readTyped(type.array, item, structs)));
}

/** The list with one more item. */
export function append(list: ListValue, item: Value, structs: StructLookup): Value {
  return listValue(list.type, [...list.value, itemOf(list, item, structs)]);
}

function itemOf({ type }: ListValue, item: Value, structs: StructLookup): JsonValue {
  return toJson(type === 'JSON_ARR' ? item : convert(item, type.array, structs));
}

/** A text with a text after it, BYTES with BYTES, a list with an item or with another list's, an object with another one's keys. */
export function extend(left: Value, right: Value, structs: StructLookup): Value {
  if (left.type === 'NULL' || right.type === 'NULL') throw new ValueError('Cannot EXTEND null');
  if (left.type === 'STR') return glue(left.value, right);
  if (left.type === 'BYTES' && right.type === 'BYTES') return bytesValue(joinBase64(left.value, right.value));
  if (left.type === 'JSON_ARR' && isList(right)) return listValue(left.type, [...left.value, ...right.value]);
  if (isList(left) && left.type !== 'JSON_ARR') return extendArray(left, right, structs);
  if (isObject(left) && isKeyed(left) && isObject(right)) {
    const more = convert(right, left.type, structs);
    if (isObject(more)) return { type: left.type, value: { ...left.value, ...more.value } };
  }
  throw new ValueError(`Cannot EXTEND ${typeOf(left)} and ${typeOf(right)}`);
}

/** What may be the whole array is taken for it: `[1, 2]` for an array of INT, and `[[1], [2]]` for one of arrays. */
function extendArray(left: ListValue, right: Value, structs: StructLookup): Value {
  const whole = isList(right) ? converted(right, left, structs) : null;
  return whole ? listValue(left.type, [...left.value, ...whole.value]) : append(left, right, structs);
}

function converted(right: ListValue, left: ListValue, structs: StructLookup): ListValue | null {
  try {
    const whole = convert(right, left.type, structs);
    return isList(whole) ? whole : null;
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

/** The list without what equals `item`. */
export function removeEqual(
  list: Value,
  item: Value,
  structs: StructLookup,
  equals: (a: Value, b: Value) => boolean,
): Value {
  if (!isList(list)) throw new ValueError(`Cannot REMOVE_IF_PRESENT from ${typeOf(list)}`);
  const items = itemsOf(list, structs);
  return listValue(
    list.type,
    list.value.filter((_, index) => !equals(items[index] ?? item, item)),
  );
}

/** The list without the item at an index, which there must be. */
export function removeIndex(list: Value, index: Value): Value {
  if (!isList(list) || index.type !== 'INT') {
    throw new ValueError(`Cannot REMOVE_INDEX ${typeOf(index)} from ${typeOf(list)}`);
  }
  const at = Number(index.value);
  if (at < 0 || at >= list.value.length) {
    throw new ValueError(`Index ${at} is out of range: the list has ${list.value.length} items`);
  }
  return listValue(list.type, list.value.toSpliced(at, 1));
}

/** The object or map without a key; one that is not there is fine. */
export function removeKey(object: Value, key: Value): Value {
  if (!isObject(object) || !isKeyed(object) || key.type === 'NULL') {
    throw new ValueError(`Cannot REMOVE_KEY ${typeOf(key)} from ${typeOf(object)}`);
  }
  const name = textOfKey(object.type, key);
  if (name === null || !Object.hasOwn(object.value, name)) return object;
  const { [name]: _, ...rest } = object.value;
  return { type: object.type, value: rest };
}

/** The text of a key as an object of this type has it; null for what can be none of its keys. */
export function textOfKey(type: ObjectValue['type'], key: Value): string | null {
  if (key.type === 'NULL') return null;
  const text = toText(key);
  return typeof type === 'object' && 'map' in type ? keyInForm(type.map.key, text) : text;
}

/** A struct has fields, which neither come nor go. */
export function isKeyed({ type }: ObjectValue): boolean {
  return typeof type === 'string' || 'map' in type;
}

// What an operator makes of two values (semantics.md 5.3 and 5.4, decision 16).
import type { Operator } from '#contracts/assignment.ts';
import { jsonEquals } from '#contracts/json.ts';
import { int64FromJson, type StructLookup } from '#contracts/value.ts';
import { lookup } from '../lookup.ts';
import { calculate } from './arithmetic.ts';
import { append, extend, isKeyed, itemsOf, removeEqual, removeIndex, removeKey, textOfKey } from './collections.ts';
import { boolValue, isList, isNumber, isObject, toJson, toText, typeOf, type Value, ValueError } from './value.ts';

/** Applies `operator`; the right side is worked out only if AND and OR need it. */
export function applyOperator(operator: Operator, left: Value, right: () => Value, structs: StructLookup): Value {
  switch (operator) {
    case 'AND':
      return boolValue(isTrue(left) && isTrue(right()));
    case 'OR':
      return boolValue(isTrue(left) || isTrue(right()));
    case 'EQUALS':
      return boolValue(equals(left, right()));
    case 'NOT_EQUALS':
      return boolValue(!equals(left, right()));
    case 'LESS_THAN':
      return boolValue(order(left, right()) < 0);
    case 'LESS_THAN_EQ':
      return boolValue(order(left, right()) <= 0);
    case 'GREATER_THAN':
      return boolValue(order(left, right()) > 0);
    case 'GREATER_THAN_EQ':
      return boolValue(order(left, right()) >= 0);
    case 'IN':
      return boolValue(isIn(left, right(), structs));
    case 'NOT_IN':
      return boolValue(!isIn(left, right(), structs));
    case 'ADD':
      return isList(left) ? append(left, right(), structs) : calculate(operator, left, right());
    case 'SUBTRACT':
    case 'MULTIPLY':
    case 'DIVIDE':
    case 'POW':
      return calculate(operator, left, right());
    case 'EXTEND':
      return extend(left, right(), structs);
    case 'REMOVE_IF_PRESENT':
      return removeEqual(left, right(), structs, equals);
    case 'REMOVE_INDEX':
      return removeIndex(left, right());
    case 'REMOVE_KEY':
      return removeKey(left, right());
  }
}

/** A BOOL as a condition: null is false. */
export function isTrue(value: Value): boolean {
  if (value.type === 'NULL') return false;
  if (value.type !== 'BOOL') throw new ValueError(`A condition must be BOOL, not ${typeOf(value)}`);
  return value.value;
}

/** Never errs: across kinds it is false. A list equals a list and an object an object, whatever their types. */
function equals(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return order(left, right) === 0;
  if (left.type === 'INT' && right.type === 'STR') return left.value === int64FromJson(right.value);
  if (left.type === 'STR' && right.type === 'INT') return right.value === int64FromJson(left.value);
  const sameKind = left.type === right.type || (isList(left) && isList(right)) || (isObject(left) && isObject(right));
  return sameKind && jsonEquals(toJson(left), toJson(right));
}

const ORDERED = ['STR', 'BOOL', 'TIMESTAMP'];

/** Below 0, 0 or above 0. Null sorts lowest; across kinds, and for what has no order, it is an error. */
function order(left: Value, right: Value): number {
  if (left.type === 'NULL' || right.type === 'NULL') {
    return Number(left.type !== 'NULL') - Number(right.type !== 'NULL');
  }
  const isOrdered =
    (isNumber(left) && isNumber(right)) ||
    (left.type === right.type && typeof left.type === 'string' && ORDERED.includes(left.type));
  if (!isOrdered) throw new ValueError(`Cannot order ${typeOf(left)} and ${typeOf(right)}`);
  // JavaScript compares a bigint with a number exactly.
  return left.value < right.value ? -1 : Number(left.value > right.value);
}

/** A part of a text, an item of a list, a key of an object or a map; nothing is in null. */
function isIn(left: Value, right: Value, structs: StructLookup): boolean {
  if (right.type === 'NULL') return false;
  if (isList(right)) return itemsOf(right, structs).some((item) => equals(left, item));
  if (right.type === 'STR') return left.type !== 'NULL' && right.value.includes(toText(left));
  if (!isObject(right) || !isKeyed(right)) {
    throw new ValueError(`Nothing can be IN ${typeOf(right)}: it is no text, list, map or JSON`);
  }
  const key = textOfKey(right.type, left);
  return key !== null && lookup(right.value, key) !== undefined;
}

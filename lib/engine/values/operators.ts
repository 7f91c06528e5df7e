// What an operator makes of two values: exact for integers, by value across INT and DOUBLE (decision 16).
import type { Operator } from '#contracts/assignment.ts';
import { jsonEquals } from '#contracts/json.ts';
import { boolValue, doubleValue, intValue, textValue, toJson, toText, type Value, ValueError } from './value.ts';

type Arithmetic = 'ADD' | 'SUBTRACT' | 'MULTIPLY' | 'DIVIDE';

/** Applies `operator`; the right side is worked out only if AND and OR need it. */
export function applyOperator(operator: Operator, left: Value, right: () => Value): Value {
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
    case 'ADD':
    case 'SUBTRACT':
    case 'MULTIPLY':
    case 'DIVIDE':
      return calculate(operator, left, right());
  }
}

/** A BOOL as a condition: null is false. */
export function isTrue(value: Value): boolean {
  if (value.type === 'NULL') return false;
  if (value.type !== 'BOOL') throw new ValueError(`A condition must be BOOL, not ${value.type}`);
  return value.value;
}

/** Never errs: across kinds it is false. */
function equals(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return order(left, right) === 0;
  return left.type === right.type && jsonEquals(toJson(left), toJson(right));
}

/** Below 0, 0 or above 0. Null sorts lowest; across kinds, and for JSON, it is an error. */
function order(left: Value, right: Value): number {
  if (left.type === 'NULL' || right.type === 'NULL') {
    return Number(left.type !== 'NULL') - Number(right.type !== 'NULL');
  }
  const sameKind =
    (isNumber(left) && isNumber(right)) || (left.type === right.type && (left.type === 'STR' || left.type === 'BOOL'));
  if (!sameKind) throw new ValueError(`Cannot order ${left.type} and ${right.type}`);
  // JavaScript compares a bigint with a number exactly.
  return left.value < right.value ? -1 : Number(left.value > right.value);
}

function calculate(operator: Arithmetic, left: Value, right: Value): Value {
  if (left.type === 'NULL' || right.type === 'NULL') throw new ValueError(`Cannot ${operator} null`);
  if (left.type === 'INT' && right.type === 'INT') return intValue(calculateInt(operator, left.value, right.value));
  if (isNumber(left) && isNumber(right)) {
    return doubleValue(calculateDouble(operator, Number(left.value), Number(right.value)));
  }
  const isText = left.type === 'STR' && right.type !== 'JSON_OBJ' && right.type !== 'JSON_ARR';
  if (operator === 'ADD' && isText) return textValue(left.value + toText(right));
  throw new ValueError(`Cannot ${operator} ${left.type} and ${right.type}`);
}

function calculateInt(operator: Arithmetic, left: bigint, right: bigint): bigint {
  switch (operator) {
    case 'ADD':
      return left + right;
    case 'SUBTRACT':
      return left - right;
    case 'MULTIPLY':
      return left * right;
    case 'DIVIDE':
      if (right === 0n) throw new ValueError('Cannot divide by zero');
      return left / right;
  }
}

function calculateDouble(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case 'ADD':
      return left + right;
    case 'SUBTRACT':
      return left - right;
    case 'MULTIPLY':
      return left * right;
    case 'DIVIDE':
      if (right === 0) throw new ValueError('Cannot divide by zero');
      return left / right;
  }
}

function isNumber(value: Value): value is Extract<Value, { type: 'INT' | 'DOUBLE' }> {
  return value.type === 'INT' || value.type === 'DOUBLE';
}

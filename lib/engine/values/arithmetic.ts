// Arithmetic: exact for integers, by value across INT and DOUBLE; ADD also glues texts (decision 16).
import {
  doubleValue,
  intValue,
  isList,
  isNumber,
  isObject,
  textValue,
  toText,
  typeOf,
  type Value,
  ValueError,
} from './value.ts';

export type Arithmetic = 'ADD' | 'SUBTRACT' | 'MULTIPLY' | 'DIVIDE' | 'POW';

export function calculate(operator: Arithmetic, left: Value, right: Value): Value {
  if (left.type === 'NULL' || right.type === 'NULL') throw new ValueError(`Cannot ${operator} null`);
  if (left.type === 'INT' && right.type === 'INT') return intValue(calculateInt(operator, left.value, right.value));
  if (isNumber(left) && isNumber(right)) {
    return doubleValue(calculateDouble(operator, Number(left.value), Number(right.value)));
  }
  if (operator === 'ADD' && left.type === 'STR') return glue(left.value, right);
  throw new ValueError(`Cannot ${operator} ${typeOf(left)} and ${typeOf(right)}`);
}

/** A text and any plain value after it. */
export function glue(text: string, value: Value): Value {
  if (isList(value) || isObject(value)) throw new ValueError(`Cannot ADD STR and ${typeOf(value)}`);
  return textValue(text + toText(value));
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
    case 'POW':
      return power(left, right);
  }
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new ValueError('Cannot raise an INT to a negative power: cast it to DOUBLE');
  if (exponent === 0n) return 1n;
  if (base >= -1n && base <= 1n) return exponent % 2n === 0n ? base * base : base;
  // The 64th power of any other base overflows already; a much higher one would not fit the memory.
  return base ** (exponent > 64n ? 64n : exponent);
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
    case 'POW':
      return left ** right;
  }
}

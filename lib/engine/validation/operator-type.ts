// The types that operators take and give, as far as they are known before anything runs (semantics.md 5.3 and 5.4, decision 16).
import type { Operator } from '#contracts/assignment.ts';
import type { VariableType } from '#contracts/value.ts';
import { isOneOf, mayBeKeyed, mayBeList, mayBePlain, type StaticType } from './static-type.ts';

/** The right side: a literal can be more than its type says. */
export type RightSide = { type: StaticType; canBe: (type: VariableType) => boolean };

const NUMBERS = ['INT', 'DOUBLE'] as const;
const ORDERED: readonly (readonly StaticType[])[] = [NUMBERS, ['STR'], ['BOOL'], ['TIMESTAMP']];

/** The type that an operator gives, or null if it cannot be applied to these. */
export function resultOf(operator: Operator, left: StaticType, right: RightSide): StaticType | null {
  switch (operator) {
    case 'AND':
    case 'OR':
      return isOneOf(left, ['BOOL']) && isOneOf(right.type, ['BOOL']) ? 'BOOL' : null;
    case 'EQUALS':
    case 'NOT_EQUALS':
      return 'BOOL';
    case 'LESS_THAN':
    case 'LESS_THAN_EQ':
    case 'GREATER_THAN':
    case 'GREATER_THAN_EQ':
      return ORDERED.some((kind) => isOneOf(left, kind) && isOneOf(right.type, kind)) ? 'BOOL' : null;
    case 'IN':
    case 'NOT_IN':
      return isOneOf(right.type, ['STR']) || mayBeList(right.type) || mayBeKeyed(right.type) ? 'BOOL' : null;
    default:
      // Nothing can be made of null.
      return left === 'NULL' || right.type === 'NULL' ? null : calculated(operator, left, right);
  }
}

type Calculation = Exclude<
  Operator,
  'AND' | 'OR' | 'EQUALS' | 'NOT_EQUALS' | 'IN' | 'NOT_IN' | `${string}_THAN${string}`
>;

function calculated(operator: Calculation, left: StaticType, right: RightSide): StaticType | null {
  switch (operator) {
    case 'ADD':
      if (left === 'UNKNOWN') return 'UNKNOWN';
      if (mayBeList(left)) return takesItem(left, right) ? left : null;
      return left === 'STR' ? glued(right) : sumOf(left, right.type);
    case 'SUBTRACT':
    case 'MULTIPLY':
    case 'DIVIDE':
    case 'POW':
      return sumOf(left, right.type);
    case 'EXTEND':
      return extended(left, right);
    case 'REMOVE_IF_PRESENT':
      return mayBeList(left) ? left : null;
    case 'REMOVE_INDEX':
      return mayBeList(left) && isOneOf(right.type, ['INT']) ? left : null;
    case 'REMOVE_KEY':
      return mayBeKeyed(left) && mayBePlain(right.type) ? left : null;
  }
}

function extended(left: StaticType, right: RightSide): StaticType | null {
  if (left === 'UNKNOWN') return left;
  if (left === 'STR') return glued(right);
  if (left === 'JSON_ARR') return mayBeList(right.type) ? left : null;
  if (left === 'JSON_OBJ') return right.canBe('JSON_OBJ') ? left : null;
  if (typeof left === 'string') return left === 'BYTES' && right.canBe('BYTES') ? left : null;
  if ('struct' in left) return null;
  return right.canBe(left) || takesItem(left, right) ? left : null;
}

/** A text takes any plain value. */
function glued(right: RightSide): StaticType | null {
  return mayBePlain(right.type) ? 'STR' : null;
}

function takesItem(list: StaticType, right: RightSide): boolean {
  return typeof list === 'string' || ('array' in list && right.canBe(list.array));
}

function sumOf(left: StaticType, right: StaticType): StaticType | null {
  if (!isOneOf(left, NUMBERS) || !isOneOf(right, NUMBERS)) return null;
  if (left === 'DOUBLE' || right === 'DOUBLE') return 'DOUBLE';
  return left === 'UNKNOWN' || right === 'UNKNOWN' ? 'UNKNOWN' : 'INT';
}

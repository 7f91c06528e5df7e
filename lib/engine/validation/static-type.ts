// What is known of a value before anything runs.
import { typeName, type VariableType } from '#contracts/value.ts';
import { assignsItself } from '../values/cast.ts';

/** UNKNOWN is what only running will tell: what is inside JSON, and of what was reported as wrong. */
export type StaticType = VariableType | 'NULL' | 'UNKNOWN';

/** True for what is, or may turn out to be, one of `types`; null counts as any. */
export function isOneOf(type: StaticType, types: readonly StaticType[]): boolean {
  return type === 'UNKNOWN' || type === 'NULL' || types.includes(type);
}

/** True for a JSON_ARR and an array, and what may turn out to be one. */
export function mayBeList(type: StaticType): boolean {
  return isOneOf(type, ['JSON_ARR']) || (typeof type === 'object' && 'array' in type);
}

/** True for a JSON_OBJ and a map, and what may turn out to be one. A struct's fields neither come nor go. */
export function mayBeKeyed(type: StaticType): boolean {
  return isOneOf(type, ['JSON_OBJ']) || (typeof type === 'object' && 'map' in type);
}

/** True for what is written as one text: no JSON, list, map or struct. */
export function mayBePlain(type: StaticType): boolean {
  return typeof type === 'string' && type !== 'JSON_OBJ' && type !== 'JSON_ARR';
}

/** True when every value of this type, or some value of an unknown one, becomes a `to` by itself. */
export function castsItself(from: StaticType, to: VariableType): boolean {
  return from === 'UNKNOWN' || from === 'NULL' || assignsItself(from, to);
}

export function nameOf(type: StaticType): string {
  return type === 'NULL' || type === 'UNKNOWN' ? type : typeName(type);
}

// One value against the rules of one field: the first rule that it breaks.
import type { JsonValue } from '../json.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { instantFromText, valueFits } from '../value.ts';
import { compareValues, isSameValue } from './compare.ts';
import type { Fault } from './fault.ts';

/** Whether a pattern of RE2 matches the whole of a text. Handed in, since a form without patterns need not load RE2. */
export type MatchesWhole = (pattern: string, text: string) => boolean;

/** What is wrong with the type of a value, or null. */
export function typeFault({ type }: UserTaskField, value: JsonValue): Fault | null {
  return valueFits(type, value) ? null : { rule: 'type', params: { type } };
}

/** What is wrong with a value, or null. */
export function valueFault(field: UserTaskField, value: NonNullable<JsonValue>, matches: MatchesWhole): Fault | null {
  return (
    typeFault(field, value) ??
    optionFault(field, value) ??
    boundFault(field, value) ??
    lengthFault(field, value) ??
    (typeof value === 'string' ? textFault(field, value, matches) : null)
  );
}

function optionFault({ type, options }: UserTaskField, value: NonNullable<JsonValue>): Fault | null {
  if (!options) return null;
  const isOption = (one: JsonValue) => options.some((option) => isSameValue(type, option.value, one));
  const isFirst = (one: JsonValue, index: number, list: JsonValue[]) =>
    list.findIndex((other) => isSameValue(type, one, other)) === index;
  const isFine = Array.isArray(value)
    ? value.length <= options.length && value.every((one, index) => isOption(one) && isFirst(one, index, value))
    : isOption(value);
  return isFine ? null : { rule: 'options' };
}

function boundFault({ type, min, max }: UserTaskField, value: JsonValue): Fault | null {
  if (min !== undefined && (compareValues(type, value, min) ?? 0) < 0) return { rule: 'min', params: { min } };
  if (max !== undefined && (compareValues(type, value, max) ?? 0) > 0) return { rule: 'max', params: { max } };
  return null;
}

function lengthFault({ minLength, maxLength }: UserTaskField, value: JsonValue): Fault | null {
  if (minLength === undefined && maxLength === undefined) return null;
  const length = lengthOf(value);
  if (minLength !== undefined && length < minLength) return { rule: 'minLength', params: { minLength } };
  if (maxLength !== undefined && length > maxLength) return { rule: 'maxLength', params: { maxLength } };
  return null;
}

/** People count characters, not the halves of which JavaScript makes some. */
function lengthOf(value: JsonValue): number {
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : 0;
}

function textFault({ type, widget, pattern }: UserTaskField, text: string, matches: MatchesWhole): Fault | null {
  if (type !== 'STR') return null;
  if (widget === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return { rule: 'email' };
  if (widget === 'uri' && !/^(https?:\/\/|mailto:)\S+$/i.test(text)) return { rule: 'uri' };
  if (widget === 'date' && !isDate(text)) return { rule: 'date' };
  return pattern === undefined || matches(pattern, text) ? null : { rule: 'pattern', params: { pattern } };
}

const isDate = (text: string): boolean => text.length === 10 && instantFromText(`${text}T00:00:00Z`) !== null;

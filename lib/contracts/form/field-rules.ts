// One value against the rules of one field. The first rule that it breaks is named, in words that follow the field's label.
import type { JsonValue } from '../json.ts';
import { textIn } from '../local-text.ts';
import type { FieldOption, UserTaskField } from '../user-task-def.ts';
import { instantFromText, valueFits } from '../value.ts';
import { compareValues, isSameValue } from './compare.ts';
import type { FieldType } from './field-types.ts';
import { matchesWhole } from './pattern.ts';

const EXPECTED: Record<FieldType, string> = {
  STR: 'must be text',
  INT: 'must be a whole number',
  DOUBLE: 'must be a number',
  BOOL: 'must be yes or no',
  TIMESTAMP: 'must be a date and time with its zone, like 2026-05-01T09:30:00Z',
  JSON_OBJ: 'must be a JSON object',
  JSON_ARR: 'must be a JSON array',
};

/** What is wrong with the type of a value, or null. */
export function typeFault({ type }: UserTaskField, value: JsonValue): string | null {
  return valueFits(type, value) ? null : EXPECTED[type];
}

/** What is wrong with a value, or null. */
export function valueFault(field: UserTaskField, value: NonNullable<JsonValue>): string | null {
  return (
    typeFault(field, value) ??
    optionFault(field, value) ??
    boundFault(field, value) ??
    lengthFault(field, value) ??
    (typeof value === 'string' ? textFault(field, value) : null)
  );
}

function optionFault(field: UserTaskField, value: NonNullable<JsonValue>): string | null {
  const { type, options } = field;
  if (!options) return null;
  const isOption = (one: JsonValue) => options.some((option) => isSameValue(type, option.value, one));
  if (!Array.isArray(value)) return isOption(value) ? null : `must be one of ${listed(options)}`;
  const isFirst = (one: JsonValue, index: number) =>
    value.findIndex((other) => isSameValue(type, one, other)) === index;
  const isFine = value.length <= options.length && value.every((one, index) => isOption(one) && isFirst(one, index));
  return isFine ? null : `must list each at most once, and nothing but ${listed(options)}`;
}

const MAX_LISTED = 5;

function listed(options: readonly FieldOption[]): string {
  if (options.length > MAX_LISTED) return 'the options';
  return options.map(({ value, label }) => (label === undefined ? String(value) : textIn(label))).join(', ');
}

function boundFault({ type, min, max }: UserTaskField, value: JsonValue): string | null {
  const isInstant = type === 'TIMESTAMP';
  if (min !== undefined && (compareValues(type, value, min) ?? 0) < 0) {
    return isInstant ? `must not be before ${min}` : `must be at least ${min}`;
  }
  if (max !== undefined && (compareValues(type, value, max) ?? 0) > 0) {
    return isInstant ? `must not be after ${max}` : `must be at most ${max}`;
  }
  return null;
}

function lengthFault({ type, minLength, maxLength }: UserTaskField, value: JsonValue): string | null {
  if (minLength === undefined && maxLength === undefined) return null;
  const length = lengthOf(value);
  const [one, many] = type === 'STR' ? ['character', 'characters'] : ['entry', 'entries'];
  const counted = (count: number) => `${count} ${count === 1 ? one : many}`;
  if (minLength !== undefined && length < minLength) return `must have at least ${counted(minLength)}`;
  if (maxLength !== undefined && length > maxLength) return `must have at most ${counted(maxLength)}`;
  return null;
}

/** People count characters, not the halves of which JavaScript makes some. */
function lengthOf(value: JsonValue): number {
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : 0;
}

function textFault(field: UserTaskField, text: string): string | null {
  const { widget, pattern, patternHint } = field;
  if (field.type !== 'STR') return null;
  if (widget === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return 'must be an e-mail address, like name@example.org';
  if (widget === 'uri' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) {
    return 'must be an address, like https://example.org';
  }
  if (widget === 'date' && !isDate(text)) return 'must be a date, like 2026-05-01';
  if (pattern === undefined || matchesWhole(pattern, text)) return null;
  return patternHint === undefined ? `must match ${pattern}` : `does not fit: ${textIn(patternHint)}`;
}

const isDate = (text: string): boolean => text.length === 10 && instantFromText(`${text}T00:00:00Z`) !== null;

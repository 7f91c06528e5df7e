// Between a field's value and the text that a person types or reads.
import { isJsonObject, type JsonValue, jsonEquals } from '../json.ts';
import { textIn } from '../local-text.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { int64FromJson, int64ToJson, isInt64 } from '../value.ts';
import { isSameValue } from './compare.ts';

/**
 * What a person typed, as the field's value: empty means absent (null), never 0. Text that is not of the type comes back as it is,
 * so that the check names it.
 */
export function decodeText(field: UserTaskField, text: string): JsonValue {
  if (field.type === 'STR') return text === '' ? null : text;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (field.type) {
    case 'INT':
      return decodeInteger(trimmed) ?? text;
    case 'DOUBLE':
      return decodeNumber(trimmed) ?? text;
    case 'BOOL':
      return trimmed === 'true' || (trimmed === 'false' ? false : text);
    case 'TIMESTAMP':
      return trimmed;
    case 'JSON_OBJ':
    case 'JSON_ARR':
      return decodeJson(trimmed) ?? text;
  }
}

function decodeInteger(text: string): JsonValue {
  if (!/^[+-]?\d{1,19}$/.test(text)) return null;
  const integer = BigInt(text.replace(/^\+/, ''));
  return isInt64(integer) ? int64ToJson(integer) : null;
}

function decodeNumber(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function decodeJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A value as text for an input: the inverse of `decodeText`. */
export function encodeText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) || isJsonObject(value) ? JSON.stringify(value, null, 2) : String(value);
}

/** The language of a form's own labels, and the words for what has none. */
export type AnswerWords = { language: string; yes: string; no: string };
const IN_ENGLISH: AnswerWords = { language: 'en', yes: 'Yes', no: 'No' };

/** A value as whoever reads it wants it: an option by its label, a list by its entries, yes and no; null for no answer. */
export function answerInWords(
  field: UserTaskField | undefined,
  value: JsonValue | undefined,
  words: AnswerWords = IN_ENGLISH,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value) && field?.options) return value.map((one) => answerInWords(field, one, words)).join(', ');
  const option = field?.options?.find((one) => isSameValue(field.type, one.value, value));
  if (option?.label !== undefined) return textIn(option.label, words.language);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return encodeText(value);
}

/** True when two drafts of a form say the same, absent and null being one. */
export function sameAnswer(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [left, right] = [a ?? null, b ?? null];
  const [leftInt, rightInt] = [int64FromJson(left), int64FromJson(right)];
  return leftInt !== null && rightInt !== null ? leftInt === rightInt : jsonEquals(left, right);
}

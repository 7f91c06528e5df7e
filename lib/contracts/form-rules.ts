// The only file in which a field's rules become a check: the browser's form, the server and the SDK all ask here (decision 4).
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import type { FieldError } from './problem.ts';
import { fieldLabel, type UserTaskField } from './user-task-def.ts';
import { int64FromJson, int64ToJson, isInt64, valueFits } from './value.ts';

export type FormCheck = { ok: true; results: JsonObject } | { ok: false; errors: FieldError[] };

/** What is expected of each type, as the end of a sentence. */
const EXPECTED = {
  STR: 'must be text',
  INT: 'must be a whole number',
  DOUBLE: 'must be a number',
  BOOL: 'must be yes or no',
} as const;

/**
 * Checks part of a form: names and types only, nothing is required. Null stays, since in a save it clears a field.
 * Errors carry the path `results.<field>`.
 */
export function checkDraft(fields: UserTaskField[], given: JsonObject): FormCheck {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const errors: FieldError[] = [];
  const results: JsonObject = {};
  for (const [name, value] of Object.entries(given)) {
    const field = byName.get(name);
    if (!field) {
      errors.push({ path: `results.${name}`, message: 'is not a field of this form' });
    } else if (!valueFits(field.type, value)) {
      errors.push({ path: `results.${name}`, message: `${fieldLabel(field)} ${EXPECTED[field.type]}` });
    } else {
      results[name] = value;
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

/**
 * Checks a whole form: the draft's rules, then that every required field has a value. Null and, for a required text, blank mean absent.
 * `saved` is the draft that the request's values are laid over. The results hold a key per present field, in the form's order.
 */
export function checkComplete(fields: UserTaskField[], given: JsonObject, saved: JsonObject = {}): FormCheck {
  const draft = checkDraft(fields, given);
  const errors = draft.ok ? [] : [...draft.errors];
  const refused = new Set(errors.map((error) => error.path));
  const merged = mergeDraft(saved, given);
  const results: JsonObject = {};
  for (const field of fields) {
    const value = Object.hasOwn(merged, field.name) ? (merged[field.name] ?? null) : null;
    const path = `results.${field.name}`;
    if (refused.has(path)) continue;
    if (field.required && isAbsent(value)) {
      errors.push({ path, message: `${fieldLabel(field)} is required` });
    } else if (value !== null) {
      results[field.name] = value;
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

/** A draft with newer values laid over it; a null clears its field. */
export function mergeDraft(saved: JsonObject, given: JsonObject): JsonObject {
  const merged = Object.entries({ ...saved, ...given }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged);
}

function isAbsent(value: JsonValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * What a person typed, as the field's value: empty means absent (null), never 0. Text that is not of the type comes back as it is,
 * so that the check above names it.
 */
export function decodeText(field: UserTaskField, text: string): JsonValue {
  if (field.type === 'STR') return text === '' ? null : text;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (field.type === 'INT' && /^[+-]?\d{1,19}$/.test(trimmed)) {
    const integer = BigInt(trimmed.replace(/^\+/, ''));
    return isInt64(integer) ? int64ToJson(integer) : text;
  }
  if (field.type === 'DOUBLE' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) {
    const number = Number(trimmed);
    return Number.isFinite(number) ? number : text;
  }
  return text;
}

/** A value as text for an input: the inverse of `decodeText`. */
export function encodeText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : isJsonObject(value) ? JSON.stringify(value) : String(value);
}

/** True when two drafts of a form say the same, absent and null being one. */
export function sameAnswer(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [left, right] = [a ?? null, b ?? null];
  const [leftInt, rightInt] = [int64FromJson(left), int64FromJson(right)];
  return leftInt !== null && rightInt !== null ? leftInt === rightInt : left === right;
}

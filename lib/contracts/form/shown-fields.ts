// What of a form is asked, given the answers so far. A condition names fields further up only, so one pass from top to bottom tells.
import type { JsonObject, JsonValue } from '../json.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { valueFits } from '../value.ts';
import { compareValues, isSameValue } from './compare.ts';
import type { FieldCondition, Question } from './condition.ts';
import type { FieldType } from './field-types.ts';

/** A field that is shown; `value` is null while it has no answer. */
export type ShownField = { field: UserTaskField; isRequired: boolean; value: JsonValue };

/** Answers that a condition can be asked about: of fields that are shown, and of their type. */
type Known = Map<string, { type: FieldType; value: JsonValue }>;

/** The fields that these answers bring up, in the form's order, each with whether it must be answered. */
export function shownFields(fields: readonly UserTaskField[], answers: JsonObject): ShownField[] {
  const known: Known = new Map();
  const shown: ShownField[] = [];
  for (const field of fields) {
    const { name, type, visibleWhen, requiredWhen, required } = field;
    if (visibleWhen && !holds(visibleWhen, known)) continue;
    const value = answerTo(field, answers);
    const isRequired = requiredWhen ? holds(requiredWhen, known) : required;
    shown.push({ field, isRequired, value });
    if (!isBlank(value) && valueFits(type, value)) known.set(name, { type, value });
  }
  return shown;
}

/** Nothing is said by null, by a text of blanks, and by an empty list. */
export function isBlank(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function answerTo({ name, readOnly, defaultValue }: UserTaskField, answers: JsonObject): JsonValue {
  if (readOnly) return defaultValue ?? null;
  return Object.hasOwn(answers, name) ? (answers[name] ?? null) : null;
}

function holds(condition: FieldCondition, known: Known): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, known));
  if ('any' in condition) return condition.any.some((one) => holds(one, known));
  if ('not' in condition) return !holds(condition.not, known);
  return isTrue(condition, known);
}

function isTrue({ field, op, value: wanted = null }: Question, known: Known): boolean {
  const answer = known.get(field);
  if (!answer) return op === 'notEquals';
  const { type, value } = answer;
  switch (op) {
    case 'isSet':
      return true;
    case 'equals':
      return isSameValue(type, value, wanted);
    case 'notEquals':
      return !isSameValue(type, value, wanted);
    case 'in':
      return [value].flat().some((one) => [wanted].flat().some((item) => isSameValue(type, one, item)));
    case 'lessThan':
      return (compareValues(type, value, wanted) ?? 0) < 0;
    case 'greaterThan':
      return (compareValues(type, value, wanted) ?? 0) > 0;
  }
}

import type { FieldErrors, Resolver } from 'react-hook-form';
import { checkComplete, decodeText, encodeText, mergeDraft } from '#contracts/form-rules.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { fieldLabel, type UserTaskDef, type UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';

/** What the form's controls hold: text per field, a BOOL as 'true', 'false' or, unanswered, ''. */
export type Answers = Record<string, string>;

/** What the form starts from: the answers given, or else the draft, or else nothing. */
export function answersOf(task: Pick<UserTaskRun, 'userTaskDef' | 'results' | 'draft'>): Answers {
  const given = task.results ?? task.draft?.results ?? {};
  return Object.fromEntries(task.userTaskDef.fields.map((field) => [field.name, encodeText(given[field.name])]));
}

/** The answers as values; a field left empty is null, which in a draft clears it. */
export function resultsOf(fields: readonly UserTaskField[], answers: Answers): JsonObject {
  return Object.fromEntries(fields.map((field) => [field.name, decodeAnswer(field, answers[field.name] ?? '')]));
}

function decodeAnswer(field: UserTaskField, text: string): JsonValue {
  if (field.type !== 'BOOL') return decodeText(field, text);
  return text === '' ? null : text === 'true';
}

/** The form's check before it is sent, by the very rules of the server. */
export const completeResolver =
  (fields: UserTaskField[]): Resolver<Answers> =>
  (answers) => {
    const check = checkComplete(fields, resultsOf(fields, answers));
    if (check.ok) return { values: answers, errors: {} };
    const errors: FieldErrors<Answers> = {};
    for (const { path, message } of check.errors) {
      const name = fieldOf(path);
      if (name !== undefined) errors[name] = { type: 'rule', message };
    }
    return { values: {}, errors };
  };

/** The field that an error of the server points to, or undefined when it is about something else. */
export function fieldOf(path: FieldError['path']): string | undefined {
  return path.startsWith('results.') ? path.slice('results.'.length) : undefined;
}

/** A value in words, for whoever reads it. */
export function inWords(value: JsonValue | undefined): string {
  if (value === null || value === undefined || value === '') return 'Not answered';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return encodeText(value);
}

/** What was typed, as text to copy. */
export function asText(def: UserTaskDef, answers: Answers): string {
  const given = mergeDraft({}, resultsOf(def.fields, answers));
  return def.fields
    .filter((field) => Object.hasOwn(given, field.name))
    .map((field) => `${fieldLabel(field)}\n${inWords(given[field.name])}`)
    .join('\n\n');
}

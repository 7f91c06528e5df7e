import type { FieldErrors, Resolver } from 'react-hook-form';
import { answerInWords, decodeText, encodeText } from '#contracts/form/answer-text.ts';
import { shownFields } from '#contracts/form/shown-fields.ts';
import { checkComplete, defaultAnswers, mergeDraft } from '#contracts/form-rules.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { fieldLabel, type UserTaskDef, type UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';

/** What the form's controls hold: text per field, a BOOL as 'true', 'false' or, unanswered, ''. */
export type Answers = Record<string, string>;

/** What the form starts from: the answers given, or else the draft, or else the form's defaults. */
export function answersOf(task: Pick<UserTaskRun, 'userTaskDef' | 'results' | 'draft'>): Answers {
  const { fields } = task.userTaskDef;
  return textsOf(fields, task.results ?? task.draft?.results ?? defaultAnswers(fields));
}

/** Values as the form's controls hold them. */
export function textsOf(fields: readonly UserTaskField[], values: JsonObject): Answers {
  return Object.fromEntries(fields.map((field) => [field.name, encodeText(values[field.name])]));
}

/** The answers to what is asked, as values; a field left empty is null, which in a draft clears it. */
export function resultsOf(fields: readonly UserTaskField[], answers: Partial<Answers>): JsonObject {
  return Object.fromEntries(askedOf(fields, answers).map(({ field, value }) => [field.name, value]));
}

/** The fields that these answers bring up. */
export function askedOf(fields: readonly UserTaskField[], answers: Partial<Answers>) {
  return shownFields(
    fields,
    Object.fromEntries(fields.map((field) => [field.name, decodeAnswer(field, answers[field.name] ?? '')])),
  );
}

/** A switch that the form asks for by name, and that must be answered, says No when it is off. */
function decodeAnswer(field: UserTaskField, text: string): JsonValue {
  const isOff = text === '' && field.required && (field.widget === 'switch' || field.widget === 'checkbox');
  return isOff ? false : decodeText(field, text);
}

/** The form's check before it is sent, by the very rules of the server. */
export const completeResolver =
  (fields: readonly UserTaskField[]): Resolver<Answers> =>
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
export function inWords(field: UserTaskField | undefined, value: JsonValue | undefined): string {
  return answerInWords(field, value) ?? 'Not answered';
}

/** What was typed, as text to copy. */
export function asText(def: UserTaskDef, answers: Answers): string {
  const given = mergeDraft({}, resultsOf(def.fields, answers));
  return def.fields
    .filter((field) => Object.hasOwn(given, field.name))
    .map((field) => `${fieldLabel(field)}\n${inWords(field, given[field.name])}`)
    .join('\n\n');
}

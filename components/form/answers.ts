import type { FieldErrors, Resolver, UseFormReturn } from 'react-hook-form';
import { type AnswerWords, answerInWords, decodeText, encodeText } from '#contracts/form/answer-text.ts';
import { checkAll, checkSome } from '#contracts/form/check-answers.ts';
import { defaultAnswers, mergeDraft } from '#contracts/form/merge-draft.ts';
import { shownFields } from '#contracts/form/shown-fields.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { fieldLabel, type UserTaskDef, type UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { matcherOf } from './patterns.ts';

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
  const values = Object.fromEntries(
    fields.map((field) => [field.name, decodeAnswer(field, answers[field.name] ?? '')]),
  );
  return Object.fromEntries(shownFields(fields, values).map(({ field, value }) => [field.name, value]));
}

/** A switch that the form asks for by name, and that must be answered, says No when it is off: it is never without an answer. */
export const saysNoWhenOff = ({ required, widget }: UserTaskField): boolean =>
  required === true && (widget === 'switch' || widget === 'checkbox');

/** What a control holds, as a value. */
export const decodeAnswer = (field: UserTaskField, text: string): JsonValue =>
  text === '' && saysNoWhenOff(field) ? false : decodeText(field, text);

/**
 * The form's check before it is sent, by the very rules of the server. An error's type is the rule that was broken, by which the form
 * says it in its reader's language.
 */
export const completeResolver =
  (fields: readonly UserTaskField[]): Resolver<Answers> =>
  async (answers) => {
    const check = checkAll(fields, resultsOf(fields, answers), {}, await matcherOf(fields));
    if (check.ok) return { values: answers, errors: {} };
    const errors: FieldErrors<Answers> = {};
    for (const error of check.errors) {
      const name = fieldOf(error.path);
      if (name !== undefined) errors[name] = toFormError(error);
    }
    return { values: {}, errors };
  };

/** What a draft is refused for: a text that cannot be read. What is missing or does not fit yet is no fault before the end. */
export function draftFault(field: UserTaskField, text: string): ReturnType<typeof toFormError> | undefined {
  const check = checkSome([field], { [field.name]: decodeAnswer(field, text) });
  return check.ok ? undefined : check.errors.map(toFormError)[0];
}

/** The field that an error of the server points to, or undefined when it is about something else. */
export function fieldOf(path: FieldError['path']): string | undefined {
  return path.startsWith('results.') ? path.slice('results.'.length) : undefined;
}

/** An error of the server as the form keeps it. */
const toFormError = ({ rule, message }: FieldError) => ({ type: rule ?? 'server', message });

/**
 * Puts what the server refused on the fields that it names, the first of which gets the focus; what is about none of them is given
 * back.
 */
export function placeErrors(
  form: Pick<UseFormReturn<Answers>, 'setError'>,
  fields: readonly UserTaskField[],
  errors: readonly FieldError[],
): FieldError[] {
  const isPlaced = ({ path }: FieldError) => fields.some(({ name }) => name === fieldOf(path));
  errors.filter(isPlaced).forEach((error, index) => {
    const name = fieldOf(error.path);
    if (name !== undefined) form.setError(name, toFormError(error), { shouldFocus: index === 0 });
  });
  return errors.filter((error) => !isPlaced(error));
}

/** What was typed, as text to copy. */
export function asText(def: UserTaskDef, answers: Answers, words?: AnswerWords): string {
  const given = mergeDraft({}, resultsOf(def.fields, answers));
  return def.fields
    .filter((field) => Object.hasOwn(given, field.name))
    .map((field) => `${fieldLabel(field, words?.language)}\n${answerInWords(field, given[field.name], words) ?? ''}`)
    .join('\n\n');
}

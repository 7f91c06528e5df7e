import { decodeText, encodeText } from '#contracts/form/answer-text.ts';
import { textIn } from '#contracts/local-text.ts';
import type { FieldOption, UserTaskField } from '#contracts/user-task-def.ts';

/** Stands for no answer where a control takes no empty value; no option is blank. */
export const NO_ANSWER = ' ';

export type Choice = { value: string; label: string };

const YES_NO: FieldOption[] = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
];

/** What there is to choose from, as the form's controls hold it; a choice that need not be made can be taken back. */
export function choicesOf({ options, ...field }: UserTaskField, isRequired: boolean): Choice[] {
  const choices = (options ?? YES_NO).map(({ value, label }) => ({
    value: keyOf(field, value),
    label: label === undefined ? String(value) : textIn(label),
  }));
  return isRequired ? choices : [...choices, { value: '', label: 'No answer' }];
}

/** The choices of a JSON_ARR that a text of JSON lists. */
export function listOf(field: UserTaskField, text: string): string[] {
  const list = decodeText(field, text);
  return Array.isArray(list) ? list.map((value) => JSON.stringify(value)) : [];
}

/** The text of JSON that lists these choices. */
export function textOfList(chosen: readonly string[]): string {
  return chosen.length === 0 ? '' : `[${chosen.join(',')}]`;
}

/** Entries of a list may be of any type, so each is held as JSON. */
const keyOf = ({ type }: Pick<UserTaskField, 'type'>, value: FieldOption['value']): string =>
  type === 'JSON_ARR' ? JSON.stringify(value) : encodeText(value);

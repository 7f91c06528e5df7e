// What a property of a form or a field says, in a line for whoever compares.
import type { FieldCondition } from '#contracts/form/condition.ts';
import type { JsonValue } from '#contracts/json.ts';
import { type LocalText, textIn } from '#contracts/local-text.ts';
import type { FieldOption } from '#contracts/user-task-def.ts';
import type { FieldProperty, FormProperty } from './diff-forms.ts';

export type PropertyWords = { yes: string; no: string; nothing: string };

const TEXTS: readonly (FieldProperty | FormProperty)[] = [
  'displayName',
  'description',
  'placeholder',
  'patternHint',
  'section',
];

/** The lines that a value takes: a text in each of its languages, an option each. */
export function linesOf(
  property: FieldProperty | FormProperty,
  value: JsonValue,
  words: PropertyWords,
  language: string,
): string[] {
  if (value === null) return [property === 'required' || property === 'readOnly' ? words.no : words.nothing];
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (TEXTS.includes(property)) return textLines(value as LocalText);
  if (property === 'options') return (value as FieldOption[]).map((option) => optionLine(option, language));
  if (property === 'visibleWhen' || property === 'requiredWhen') return [conditionText(value as FieldCondition)];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

const textLines = (text: LocalText): string[] =>
  typeof text === 'string' ? [text] : Object.entries(text).map(([language, one]) => `${language}: ${one}`);

const optionLine = ({ value, label }: FieldOption, language: string): string =>
  label === undefined ? String(value) : `${String(value)} – ${textIn(label, language)}`;

const SIGNS = { equals: '=', notEquals: '≠', in: '∈', lessThan: '<', greaterThan: '>' } as const;

/** A condition as a formula, which reads the same in every language. */
export function conditionText(condition: FieldCondition): string {
  if ('all' in condition) return condition.all.map(bracketed).join(' ∧ ');
  if ('any' in condition) return condition.any.map(bracketed).join(' ∨ ');
  if ('not' in condition) return `¬ ${bracketed(condition.not)}`;
  const { field, op, value = null } = condition;
  return op === 'isSet' ? `${field} ≠ ∅` : `${field} ${SIGNS[op]} ${JSON.stringify(value)}`;
}

function bracketed(condition: FieldCondition): string {
  return 'all' in condition || 'any' in condition ? `(${conditionText(condition)})` : conditionText(condition);
}

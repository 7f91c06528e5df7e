// What is wrong with an answer: the rule that it breaks, by name, so that a page can say it in its reader's language.
import type { JsonObject } from '../json.ts';

export const FORM_RULES = [
  'unknown',
  'fixed',
  'required',
  'type',
  'options',
  'min',
  'max',
  'minLength',
  'maxLength',
  'email',
  'uri',
  'date',
  'pattern',
] as const;
export type FormRule = (typeof FORM_RULES)[number];

/** What can be wrong with a form itself, when it is put; an option or a default that breaks a rule of its field has that rule. */
export const FORM_DEF_RULES = [
  'nameTaken',
  'typeMismatch',
  'valueType',
  'order',
  'hintAlone',
  'patternSyntax',
  'widget',
  'needsOptions',
  'noOptions',
  'blank',
  'valueTaken',
  'needsDefault',
  'conditionLength',
  'conditionDepth',
  'noFieldAbove',
  'noValue',
  'needsValue',
  'operator',
  'needsList',
  'listItem',
] as const;
export type FormDefRule = (typeof FORM_DEF_RULES)[number];

/** A broken rule, with what it asks for as the field has it: `{rule: 'min', params: {min: 5}}`. */
export type Fault = { rule: FormRule; params?: JsonObject };

// UserTaskDef: the form that a person fills in. Versioned; a task keeps the version it was made from (definitions.md).
// This is its shape; what must hold between its parts is in form/check-user-task-def.ts.
import { z } from 'zod';
import { fieldCondition } from './form/condition.ts';
import { jsonValue } from './json.ts';
import { localText, textIn } from './local-text.ts';
import { count, docketName, identifier, timestamp } from './names.ts';

export const FIELD_TYPES = ['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'JSON_OBJ', 'JSON_ARR'] as const;
export const fieldType = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof fieldType>;

export const WIDGETS = [
  'text',
  'multiline',
  'email',
  'uri',
  'date',
  'datetime',
  'switch',
  'checkbox',
  'radio',
  'select',
  'multiselect',
  'user',
  'group',
  'json',
] as const;
export const widget = z.enum(WIDGETS);
export type Widget = z.infer<typeof widget>;

const fieldOption = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()], { error: 'must be a text, a number or a BOOL' }),
  label: localText(200).optional(),
});
export type FieldOption = z.infer<typeof fieldOption>;

const bound = z.union([z.number(), z.string().max(40)], { error: 'must be a number, or an instant as a text' });
const length = z.int().min(0).max(1_000_000);

export const userTaskField = z
  .strictObject({
    name: identifier.meta({ description: 'The key of this field in the result.' }),
    type: fieldType,
    required: z.boolean().default(true),
    displayName: localText(200).optional(),
    description: localText(2000).optional().meta({ description: 'Help, shown below the field.' }),
    placeholder: localText(200).optional(),
    widget: widget.optional().meta({ description: 'How it is asked; one that suits the type unless given.' }),
    options: z
      .array(fieldOption)
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'The only values that are taken; those of a JSON_ARR are what it may list.' }),
    min: bound.optional().meta({ description: 'The least INT, DOUBLE or TIMESTAMP.' }),
    max: bound.optional().meta({ description: 'The greatest INT, DOUBLE or TIMESTAMP.' }),
    minLength: length.optional().meta({ description: 'Characters of a STR, or entries of a JSON_ARR.' }),
    maxLength: length.optional().meta({ description: 'Characters of a STR, or entries of a JSON_ARR.' }),
    pattern: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'A regular expression of RE2 that the whole STR must match.' }),
    patternHint: localText(200)
      .optional()
      .meta({ description: 'What the pattern wants, in words: the error says this.' }),
    defaultValue: jsonValue.optional().meta({ description: 'What the form starts with.' }),
    readOnly: z.boolean().optional().meta({ description: 'Shown, and always its `defaultValue`. False unless given.' }),
    section: localText(200).optional().meta({ description: 'The heading under which it stands with its neighbours.' }),
    visibleWhen: fieldCondition
      .optional()
      .meta({ description: 'Otherwise it is not shown, and dropped from the result.' }),
    requiredWhen: fieldCondition
      .optional()
      .meta({ description: 'Says in place of `required` whether it must be answered.' }),
  })
  .meta({ id: 'UserTaskField' });
export type UserTaskField = z.infer<typeof userTaskField>;

/** The body of `PUT /user-task-defs/{name}`. What may be left out stays so, so that a plain form is stored as it was written. */
export const userTaskDefBody = z.strictObject({
  displayName: localText(200).optional(),
  description: localText(2000).optional(),
  fields: z.array(userTaskField).max(500),
  ownerMayCancel: z
    .boolean()
    .optional()
    .meta({ description: 'Whether who has the task may cancel it. False unless given.' }),
  agentMay: z
    .enum(['none', 'draft', 'complete'])
    .optional()
    .meta({ description: 'How far a software agent may go with it. `none` unless given.' }),
});
export type UserTaskDefBody = z.infer<typeof userTaskDefBody>;

export const userTaskDef = userTaskDefBody
  .extend({ name: docketName, version: count, createdAt: timestamp })
  .meta({ id: 'UserTaskDef' });
export type UserTaskDef = z.infer<typeof userTaskDef>;

/** What a person reads for a form. */
export function formTitle({ displayName, name }: UserTaskDef, language?: string): string {
  return displayName === undefined ? name : textIn(displayName, language);
}

/** What a person reads for a field. */
export function fieldLabel(field: UserTaskField, language?: string): string {
  return field.displayName === undefined ? field.name : textIn(field.displayName, language);
}

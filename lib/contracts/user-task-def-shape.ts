// The shape of a UserTaskDef; what must hold between its parts is in form/check-user-task-def.ts.
import { z } from 'zod';
import { fieldCondition } from './form/condition-shape.ts';
import { FIELD_TYPES, WIDGETS } from './form/field-types.ts';
import { jsonValue } from './json-shape.ts';
import { localText } from './local-text-shape.ts';
import { count, docketName, identifier, timestamp } from './names.ts';

const fieldType = z.enum(FIELD_TYPES);
const widget = z.enum(WIDGETS);

const fieldOption = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()], { error: 'must be a text, a number or a BOOL' }),
  label: localText(200).optional(),
});

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

export const userTaskDef = userTaskDefBody
  .extend({ name: docketName, version: count, createdAt: timestamp })
  .meta({ id: 'UserTaskDef' });

// UserTaskDef: the form that a person fills in. Versioned; a task keeps the version it was made from (definitions.md).
import { z } from 'zod';
import { count, docketName, identifier, timestamp } from './names.ts';

export const FIELD_TYPES = ['STR', 'INT', 'DOUBLE', 'BOOL'] as const;
export const fieldType = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof fieldType>;

export const userTaskField = z
  .strictObject({
    name: identifier.meta({ description: 'The key of this field in the result.' }),
    type: fieldType,
    required: z.boolean().default(true),
    displayName: z.string().min(1).max(200).optional(),
    description: z.string().max(2000).optional().meta({ description: 'Help, shown below the field.' }),
  })
  .meta({ id: 'UserTaskField' });
export type UserTaskField = z.infer<typeof userTaskField>;

/** The body of `PUT /user-task-defs/{name}`. */
export const userTaskDefBody = z.strictObject({
  displayName: z.string().min(1).max(200).optional(),
  description: z.string().max(2000).optional(),
  fields: z
    .array(userTaskField)
    .max(500)
    .superRefine((fields, context) => {
      const seen = new Set<string>();
      fields.forEach((field, index) => {
        if (seen.has(field.name)) {
          context.addIssue({ code: 'custom', path: [index, 'name'], message: `another field is named ${field.name}` });
        }
        seen.add(field.name);
      });
    }),
});

export const userTaskDef = userTaskDefBody
  .extend({ name: docketName, version: count, createdAt: timestamp })
  .meta({ id: 'UserTaskDef' });
export type UserTaskDef = z.infer<typeof userTaskDef>;

/** What a person reads for a field. */
export function fieldLabel(field: UserTaskField): string {
  return field.displayName ?? field.name;
}

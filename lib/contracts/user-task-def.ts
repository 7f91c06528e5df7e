// UserTaskDef: the form that a person fills in. Versioned; a task keeps the version it was made from (definitions.md).
import type { z } from 'zod';
import { textIn } from './local-text.ts';
import type { userTaskDef, userTaskDefBody, userTaskField } from './user-task-def-shape.ts';

export type UserTaskField = z.infer<typeof userTaskField>;
export type FieldOption = NonNullable<UserTaskField['options']>[number];
export type UserTaskDefBody = z.infer<typeof userTaskDefBody>;
export type UserTaskDef = z.infer<typeof userTaskDef>;

/** What a person reads for a form. */
export function formTitle({ displayName, name }: UserTaskDef, language?: string): string {
  return displayName === undefined ? name : textIn(displayName, language);
}

/** What a person reads for a field. */
export function fieldLabel(field: UserTaskField, language?: string): string {
  return field.displayName === undefined ? field.name : textIn(field.displayName, language);
}

// StructDef: a versioned record type, usable as the type of a variable, a task's input or output, or an event (semantics.md 2.5).
import { z } from 'zod';
import { jsonValue } from './json-shape.ts';
import { count, docketName, timestamp } from './names.ts';
import { variableType } from './value-shape.ts';

/** camelCase, so that a field has the same name in every language. */
export const structFieldName = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'must start with a lowercase letter, followed by letters and digits' });

const structField = z.strictObject({
  type: variableType,
  nullable: z.boolean().default(false),
  default: jsonValue.optional(),
  description: z.string().max(2000).optional(),
});

const MAX_FIELDS = 500;

export const STRUCT_UPDATES = ['FULLY_COMPATIBLE', 'NO_UPDATES'] as const;

/** The body of `PUT /struct-defs/{name}`. `allowedUpdates` says which change of the latest version is taken. */
export const structDefBody = z.strictObject({
  description: z.string().max(2000).optional(),
  fields: z
    .record(structFieldName, structField)
    .refine((all) => Object.keys(all).length <= MAX_FIELDS, { error: `a struct has at most ${MAX_FIELDS} fields` }),
  allowedUpdates: z.enum(STRUCT_UPDATES).default('FULLY_COMPATIBLE'),
});
export type StructDefBody = z.infer<typeof structDefBody>;

export const structDef = structDefBody
  .extend({ name: docketName, version: count, createdAt: timestamp })
  .meta({ id: 'StructDef' });
export type StructDef = z.infer<typeof structDef>;

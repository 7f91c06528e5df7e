// TaskDef: what a step done by a program takes and returns. Immutable once put (semantics.md 2.1).
import { z } from 'zod';
import { jsonValue } from './json-shape.ts';
import { docketName, identifier, timestamp } from './names.ts';
import { variableType } from './value-shape.ts';

/** The value of a `masked` input is never shown, but real to the worker. */
const inputVar = z.strictObject({
  name: identifier,
  type: variableType,
  masked: z.boolean().default(false),
  default: jsonValue.optional(),
});

/** The body of `PUT /task-defs/{name}`. Without `returnType` the task returns nothing. */
export const taskDefBody = z.strictObject({
  description: z.string().max(2000).optional(),
  inputVars: z
    .array(inputVar)
    .max(100)
    .refine((vars) => new Set(vars.map((v) => v.name)).size === vars.length, { error: 'two inputs have the same name' })
    .default([]),
  returnType: variableType.optional(),
  returnMasked: z.boolean().default(false),
});

export const taskDef = taskDefBody.extend({ name: docketName, createdAt: timestamp }).meta({ id: 'TaskDef' });
export type TaskDef = z.infer<typeof taskDef>;

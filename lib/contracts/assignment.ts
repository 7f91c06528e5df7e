// VariableAssignment: where a value comes from, as data (semantics.md 5.2 to 5.4).
import { z } from 'zod';
import type { JsonValue } from './json.ts';
import { jsonValue } from './json-shape.ts';
import { count, docketName, identifier, nodeName } from './names.ts';
import type { VariableType } from './value.ts';
import { variableType } from './value-shape.ts';

export const COMPARATORS = [
  'EQUALS',
  'NOT_EQUALS',
  'LESS_THAN',
  'LESS_THAN_EQ',
  'GREATER_THAN',
  'GREATER_THAN_EQ',
  'IN',
  'NOT_IN',
] as const;
/** What makes a new value of two; as a mutation, the left one is the variable. */
export const CALCULATIONS = [
  'AND',
  'OR',
  'ADD',
  'SUBTRACT',
  'MULTIPLY',
  'DIVIDE',
  'POW',
  'EXTEND',
  'REMOVE_IF_PRESENT',
  'REMOVE_INDEX',
  'REMOVE_KEY',
] as const;
export const OPERATORS = [...COMPARATORS, ...CALCULATIONS] as const;
export const operator = z.enum(OPERATORS);
export type Operator = z.infer<typeof operator>;

export const MUTATION_OPERATIONS = ['ASSIGN', ...CALCULATIONS] as const;
export const mutationOperation = z.enum(MUTATION_OPERATIONS);
export type MutationOperation = z.infer<typeof mutationOperation>;

/** Steps into a value: the key of an object, map or struct, or the index of an array. */
export const valuePath = z
  .array(z.union([z.string().max(200), z.int().min(0)]))
  .min(1)
  .max(20);
export type ValuePath = z.infer<typeof valuePath>;

type Inside = { jsonPath?: string | undefined; path?: ValuePath | undefined };

export type VariableAssignment =
  | { literal: JsonValue; type?: VariableType | undefined }
  | ({ variable: string } & Inside)
  | ({ nodeOutput: string } & Inside)
  | { doneBy: string }
  | { requester: true }
  | { format: string; args: VariableAssignment[] }
  | { expression: { left: VariableAssignment; operator: Operator; right: VariableAssignment } }
  | { not: VariableAssignment }
  | { sizeOf: VariableAssignment }
  | { cast: VariableAssignment; to: VariableType }
  | { struct: string; version?: number | undefined; fields: Record<string, VariableAssignment> };

const jsonPath = z.string().min(1).max(500);
const inside = { jsonPath: jsonPath.optional(), path: valuePath.optional() };

/**
 * One of: a literal (its type is read off the JSON unless given), a variable or a node's output (both with an optional RFC 9535 path into
 * JSON, or a typed path into a map, a struct, an array or JSON), who last completed a USER_TASK node of this thread, or who asked for the run
 * (both null where there is nobody), a format string with `{0}`, `{1}`… for its args, an expression, the opposite
 * of a BOOL, the size of a text, array, map or JSON, a cast, or a struct made of its fields.
 */
export const variableAssignment: z.ZodType<VariableAssignment> = z
  .union([
    z.strictObject({ literal: jsonValue, type: variableType.optional() }),
    z.strictObject({ variable: identifier, ...inside }),
    z.strictObject({ nodeOutput: nodeName, ...inside }),
    z.strictObject({ doneBy: nodeName }),
    z.strictObject({ requester: z.literal(true) }),
    z.strictObject({
      format: z.string().max(10_000),
      get args() {
        return z.array(variableAssignment).max(100);
      },
    }),
    z.strictObject({
      get expression() {
        return z.strictObject({ left: variableAssignment, operator, right: variableAssignment });
      },
    }),
    z.strictObject({
      get not() {
        return variableAssignment;
      },
    }),
    z.strictObject({
      get sizeOf() {
        return variableAssignment;
      },
    }),
    z.strictObject({
      get cast() {
        return variableAssignment;
      },
      to: variableType,
    }),
    z.strictObject({
      struct: docketName,
      version: count.optional(),
      get fields() {
        return z.record(identifier, variableAssignment);
      },
    }),
  ])
  .meta({ id: 'VariableAssignment' });

// VariableAssignment: where a value comes from, as data (semantics.md 5.2 to 5.4).
import { z } from 'zod';
import { type JsonValue, jsonValue } from './json.ts';
import { identifier, nodeName } from './names.ts';
import { type VariableType, variableType } from './value.ts';

export const COMPARATORS = [
  'EQUALS',
  'NOT_EQUALS',
  'LESS_THAN',
  'LESS_THAN_EQ',
  'GREATER_THAN',
  'GREATER_THAN_EQ',
] as const;
export const OPERATORS = [...COMPARATORS, 'AND', 'OR', 'ADD', 'SUBTRACT', 'MULTIPLY', 'DIVIDE'] as const;
export const operator = z.enum(OPERATORS);
export type Operator = z.infer<typeof operator>;

export type VariableAssignment =
  | { literal: JsonValue; type?: VariableType | undefined }
  | { variable: string; jsonPath?: string | undefined }
  | { nodeOutput: string; jsonPath?: string | undefined }
  | { format: string; args: VariableAssignment[] }
  | { expression: { left: VariableAssignment; operator: Operator; right: VariableAssignment } }
  | { not: VariableAssignment };

const jsonPath = z.string().min(1).max(500);

/**
 * One of: a literal (its type is read off the JSON unless given), a variable or a node's output (both with an optional RFC 9535 path into
 * JSON), a format string with `{0}`, `{1}`… for its args, an expression, or the opposite of a BOOL.
 */
export const variableAssignment: z.ZodType<VariableAssignment> = z
  .union([
    z.strictObject({ literal: jsonValue, type: variableType.optional() }),
    z.strictObject({ variable: identifier, jsonPath: jsonPath.optional() }),
    z.strictObject({ nodeOutput: nodeName, jsonPath: jsonPath.optional() }),
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
  ])
  .meta({ id: 'VariableAssignment' });

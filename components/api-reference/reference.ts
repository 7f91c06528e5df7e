import type { ProblemCode } from '#contracts/problem.ts';
import type { JsonSchema } from './schema.ts';

/** What the reference page shows of the API. */
export type ApiReference = {
  sections: { name: string; description: string; operations: ReferenceOperation[] }[];
  schemas: { name: string; schema: JsonSchema }[];
  problems: { code: ProblemCode; status: number; title: string }[];
};

export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string | undefined;
  callers: string;
  parameters: { name: string; in: string; required: boolean; description?: string | undefined; schema: JsonSchema }[];
  body?: JsonSchema | undefined;
  answer: { status: number; schema?: JsonSchema | undefined };
  errors: ProblemCode[];
  curl: string;
};

/** Where a part of the reference is on its page. */
export const anchorOf = {
  operation: (id: string) => id,
  schema: (name: string) => `schema-${name}`,
  problem: (code: ProblemCode) => code,
  section: (name: string) => name.toLowerCase().replaceAll(' ', '-'),
};

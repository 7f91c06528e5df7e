// From what a caller sent to what a service gets: each part of a call checked by its schema, all faults gathered, then one flat input.
import { z } from 'zod';
import { isJsonObject } from '../json.ts';
import { type FieldError, fieldErrorsOf, type Refusal } from '../problem.ts';
import type { Operation } from './operation.ts';
import { type InputOf, OPERATIONS, type OperationId } from './table.ts';

/** How deep a call's JSON may nest: far beyond any sensible expression, far below what exhausts a stack. */
export const MAX_DEPTH = 100;

/** A part that an operation does not have. */
const NOTHING = z.strictObject({});

const PARTS = ['params', 'query', 'body'] as const;
export type CallParts = Partial<Record<(typeof PARTS)[number], unknown>>;

export type ParsedCall<Id extends OperationId> = { ok: true; input: InputOf<Id> } | { ok: false; refusal: Refusal };

/** Checks the parts of a call, all of them; an unknown key is named, one of a part that the operation does not have too. */
export function parseCall<Id extends OperationId>(id: Id, parts: CallParts): ParsedCall<Id> {
  const row: Operation = OPERATIONS[id];
  const errors: FieldError[] = [];
  const input: Record<string, unknown> = {};
  for (const name of PARTS) {
    const fault = findFault(parts[name]);
    if (fault) {
      errors.push({ path: fault.path.join('.'), message: fault.message });
      continue;
    }
    const parsed = (row[name] ?? NOTHING).safeParse(parts[name] === undefined ? {} : parts[name]);
    if (parsed.success) Object.assign(input, parsed.data);
    else errors.push(...fieldErrorsOf(parsed.error));
  }
  if (errors.length > 0) return { ok: false, refusal: { code: 'INVALID_ARGUMENT', detail: summary(errors), errors } };
  // The row's schemas made it, and the type is read off the same row.
  return { ok: true, input: input as InputOf<Id> };
}

/** A flat input, as the SDK and the pages give it, put back into the parts of a call. What no part knows goes to the last it has. */
export function splitCall(row: Operation, flat: unknown): CallParts {
  if (!isJsonObject(flat)) return { body: flat };
  const rest = PARTS.findLast((part) => row[part]) ?? 'body';
  const owner = (key: string) => PARTS.find((part) => row[part] && Object.hasOwn(row[part].shape, key)) ?? rest;
  const entries = Object.entries(flat);
  return Object.fromEntries(
    PARTS.map((part) => [part, Object.fromEntries(entries.filter(([key]) => owner(key) === part))]),
  );
}

function summary([first, ...others]: FieldError[]): string {
  if (!first) return 'The request is not valid.';
  const place = first.path === '' ? '' : `${first.path}: `;
  return `${place}${first.message}${others.length > 0 ? ` (and ${others.length} more)` : ''}`;
}

type Fault = { path: string[]; message: string };

/** What PostgreSQL and UTF-8 cannot hold, at any depth: NUL, half a surrogate pair; and nesting past the bound. */
function findFault(value: unknown, depth = 0): Fault | null {
  if (typeof value === 'string') return isStorable(value) ? null : { path: [], message: UNSTORABLE };
  if (typeof value !== 'object' || value === null) return null;
  if (depth === MAX_DEPTH) return { path: [], message: `must not nest deeper than ${MAX_DEPTH}` };
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) return { path: [], message: UNSTORABLE };
    const fault = findFault(item, depth + 1);
    if (fault) return { ...fault, path: [key, ...fault.path] };
  }
  return null;
}

const UNSTORABLE = 'must not hold NUL or half of a surrogate pair';

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

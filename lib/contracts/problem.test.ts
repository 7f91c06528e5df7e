import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { OPERATIONS } from './operations/table.ts';
import { fieldErrorsOf, toProblem } from './problem.ts';

/** What a parse found wrong. */
const errorsOf = ({ error }: { error?: z.ZodError | undefined }) => error && fieldErrorsOf(error);

describe('fieldErrorsOf', () => {
  it('names an unknown key with its place', () => {
    const parsed = OPERATIONS.putUserTaskDef.body.safeParse({
      fields: [{ name: 'a', type: 'STR', label: 'A' }],
      titel: 'x',
    });
    expect(errorsOf(parsed)).toEqual([
      { path: 'fields.0.label', message: 'is not known here' },
      { path: 'titel', message: 'is not known here' },
    ]);
  });

  it('UT-08 says that an owner is blank', () => {
    expect(errorsOf(OPERATIONS.assignUserTaskRun.body.safeParse({ userId: '' }))).toEqual([
      { path: 'userId', message: "UserId can't be empty" },
    ]);
  });
});

describe('toProblem', () => {
  it('has status and title of its code', () => {
    expect(toProblem({ code: 'ABORTED', detail: 'Version 3 is stale.', current: { version: 4 } })).toEqual({
      type: '/docs/api#ABORTED',
      title: 'It was changed in the meantime',
      status: 409,
      detail: 'Version 3 is stale.',
      code: 'ABORTED',
      current: { version: 4 },
    });
  });
});

describe('the operation table', () => {
  it('has one row per method and path, and names every path parameter', () => {
    const rows = Object.values(OPERATIONS);
    expect(new Set(rows.map((row) => `${row.method} ${row.path}`)).size).toBe(rows.length);
    for (const row of rows) {
      const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys('params' in row ? row.params.shape : {})).toEqual(inPath);
    }
  });

  it('has no parameter in two places, since the parts are joined into one input', () => {
    for (const row of Object.values(OPERATIONS)) {
      const keys = ['params' in row && row.params, 'query' in row && row.query, 'body' in row && row.body]
        .filter((part) => part !== false)
        .flatMap((part) => Object.keys(part.shape));
      expect(new Set(keys).size, row.path).toBe(keys.length);
    }
  });
});

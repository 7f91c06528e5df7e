// The one table of error codes: HTTP status, OpenAPI, action results and SDK errors derive from it (RFC 9457).
import { z } from 'zod';
import { FORM_DEF_RULES, FORM_RULES } from './form/fault.ts';
import { jsonObject } from './json-shape.ts';
import { REASONS, type Reason, type ReasonName } from './reasons.ts';

export const PROBLEMS = {
  INVALID_ARGUMENT: { status: 400, title: 'The request is not valid' },
  UNAUTHENTICATED: { status: 401, title: 'Sign in, or send a valid API key' },
  PERMISSION_DENIED: { status: 403, title: 'You may not do this' },
  NOT_FOUND: { status: 404, title: 'There is no such thing' },
  REQUEST_TIMEOUT: { status: 408, title: 'Nothing happened in the time given' },
  ALREADY_EXISTS: { status: 409, title: 'It exists already' },
  FAILED_PRECONDITION: { status: 409, title: 'Its present state does not allow this' },
  ABORTED: { status: 409, title: 'It was changed in the meantime' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The request is too large' },
  RESOURCE_EXHAUSTED: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'Something went wrong on our side' },
  UNAVAILABLE: { status: 503, title: 'Not available just now; try again' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const problemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/** One thing that is wrong, with the place: `path` is dotted, from the top of the body (`results.amount`). */
export const fieldError = z
  .object({
    path: z.string(),
    message: z.string(),
    rule: z
      .enum([...FORM_RULES, ...FORM_DEF_RULES])
      .optional()
      .meta({ description: 'Of an answer to a form, or of a form itself: the rule that it breaks.' }),
    params: jsonObject
      .optional()
      .meta({ description: 'What that rule asks for, as the field has it: `{"min": 5}`, to say it in other words.' }),
  })
  .meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof fieldError>;

/** The body of every error. `current` is what the caller should look at instead, where that helps (a stale version, a lost race). */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: problemCode,
    reason: z
      .object({
        name: z.enum(Object.keys(REASONS) as [ReasonName, ...ReasonName[]]),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .optional()
      .meta({ description: 'Why, as data, to say it in other words than those of `detail`; of what people meet.' }),
    errors: z.array(fieldError).optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });
export type Problem = z.infer<typeof problem>;

/** What goes wrong, as a value: engine rejections, service errors and action results all carry this. */
export type Refusal = {
  code: ProblemCode;
  detail: string;
  reason?: Reason;
  errors?: FieldError[];
  current?: unknown;
};

/** The problem+json body of a refusal. */
export function toProblem(refusal: Refusal): Problem {
  const { status, title } = PROBLEMS[refusal.code];
  return {
    type: `/docs/api#${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    ...(refusal.reason && { reason: refusal.reason }),
    ...(refusal.errors && { errors: refusal.errors }),
    ...(refusal.current !== undefined && { current: refusal.current }),
  };
}

/** A zod failure as field errors: one entry per issue, unknown keys named. */
export const fieldErrorsOf = (error: z.core.$ZodError): FieldError[] => faultsOf(error.issues, []);

function faultsOf(issues: readonly z.core.$ZodIssue[], above: PropertyKey[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known here' }));
    }
    // A choice of shapes that says for itself what it takes is left to say it.
    if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') {
      return [{ path: path.join('.'), message: issue.message }];
    }
    const meant = meantAmong(issue.errors);
    return meant
      ? faultsOf(meant, path)
      : [{ path: path.join('.'), message: 'has none of the shapes that the reference names' }];
  });
}

/** Of several shapes the one that was meant: nothing is wrong with it but further inside. */
function meantAmong(shapes: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const isInside = (issue: z.core.$ZodIssue): boolean => issue.path.length > 1;
  return shapes.find((issues) => issues.length > 0 && issues.every(isInside)) ?? null;
}

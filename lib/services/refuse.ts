// How services say no.
import type { FieldError, ProblemCode } from '#contracts/problem.ts';
import { RefusedError } from '#contracts/refused.ts';

/** Refuses the call. */
export function refuse(code: ProblemCode, detail: string): never {
  throw new RefusedError({ code, detail });
}

/** Refuses what was sent, naming the places. */
export function refuseInvalid(errors: FieldError[]): never {
  const detail = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  throw new RefusedError({ code: 'INVALID_ARGUMENT', detail, errors });
}

// How services say no.
import type { FieldError, ProblemCode, Refusal } from '#contracts/problem.ts';
import type { Because } from '#contracts/reasons.ts';

/** An expected no on its way out of a service; everything else that is thrown is a bug or an outage. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** Refuses the call, with a reason, or, where only programs meet it, with a sentence. */
export function refuse(code: ProblemCode, why: Because | string): never {
  throw new RefusedError({ code, ...(typeof why === 'string' ? { detail: why } : why) });
}

/** Refuses what was sent, naming the places. */
export function refuseInvalid(errors: FieldError[]): never {
  const detail = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  throw new RefusedError({ code: 'INVALID_ARGUMENT', detail, errors });
}

// Refusals: how a command is turned down, as a value.
import type { FieldError, ProblemCode, Refusal } from '#contracts/problem.ts';
import type { Because } from '#contracts/reasons.ts';

/** Refuses with a reason, or, where only programs meet it, with a sentence. */
export function refuse(code: ProblemCode, why: Because | string, current?: unknown): Refusal {
  return { code, ...(typeof why === 'string' ? { detail: why } : why), ...(current !== undefined && { current }) };
}

/** Refuses what was sent, naming every place. */
export function refuseInvalid(errors: FieldError[]): Refusal {
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return { code: 'INVALID_ARGUMENT', detail, errors };
}

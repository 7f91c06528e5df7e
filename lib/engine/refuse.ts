// Refusals: how a command is turned down, as a value.
import type { FieldError, ProblemCode, Refusal } from '#contracts/problem.ts';

export function refuse(code: ProblemCode, detail: string, current?: unknown): Refusal {
  return current === undefined ? { code, detail } : { code, detail, current };
}

/** Refuses what was sent, naming every place. */
export function refuseInvalid(errors: FieldError[]): Refusal {
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return { code: 'INVALID_ARGUMENT', detail, errors };
}

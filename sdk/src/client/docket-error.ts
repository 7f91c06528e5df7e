// How a call fails: with the server's answer, or without one.
import type { FieldError, Problem, ProblemCode } from '../../../lib/contracts/problem.ts';

/** The server refused the call. `code` says why, `errors` where; `current` is what to look at instead, such as the present state. */
export class DocketError extends Error {
  override readonly name = 'DocketError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly current: unknown;
  /** How long the server asks to be left alone, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    const places = (problem.errors ?? []).map(({ path, message }) => `; ${path}: ${message}`);
    super(`${problem.code}: ${problem.detail}${places.join('')}`);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.current = problem.current;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer came: refused, cut off or too late. Whether the call took effect is not known. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

// Why something could not be done to a task.
import type { ProblemCode, Refusal } from '#contracts/problem.ts';

const CONFLICTS: readonly ProblemCode[] = ['ABORTED', 'FAILED_PRECONDITION', 'PERMISSION_DENIED', 'NOT_FOUND'];

/** The task is no longer as the reader saw it: what the page offered when they did is refused, for whatever reason. */
export const isConflict = ({ code }: Refusal) => CONFLICTS.includes(code);

/** The server was not reached: nothing is known to have changed. */
export function unreachable(): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code: 'UNAVAILABLE', detail: 'The server could not be reached.' } };
}

// What failed among many that are done together: it must not keep the others waiting.
import type { Refusal } from '#contracts/problem.ts';
import { isOutage } from '#persistence/database-error.ts';

/** The failure as a refusal; an outage of the database is thrown on, for then nothing goes. */
export function failedAlone(error: unknown): { ok: false; refusal: Refusal } {
  if (isOutage(error)) throw error;
  return { ok: false, refusal: { code: 'INTERNAL', detail: error instanceof Error ? error.message : String(error) } };
}

// What a caller is told while the database is away.
import type { Refusal } from '#contracts/problem.ts';
import { isOutage } from '#persistence/database-error.ts';

/** The refusal for an outage of the database; throws on whatever else was thrown. */
export function refusalOfOutage(error: unknown): Refusal {
  if (!isOutage(error)) throw error;
  return { code: 'UNAVAILABLE', detail: 'The database cannot be reached just now. Try again.' };
}

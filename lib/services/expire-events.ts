// Correlated events whose time is over go.
import { expireCorrelatedEvents } from '#persistence/correlations.ts';
import type { Deps } from './deps.ts';

const BATCH = 500;

/** Removes a batch of them; whether there may be more. */
export async function expireEvents({ store }: Deps): Promise<{ isMore: boolean }> {
  return { isMore: (await expireCorrelatedEvents(store, BATCH)) === BATCH };
}

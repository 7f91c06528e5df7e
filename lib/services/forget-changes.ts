// What changed can be followed for a day; then it is forgotten.
import { forgetLiveChanges } from '#persistence/live-feed.ts';
import type { Deps } from './deps.ts';

const KEPT_HOURS = 24;
const BATCH = 1000;

/** Forgets a batch of what is older; whether there may be more. */
export async function forgetChanges({ store }: Deps): Promise<{ isMore: boolean }> {
  // The last of the batch stays.
  return { isMore: (await forgetLiveChanges(store, KEPT_HOURS, BATCH)) >= BATCH - 1 };
}

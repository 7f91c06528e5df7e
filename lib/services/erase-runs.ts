// Runs whose retention is over go, with all that is theirs (semantics.md 13.3).
import { eraseFamily } from '#persistence/erase-family.ts';
import { findFamiliesToErase } from '#persistence/timers.ts';
import type { Deps } from './deps.ts';

const BATCH = 50;

/** Erases a batch of them, those that are due longest first. One that was rescued meanwhile stays. */
export async function eraseRuns({ store }: Deps): Promise<{ isMore: boolean }> {
  const families = await findFamiliesToErase(store, BATCH);
  let erased = 0;
  for (const { tenantId, familyId } of families) {
    if ((await eraseFamily(store, tenantId, familyId, 'retention')) === 'ERASED') erased++;
  }
  return { isMore: erased === BATCH };
}

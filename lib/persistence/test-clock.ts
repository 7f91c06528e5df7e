// The clock of test mode: an offset that all processes add to the database's time (decision 25).
import { invariant } from '#platform/invariant.ts';
import type { Store } from './store.ts';

/** Sets every process's clock forward. Only where the store was opened for tests. */
export async function advanceTestClock({ prisma, testClock }: Store, ms: number): Promise<void> {
  invariant(testClock, 'the clock can be set in test mode only');
  await prisma.testClock.upsert({
    where: { id: 1 },
    create: { offsetMs: ms },
    update: { offsetMs: { increment: ms } },
  });
}

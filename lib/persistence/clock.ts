// The time: that of the database, which in test mode an offset is added to that all processes share (decision 25).
import { invariant } from '#platform/invariant.ts';
import { run, type Statement } from './statement.ts';
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

const NOW: Statement = {
  name: 'read-clock',
  text: 'SELECT (extract(epoch FROM docket_now($1)) * 1000)::float8 AS now',
};

/** What time it is, by the database. */
export async function readClock({ pool, testClock }: Store): Promise<number> {
  const [row] = await run<{ now: number }>(pool, NOW, [testClock]);
  invariant(row, 'the clock gave no time');
  return row.now;
}

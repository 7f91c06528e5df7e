// What goes on without anybody asking: leases end, old idempotency keys go.
import { logger } from '#platform/logger.ts';
import type { Deps } from '#services/deps.ts';
import { endLeases } from '#services/end-leases.ts';
import { forgetAnswers } from '#services/forget-answers.ts';
import { startLoop } from './loop.ts';

const LEASES_MS = 500;
const ANSWERS_MS = 10 * 60_000;

/** Starts the loops; the function that comes back stops them, each after its round. Any number of processes may run them. */
export function startRuntime(deps: Deps): () => Promise<void> {
  const stops = [
    startLoop({ name: 'end-leases', everyMs: LEASES_MS, round: () => endOverdueLeases(deps) }),
    startLoop({ name: 'forget-answers', everyMs: ANSWERS_MS, round: () => forgetAnswers(deps) }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

async function endOverdueLeases(deps: Deps): Promise<{ isMore: boolean }> {
  const { isMore, failures } = await endLeases(deps);
  for (const { lease, reason } of failures) logger('runtime').warn({ lease, reason }, 'a lease could not be ended');
  return { isMore: isMore && failures.length === 0 };
}

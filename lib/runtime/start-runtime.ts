// What goes on without anybody asking: timers fire, leases end, ticks start runs, events find their nodes, and what is over goes.
import { logger } from '#platform/logger.ts';
import { deliverCorrelatedEvents } from '#services/deliver-correlated-events.ts';
import type { Deps } from '#services/deps.ts';
import { endLeases } from '#services/end-leases.ts';
import { eraseRuns } from '#services/erase-runs.ts';
import { expireEvents } from '#services/expire-events.ts';
import { fireTimers } from '#services/fire-timers.ts';
import { forgetAnswers } from '#services/forget-answers.ts';
import { forgetChanges } from '#services/forget-changes.ts';
import { runBulkJobs } from '#services/run-bulk-jobs.ts';
import { runDueSchedules } from '#services/run-due-schedules.ts';
import { listenForCorrelations } from '#services/wake-ups.ts';
import { type Loop, startLoop } from './loop.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Starts the loops; the function that comes back stops them, each after its round. Any number of processes may run them. */
export function startRuntime(deps: Deps): () => Promise<void> {
  const loops: Loop[] = [
    { name: 'fire-timers', everyMs: SECOND / 4, round: () => noting(fireTimers(deps), 'a timer could not be fired') },
    { name: 'end-leases', everyMs: SECOND / 2, round: () => noting(endLeases(deps), 'a lease could not be ended') },
    {
      name: 'deliver-correlated-events',
      everyMs: SECOND / 2,
      round: () => noting(deliverCorrelatedEvents(deps), 'a correlated event could not be delivered'),
      listen: () => listenForCorrelations(deps),
    },
    { name: 'run-due-schedules', everyMs: SECOND, round: () => runDueSchedules(deps) },
    { name: 'erase-runs', everyMs: SECOND, round: () => eraseRuns(deps) },
    { name: 'expire-events', everyMs: SECOND, round: () => expireEvents(deps) },
    { name: 'run-bulk-jobs', everyMs: SECOND, round: () => runBulkJobs(deps) },
    { name: 'forget-answers', everyMs: 10 * MINUTE, round: () => forgetAnswers(deps) },
    { name: 'forget-changes', everyMs: 10 * MINUTE, round: () => forgetChanges(deps) },
  ];
  const stops = loops.map(startLoop);
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** One that fails keeps no other waiting, and is tried again with the next look. */
async function noting(
  round: Promise<{ isMore: boolean; failures: object[] }>,
  what: string,
): Promise<{ isMore: boolean }> {
  const { isMore, failures } = await round;
  for (const failure of failures) logger('runtime').warn(failure, what);
  return { isMore };
}

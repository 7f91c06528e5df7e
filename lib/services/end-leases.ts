// Leases that have ended: each is a TIMEOUT of its attempt, and counts as one (decision 23).
import { type CommandResult, runCommand } from '#persistence/run-command.ts';
import { dropEndedLease, type EndedLease, findEndedLeases } from '#persistence/task-queue.ts';
import type { Deps } from './deps.ts';
import { failedAlone } from './failed-alone.ts';

const BATCH = 100;

export type EndedLeases = {
  /** How many were found. */
  found: number;
  /** Whether there may be more. */
  isMore: boolean;
  /** What could not be done, by lease: it is tried again with the next look. */
  failures: { lease: EndedLease; reason: string }[];
};

/** Ends a batch of overdue attempts, those that are overdue longest first. Their commands share loads and commits. */
export async function endLeases(deps: Deps): Promise<EndedLeases> {
  const leases = await findEndedLeases(deps.store, BATCH);
  const failures: EndedLeases['failures'] = [];
  await Promise.all(
    leases.map(async (lease) => {
      const result = await endLease(deps, lease).catch(failedAlone);
      if (result.ok) return;
      if (result.refusal.code === 'NOT_FOUND') await dropEndedLease(deps.store, lease);
      else failures.push({ lease, reason: result.refusal.detail });
    }),
  );
  return { found: leases.length, isMore: leases.length === BATCH && failures.length === 0, failures };
}

function endLease(
  { store }: Deps,
  { tenantId, wfRunId, guid, attempt }: EndedLease,
): Promise<CommandResult<undefined>> {
  const actor = { kind: 'engine', id: null, onBehalfOf: null } as const;
  return runCommand<undefined>(store, {
    tenantId,
    wfRunId,
    focus: { type: 'attempt', wfRunId, guid, attempt },
    call: null,
    decide: ({ now, attempt: view }) => {
      const lease = view?.lease ?? null;
      // Another process ended it, its worker reported just in time, or put it off.
      if (lease === null || lease.leaseUntil > now) return { answer: undefined };
      return { command: { type: 'ReportTask', wfRunId, guid, attempt, outcome: { type: 'TIMEOUT' }, lease, actor } };
    },
    respond: () => undefined,
  });
}

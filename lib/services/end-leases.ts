// Leases that have ended: each is a TIMEOUT of its attempt, and counts as one (decision 23).

import { isOutage } from '#persistence/database-error.ts';
import { type CommandResult, runCommand } from '#persistence/run-command.ts';
import type { EndedLease } from '#persistence/task-queue.ts';
import { findEndedLeases } from '#persistence/task-queue.ts';
import type { Deps } from './deps.ts';

const BATCH = 50;

export type EndedLeases = {
  /** How many were found. */
  found: number;
  /** Whether there may be more. */
  isMore: boolean;
  /** What could not be done, by lease: it is tried again with the next look. */
  failures: { lease: EndedLease; reason: string }[];
};

/** Ends a batch of overdue attempts, those that are overdue longest first. */
export async function endLeases({ store }: Deps): Promise<EndedLeases> {
  const leases = await findEndedLeases(store, BATCH);
  const failures: EndedLeases['failures'] = [];
  for (const lease of leases) {
    const result = await endLease(store, lease).catch(failedAlone);
    if (!result.ok) failures.push({ lease, reason: result.refusal.detail });
  }
  return { found: leases.length, isMore: leases.length === BATCH, failures };
}

/** One family that cannot be stepped must not keep the others waiting. */
function failedAlone(error: unknown): CommandResult<undefined> {
  if (isOutage(error)) throw error;
  return { ok: false, refusal: { code: 'INTERNAL', detail: String(error) } };
}

function endLease(store: Deps['store'], lease: EndedLease): Promise<CommandResult<undefined>> {
  const { tenantId, familyId, wfRunId, guid, attempt } = lease;
  return runCommand<undefined>(store, {
    tenantId,
    familyId,
    focus: { type: 'attempt', wfRunId, guid, attempt },
    call: null,
    decide: ({ now, attempt: view }) => {
      const until = view?.queued?.leaseUntil ?? null;
      // Another process ended it, or its worker reported just in time.
      if (until === null || until > now) return { answer: undefined };
      const actor = { kind: 'engine', id: null, onBehalfOf: null } as const;
      return { command: { type: 'ReportTask', wfRunId, guid, attempt, outcome: { type: 'TIMEOUT' }, at: now, actor } };
    },
    respond: () => undefined,
  });
}

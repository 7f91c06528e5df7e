// Timers that are due, and those whose command failed.
import type { Timer } from '#contracts/upkeep.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

export type DueTimer = { tenantId: string; familyId: string; wfRunId: string; key: string; tries: number };

const DUE: Statement = {
  name: 'find-due-timers',
  text: `
SELECT tenant_id AS "tenantId", family_id AS "familyId", wf_run_id AS "wfRunId", key, tries FROM timer
WHERE try_at <= docket_now($1) ORDER BY try_at LIMIT $2`,
};

/** Timers that are to be fired now, of all tenants, longest due first. */
export const findDueTimers = ({ pool, testClock }: Store, limit: number): Promise<DueTimer[]> =>
  run<DueTimer>(pool, DUE, [testClock, limit]);

const POSTPONE: Statement = {
  name: 'postpone-timer',
  text: `
UPDATE timer SET tries = tries + 1, reason = $5, try_at = docket_now($7) + make_interval(secs => $6)
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND key = $4`,
};

/** Its command failed: it is tried again, and the reason kept where an admin sees it (decision 21). */
export async function postponeTimer(
  { pool, testClock }: Store,
  { tenantId, familyId, wfRunId, key }: DueTimer,
  reason: string,
  seconds: number,
): Promise<void> {
  await run(pool, POSTPONE, [tenantId, familyId, wfRunId, key, reason, seconds, testClock]);
}

const DROP: Statement = {
  name: 'drop-timer',
  text: `
DELETE FROM timer
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND key = $4 AND due_at <= docket_now($5)`,
};

/** For a timer that its run knows nothing of; one that was armed anew meanwhile stays. */
export async function dropTimer(
  { pool, testClock }: Store,
  { tenantId, familyId, wfRunId, key }: DueTimer,
): Promise<void> {
  await run(pool, DROP, [tenantId, familyId, wfRunId, key, testClock]);
}

const FAILED: Statement = {
  name: 'list-failed-timers',
  text: `
SELECT wf_run_id AS "wfRunId", key, due_at AS "dueAt", tries, try_at AS "tryAt", reason FROM timer
WHERE tenant_id = $1 AND reason IS NOT NULL AND (due_at, wf_run_id, key) > ($2::timestamptz, $3, $4)
ORDER BY due_at, wf_run_id, key LIMIT $5`,
};

type FailedRow = Omit<Timer, 'dueAt' | 'tryAt'> & { dueAt: Date; tryAt: Date };

/** One page of timers whose last try failed, longest due first. */
export async function listFailedTimers(
  { pool }: Store,
  tenantId: string,
  { after, take }: { after: [dueAt: string, wfRunId: string, key: string] | null; take: number },
): Promise<Timer[]> {
  const rows = await run<FailedRow>(pool, FAILED, [tenantId, ...(after ?? ['-infinity', '', '']), take]);
  return rows.map((row) => ({ ...row, dueAt: timestampOf(row.dueAt), tryAt: timestampOf(row.tryAt) }));
}

const TO_ERASE: Statement = {
  name: 'find-families-to-erase',
  text: `
SELECT tenant_id AS "tenantId", family_id AS "familyId" FROM wf_run
WHERE erase_at <= docket_now($1) ORDER BY erase_at LIMIT $2`,
};

/** Families whose retention is over, longest first. */
export const findFamiliesToErase = (
  { pool, testClock }: Store,
  limit: number,
): Promise<{ tenantId: string; familyId: string }[]> => run(pool, TO_ERASE, [testClock, limit]);

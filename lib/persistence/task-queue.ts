// The task queue: claims, leases and their ends. A claim touches the queue's row alone (decision 23).
import type { TaskLease } from '#contracts/task-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

/** What waiting polls are woken by. */
export const queueKey = (tenantId: string, taskDefName: string): string => JSON.stringify([tenantId, taskDefName]);

// Locking per TaskDef keeps each branch an ordered index scan that ends at its limit; those locked beyond `max` are free again at once.
const CLAIM: Statement = {
  name: 'claim-tasks',
  text: `
WITH ready AS (
  SELECT q.* FROM unnest($2::text[]) AS wanted(name)
  CROSS JOIN LATERAL (
    SELECT family_id, wf_run_id, guid, attempt, scheduled_at FROM task_queue
    WHERE tenant_id = $1 AND task_def_name = wanted.name AND lease_token IS NULL
    ORDER BY scheduled_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ) q
  ORDER BY q.scheduled_at LIMIT $3
), claimed AS (
  UPDATE task_queue q SET worker_id = $4, lease_token = gen_random_uuid()::text, started_at = docket_now($5),
    lease_until = docket_now($5) + make_interval(secs => q.timeout_seconds)
  FROM ready r
  WHERE q.tenant_id = $1 AND q.family_id = r.family_id AND q.wf_run_id = r.wf_run_id AND q.guid = r.guid
    AND q.attempt = r.attempt
  RETURNING q.*
)
SELECT c.wf_run_id AS "wfRunId", c.guid, c.task_def_name AS "taskDefName", c.wf_spec_name AS "wfSpecName",
  c.thread_run_number AS "threadRunNumber", c.position AS "nodeRunPosition", c.attempt, t.inputs,
  c.lease_token AS "leaseToken", c.lease_until AS "leaseUntil", c.timeout_seconds AS "timeoutSeconds",
  c.scheduled_at AS "scheduledAt"
FROM claimed c JOIN task_run t USING (tenant_id, family_id, wf_run_id, guid)
ORDER BY c.scheduled_at`,
};

type LeaseRow = Omit<TaskLease, 'leaseUntil' | 'scheduledAt'> & { leaseUntil: Date; scheduledAt: Date };

/** Leases up to `max` waiting attempts of these TaskDefs, oldest first. Two callers never get the same one. */
export async function claimTasks(
  { pool, testClock }: Store,
  tenantId: string,
  wanted: { taskDefNames: string[]; max: number; workerId: string },
): Promise<TaskLease[]> {
  const values = [tenantId, wanted.taskDefNames, wanted.max, wanted.workerId, testClock];
  const rows = await run<LeaseRow>(pool, CLAIM, values);
  return rows.map((row) => ({
    ...row,
    leaseUntil: timestampOf(row.leaseUntil),
    scheduledAt: timestampOf(row.scheduledAt),
  }));
}

const EXTEND: Statement = {
  name: 'extend-lease',
  text: `
UPDATE task_queue SET lease_until = docket_now($6) + make_interval(secs => timeout_seconds)
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $2 AND guid = $3 AND attempt = $4 AND lease_token = $5
  AND lease_until > docket_now($6)
RETURNING lease_until AS "leaseUntil"`,
};

/** The new end of a lease, or null when it is not (any longer) that of this token. */
export async function extendLease(
  { pool, testClock }: Store,
  tenantId: string,
  lease: { wfRunId: string; guid: string; attempt: number; leaseToken: string },
): Promise<string | null> {
  const values = [tenantId, lease.wfRunId, lease.guid, lease.attempt, lease.leaseToken, testClock];
  const [row] = await run<{ leaseUntil: Date }>(pool, EXTEND, values);
  return row ? timestampOf(row.leaseUntil) : null;
}

const ENDED: Statement = {
  name: 'find-ended-leases',
  text: `
SELECT tenant_id AS "tenantId", family_id AS "familyId", wf_run_id AS "wfRunId", guid, attempt FROM task_queue
WHERE lease_token IS NOT NULL AND lease_until <= docket_now($1)
ORDER BY lease_until LIMIT $2`,
};

export type EndedLease = { tenantId: string; familyId: string; wfRunId: string; guid: string; attempt: number };

/** Attempts whose lease has ended, of all tenants, longest ago first. */
export function findEndedLeases({ pool, testClock }: Store, limit: number): Promise<EndedLease[]> {
  return run<EndedLease>(pool, ENDED, [testClock, limit]);
}

const KNOWN: Statement = {
  name: 'is-task-run-known',
  text: 'SELECT FROM task_run WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $2 AND guid = $3',
};

/** Whether there is, or was, such a TaskRun. */
export async function isTaskRunKnown(
  { pool }: Store,
  tenantId: string,
  wfRunId: string,
  guid: string,
): Promise<boolean> {
  return (await run(pool, KNOWN, [tenantId, wfRunId, guid])).length > 0;
}

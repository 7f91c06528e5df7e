// The task queue: claims, leases and their ends. A claim touches the queue's row alone (decision 23).

import type { TaskLease } from '#contracts/task-run.ts';
import { binaryArray } from './binary-array.ts';
import type { Database } from './database.ts';
import { createGatherer } from './gatherer.ts';
import { run, type Statement } from './statement.ts';
import { timestampOf } from './user-task-view.ts';

/** What the delivery of correlated events is woken by. */
export const CORRELATIONS = 'correlations';

export type Wanted = { taskDefNames: string[]; max: number; workerId: string };

/** The claims of this process: those for the same TaskDefs that come together are one statement. */
export type TaskClaims = { claim: (tenantId: string, wanted: Wanted) => Promise<TaskLease[]> };

// $3 has a worker per place: as many are claimed as there are places, and each goes to the worker of its place.
// Locking per TaskDef keeps each branch an ordered index scan that ends at its limit; those locked beyond are free again at once.
const CLAIM: Statement = {
  name: 'claim-tasks',
  text: `
WITH ready AS MATERIALIZED (
  SELECT q.at, row_number() OVER (ORDER BY q.scheduled_at) AS place FROM unnest($2::text[]) AS wanted(name)
  CROSS JOIN LATERAL (
    SELECT ctid AS at, scheduled_at FROM task_queue
    WHERE tenant_id = $1 AND task_def_name = wanted.name AND lease_token IS NULL
    ORDER BY scheduled_at LIMIT cardinality($3::text[]) FOR UPDATE SKIP LOCKED
  ) q
  ORDER BY q.scheduled_at LIMIT cardinality($3::text[])
), clock AS MATERIALIZED (
  -- A claim that a crash of the database undoes has not happened: the attempt is handed out again. So nobody waits for the disk here;
  -- whatever is reported under the lease is committed later, and with it the claim.
  SELECT docket_now($4) AS now, set_config('synchronous_commit', 'off', true)
)
UPDATE task_queue q SET worker_id = ($3::text[])[r.place], lease_token = gen_random_uuid()::text,
  started_at = clock.now, lease_until = clock.now + make_interval(secs => q.timeout_seconds)
FROM ready r, clock WHERE q.ctid = r.at
RETURNING r.place::int AS place, q.wf_run_id AS "wfRunId", q.guid, q.task_def_name AS "taskDefName",
  q.wf_spec_name AS "wfSpecName", q.thread_run_number AS "threadRunNumber", q.position AS "nodeRunPosition", q.attempt,
  q.inputs, q.user_task AS "userTask", q.lease_token AS "leaseToken", extract(epoch FROM q.lease_until)::float8 * 1000 AS "leaseUntil",
  q.timeout_seconds AS "timeoutSeconds", extract(epoch FROM q.scheduled_at)::float8 * 1000 AS "scheduledAt",
  CASE WHEN q.attempt = 0 THEN 0 ELSE (
    SELECT count(*)::int FROM checkpoint c WHERE c.tenant_id = q.tenant_id AND c.family_id = q.family_id
      AND c.wf_run_id = q.wf_run_id AND c.guid = q.guid
  ) END AS checkpoints`,
};

type LeaseRow = Omit<TaskLease, 'leaseUntil' | 'scheduledAt'> & {
  place: number;
  leaseUntil: number;
  scheduledAt: number;
};
type Poll = { tenantId: string; wanted: Wanted; settle: (leases: TaskLease[]) => void; fail: (error: unknown) => void };

export function createTaskClaims({ pool, testClock }: Database): TaskClaims {
  const gatherer = createGatherer<Poll>(async (batch) => {
    await Promise.all(batch.map(({ items }) => serve(items)));
  });

  const serve = async (polls: Poll[]): Promise<void> => {
    const [first] = polls;
    if (!first) return;
    const places = placesFor(polls);
    const workers = places.map((poll) => poll.wanted.workerId);
    try {
      const values = [
        first.tenantId,
        binaryArray('text', first.wanted.taskDefNames),
        binaryArray('text', workers),
        testClock,
      ];
      const rows = await run<LeaseRow>(pool, CLAIM, values);
      rows.sort((a, b) => a.place - b.place);
      const served = new Map<Poll, TaskLease[]>();
      for (const { place, leaseUntil, scheduledAt, ...lease } of rows) {
        const poll = places[place - 1];
        if (!poll) continue;
        const leases = served.get(poll) ?? [];
        served.set(poll, leases);
        leases.push({ ...lease, leaseUntil: timestampOf(leaseUntil), scheduledAt: timestampOf(scheduledAt) });
      }
      for (const poll of polls) poll.settle(served.get(poll) ?? []);
    } catch (error) {
      for (const { fail } of polls) fail(error);
    }
  };

  return {
    claim: (tenantId, wanted) =>
      new Promise((settle, fail) => {
        const key = JSON.stringify([tenantId, ...wanted.taskDefNames]);
        gatherer.add(key, { tenantId, wanted, settle, fail });
      }),
  };
}

/** In turn, so that one who wants much does not take all. */
function placesFor(polls: Poll[]): Poll[] {
  const places: Poll[] = [];
  const most = Math.max(...polls.map(({ wanted }) => wanted.max));
  for (let round = 0; round < most; round++) {
    for (const poll of polls) if (poll.wanted.max > round) places.push(poll);
  }
  return places;
}

const OF_RUN =
  'tenant_id = $1 AND family_id = (SELECT r.family_id FROM wf_run r WHERE r.tenant_id = $1 AND r.id = $2) AND wf_run_id = $2';

const EXTEND: Statement = {
  name: 'extend-lease',
  text: `
UPDATE task_queue SET lease_until = docket_now($6) + make_interval(secs => timeout_seconds)
WHERE ${OF_RUN} AND guid = $3 AND attempt = $4 AND lease_token = $5 AND lease_until > docket_now($6)
RETURNING lease_until AS "leaseUntil"`,
};

/** The new end of a lease, or null when it is not (any longer) that of this token. */
export async function extendLease(
  { pool, testClock }: Database,
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
export function findEndedLeases({ pool, testClock }: Database, limit: number): Promise<EndedLease[]> {
  return run<EndedLease>(pool, ENDED, [testClock, limit]);
}

const DROP: Statement = {
  name: 'drop-ended-lease',
  text: `
DELETE FROM task_queue WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND guid = $4 AND attempt = $5
  AND lease_token IS NOT NULL AND lease_until <= docket_now($6)`,
};

/** For an attempt that its run knows nothing of: claimed at the very moment at which it was withdrawn for good. */
export async function dropEndedLease({ pool, testClock }: Database, lease: EndedLease): Promise<void> {
  const { tenantId, familyId, wfRunId, guid, attempt } = lease;
  await run(pool, DROP, [tenantId, familyId, wfRunId, guid, attempt, testClock]);
}

const KNOWN: Statement = {
  name: 'is-task-run-known',
  text: `
SELECT FROM task_run WHERE ${OF_RUN} AND guid = $3 UNION ALL SELECT FROM task_queue WHERE ${OF_RUN} AND guid = $3 LIMIT 1`,
};

/** Whether there is, or was, such a TaskRun with a worker. */
export async function isTaskRunKnown(
  { pool }: Database,
  tenantId: string,
  wfRunId: string,
  guid: string,
): Promise<boolean> {
  return (await run(pool, KNOWN, [tenantId, wfRunId, guid])).length > 0;
}

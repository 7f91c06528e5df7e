// Checkpoints as rows. One is put under the lease of its attempt, in one statement with the extension of that.
import type { JsonValue } from '#contracts/json.ts';
import type { Checkpoint } from '#contracts/task-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

type OfTask = { wfRunId: string; guid: string };

// The very same put again, by the same attempt, is one whose answer was lost: it is answered alike.
const INSERT: Statement = {
  name: 'insert-checkpoint',
  text: `
WITH clock AS MATERIALIZED (SELECT docket_now($1) AS now), extended AS (
  UPDATE task_queue q SET lease_until = clock.now + make_interval(secs => q.timeout_seconds) FROM clock, wf_run r
  WHERE r.tenant_id = $2 AND r.id = $3 AND q.tenant_id = $2 AND q.family_id = r.family_id AND q.wf_run_id = $3
    AND q.guid = $4 AND q.attempt = $5 AND q.lease_token = $6 AND q.lease_until > clock.now
  RETURNING q.family_id, q.lease_until
), present AS (
  SELECT count(*)::int AS count, bool_or(c.number = $7 AND c.attempt = $5) AS is_repeated
  FROM extended x JOIN checkpoint c ON c.tenant_id = $2 AND c.family_id = x.family_id AND c.wf_run_id = $3 AND c.guid = $4
), put AS (
  INSERT INTO checkpoint (tenant_id, family_id, wf_run_id, guid, number, attempt, value, logs, created_at)
  SELECT $2, x.family_id, $3, $4, $7, $5, $8::json, $9, clock.now FROM extended x, present p, clock WHERE p.count = $7
  ON CONFLICT DO NOTHING
)
SELECT x.lease_until AS "leaseUntil", p.count, coalesce(p.is_repeated, false) AS "isRepeated" FROM extended x, present p`,
};

/** STALE when the lease is not (any longer) that of the token; `expected` when another number comes next. */
export async function insertCheckpoint(
  { pool, testClock }: Store,
  tenantId: string,
  put: OfTask & {
    attempt: number;
    leaseToken: string;
    number: number;
    value: JsonValue;
    logOutput?: string | undefined;
  },
): Promise<{ leaseUntil: string } | { expected: number } | 'STALE'> {
  const { wfRunId, guid, attempt, leaseToken, number, value, logOutput = null } = put;
  const values = [testClock, tenantId, wfRunId, guid, attempt, leaseToken, number, JSON.stringify(value), logOutput];
  const [row] = await run<{ leaseUntil: Date; count: number; isRepeated: boolean }>(pool, INSERT, values);
  if (!row) return 'STALE';
  if (row.count !== number && !row.isRepeated) return { expected: row.count };
  return { leaseUntil: timestampOf(row.leaseUntil) };
}

const FIND: Statement = {
  name: 'find-checkpoint',
  text: `
SELECT c.number, c.attempt, c.value, c.logs AS "logOutput", c.created_at AS "createdAt"
FROM wf_run r JOIN checkpoint c ON c.tenant_id = r.tenant_id AND c.family_id = r.family_id AND c.wf_run_id = r.id
WHERE r.tenant_id = $1 AND r.id = $2 AND c.guid = $3 AND c.number = $4`,
};

export async function findCheckpoint(
  { pool }: Store,
  tenantId: string,
  { wfRunId, guid, number }: OfTask & { number: number },
): Promise<Checkpoint | null> {
  const values = [tenantId, wfRunId, guid, number];
  const [row] = await run<Omit<Checkpoint, 'createdAt'> & { createdAt: Date }>(pool, FIND, values);
  return row ? { ...row, createdAt: timestampOf(row.createdAt) } : null;
}

// Bulk jobs as rows. Whoever takes a batch puts off when the job is due, so that two processes do not do the same, and one that dies is followed
// by another.
import { type BulkJob, type BulkJobBody, type BulkJobStatus, bulkJobBody } from '#contracts/upkeep.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

type Row = {
  id: string;
  criteria: unknown;
  jobStatus: BulkJobStatus;
  done: number;
  failure: string | null;
  createdAt: Date;
  endedAt: Date | null;
};

const COLUMNS = `id, criteria, status AS "jobStatus", done, failure, created_at AS "createdAt", ended_at AS "endedAt"`;

function jobOf({ criteria, createdAt, endedAt, ...row }: Row): BulkJob {
  const body = bulkJobBody.parse(criteria);
  const created = timestampOf(createdAt);
  return {
    ...body,
    ...row,
    startedBefore: body.startedBefore ?? created,
    createdAt: created,
    endedAt: endedAt && timestampOf(endedAt),
  };
}

const INSERT: Statement = {
  name: 'insert-bulk-job',
  text: `
INSERT INTO bulk_job (tenant_id, id, type, criteria, status, created_by, created_at, due_at)
VALUES ($1, $2, $3, $4, 'RUNNING', $5, docket_now($6), docket_now($6)) RETURNING ${COLUMNS}`,
};

export async function insertBulkJob(
  { pool, testClock }: Store,
  tenantId: string,
  id: string,
  criteria: BulkJobBody,
  createdBy: string,
): Promise<BulkJob> {
  const values = [tenantId, id, criteria.type, JSON.stringify(criteria), createdBy, testClock];
  const rows = await run<Row>(pool, INSERT, values);
  return rows.map(jobOf)[0] ?? Promise.reject(new Error(`bulk job ${id} was not stored`));
}

const FIND: Statement = {
  name: 'find-bulk-job',
  text: `SELECT ${COLUMNS} FROM bulk_job WHERE tenant_id = $1 AND id = $2`,
};

export async function findBulkJob({ pool }: Store, tenantId: string, id: string): Promise<BulkJob | null> {
  const [row] = await run<Row>(pool, FIND, [tenantId, id]);
  return row ? jobOf(row) : null;
}

const listing = (filter: string): string => `
SELECT ${COLUMNS} FROM bulk_job WHERE tenant_id = $1 AND (created_at, id) < ($2::timestamptz, $3) ${filter}
ORDER BY created_at DESC, id DESC LIMIT $4`;
const LIST: Statement = { name: 'list-bulk-jobs', text: listing('') };
const LIST_BY_STATUS: Statement = { name: 'list-bulk-jobs-by-status', text: listing('AND status = $5') };

/** One page, newest first. */
export async function listBulkJobs(
  { pool }: Store,
  tenantId: string,
  page: { jobStatus: BulkJobStatus | undefined; after: [string, string] | null; take: number },
): Promise<BulkJob[]> {
  const values = [tenantId, ...(page.after ?? ['infinity', '']), page.take];
  const rows = page.jobStatus
    ? await run<Row>(pool, LIST_BY_STATUS, [...values, page.jobStatus])
    : await run<Row>(pool, LIST, values);
  return rows.map(jobOf);
}

const DELETE: Statement = {
  name: 'delete-bulk-job',
  text: 'DELETE FROM bulk_job WHERE tenant_id = $1 AND id = $2 RETURNING 1',
};

/** False when there is none. */
export async function deleteBulkJob({ pool }: Store, tenantId: string, id: string): Promise<boolean> {
  return (await run(pool, DELETE, [tenantId, id])).length > 0;
}

const TAKE: Statement = {
  name: 'take-bulk-job',
  text: `
UPDATE bulk_job SET due_at = docket_now($1) + make_interval(secs => $2)
WHERE (tenant_id, id) IN (
  SELECT tenant_id, id FROM bulk_job WHERE status = 'RUNNING' AND due_at <= docket_now($1)
  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING tenant_id AS "tenantId", attempts, cursor, created_by AS "createdBy", ${COLUMNS}`,
};

/** Where the last batch ended: the run started at, with the id. */
export type BulkCursor = [startedAt: string, id: string];
export type TakenJob = {
  tenantId: string;
  /** How often its batch has failed in a row. */
  attempts: number;
  cursor: BulkCursor | null;
  createdBy: string;
  job: BulkJob;
};

/** Takes the job that is due longest, for `seconds`: then it may be taken by another. Null when none is due. */
export async function takeBulkJob({ pool, testClock }: Store, seconds: number): Promise<TakenJob | null> {
  const [row] = await run<Row & Omit<TakenJob, 'job'>>(pool, TAKE, [testClock, seconds]);
  if (!row) return null;
  const { tenantId, attempts, cursor, createdBy, ...job } = row;
  return { tenantId, attempts, cursor, createdBy, job: jobOf(job) };
}

const MOVE: Statement = {
  name: 'move-bulk-job',
  text: `
UPDATE bulk_job SET done = done + $3, cursor = coalesce($4::json, cursor), status = $5, attempts = $6, failure = $7,
  due_at = docket_now($8) + make_interval(secs => $9),
  ended_at = CASE WHEN $5 = 'RUNNING' THEN NULL ELSE docket_now($8) END
WHERE tenant_id = $1 AND id = $2 AND status = 'RUNNING'`,
};

/** What came of a batch, and in how many seconds the next is due. */
export type BatchOutcome = {
  done: number;
  cursor: BulkCursor | null;
  status: BulkJobStatus;
  attempts: number;
  failure: string | null;
  dueInSeconds: number;
};

/** Notes what came of a batch; nothing when the job was deleted meanwhile. */
export async function moveBulkJob(
  { pool, testClock }: Store,
  { tenantId, job }: TakenJob,
  { done, cursor, status, attempts, failure, dueInSeconds }: BatchOutcome,
): Promise<void> {
  const last = cursor && JSON.stringify(cursor);
  await run(pool, MOVE, [tenantId, job.id, done, last, status, attempts, failure, testClock, dueInSeconds]);
}

const VICTIMS: Statement = {
  name: 'find-runs-of-bulk-job',
  text: `
SELECT id, started_at AS "startedAt" FROM (
  SELECT DISTINCT major AS major_version, revision FROM definition
  WHERE tenant_id = $1 AND kind = 'WfSpec' AND name = $2
    AND ($3::int IS NULL OR major = $3) AND ($4::int IS NULL OR revision = $4)
) v
CROSS JOIN LATERAL (
  SELECT id, started_at FROM wf_run r
  WHERE tenant_id = $1 AND wf_spec_name = $2 AND major_version = v.major_version AND revision = v.revision
    AND status = $5 AND started_at < $6::timestamptz AND started_at > $7::timestamptz
    AND (started_at, id) > ($8::timestamptz, $9) AND family_id = id
  ORDER BY started_at, id LIMIT $10
) r
ORDER BY "startedAt", id LIMIT $10`,
};

/** The next root runs that a job is about, oldest first: a WfSpec version that has a run is not deleted, so each is found by its index. */
export async function findRunsOfBulkJob(
  { pool }: Store,
  { tenantId, cursor, job }: TakenJob,
  limit: number,
): Promise<BulkCursor[]> {
  const { wfSpecName, majorVersion = null, revision = null, status, startedBefore, startedAfter } = job;
  const [startedAt, id] = cursor ?? ['-infinity', ''];
  const rows = await run<{ id: string; startedAt: Date }>(pool, VICTIMS, [
    tenantId,
    wfSpecName,
    majorVersion,
    revision,
    status,
    startedBefore,
    startedAfter ?? '-infinity',
    startedAt,
    id,
    limit,
  ]);
  return rows.map((row) => [timestampOf(row.startedAt), row.id]);
}

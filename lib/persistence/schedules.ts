// Schedules as rows. Whoever handles a tick moves the schedule on by compare and set, so that each tick is handled once.
import type { JsonObject } from '#contracts/json.ts';
import type { ScheduledWfRun } from '#contracts/schedule.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

/** What is asked for; instants are milliseconds since 1970. */
export type NewSchedule = {
  id: string;
  wfSpecName: string;
  majorVersion: number | null;
  revision: number | null;
  cron: string;
  timeZone: string;
  variables: JsonObject;
  parentWfRunId: string | null;
  requester: string | null;
  createdAt: number;
  nextAt: number | null;
};

const COLUMNS = `id, wf_spec_name AS "wfSpecName", major_version AS "majorVersion", revision, cron, time_zone AS "timeZone",
  variables, parent_id AS "parentWfRunId", requester, is_paused AS "isPaused", created_at AS "createdAt",
  next_at AS "nextAt", last_at AS "lastAt", last_failure AS "lastFailure"`;

type Instants = 'createdAt' | 'nextAt' | 'lastAt';
type Row = Omit<ScheduledWfRun, Instants> & { createdAt: Date; nextAt: Date | null; lastAt: Date | null };

const scheduleOf = (row: Row): ScheduledWfRun => ({
  ...row,
  createdAt: timestampOf(row.createdAt),
  nextAt: row.nextAt && timestampOf(row.nextAt),
  lastAt: row.lastAt && timestampOf(row.lastAt),
});

const INSERT: Statement = {
  name: 'insert-schedule',
  text: `
INSERT INTO scheduled_wf_run (
  tenant_id, id, wf_spec_name, major_version, revision, cron, time_zone, variables, parent_id, requester, created_at,
  next_at
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::float8 / 1000), to_timestamp($12::float8 / 1000))
ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
};

/** Null when there is one of this id already. */
export async function insertSchedule(
  { pool }: Store,
  tenantId: string,
  schedule: NewSchedule,
): Promise<ScheduledWfRun | null> {
  const { id, wfSpecName, majorVersion, revision, cron, timeZone, variables } = schedule;
  const { parentWfRunId, requester, createdAt, nextAt } = schedule;
  const what = [id, wfSpecName, majorVersion, revision, cron, timeZone, JSON.stringify(variables)];
  const [row] = await run<Row>(pool, INSERT, [tenantId, ...what, parentWfRunId, requester, createdAt, nextAt]);
  return row ? scheduleOf(row) : null;
}

const FIND: Statement = {
  name: 'find-schedule',
  text: `SELECT ${COLUMNS} FROM scheduled_wf_run WHERE tenant_id = $1 AND id = $2`,
};

export async function findSchedule({ pool }: Store, tenantId: string, id: string): Promise<ScheduledWfRun | null> {
  const [row] = await run<Row>(pool, FIND, [tenantId, id]);
  return row ? scheduleOf(row) : null;
}

const listing = (filter: string): string => `
SELECT ${COLUMNS} FROM scheduled_wf_run
WHERE tenant_id = $1 AND (created_at, id) < ($2::timestamptz, $3) ${filter}
ORDER BY created_at DESC, id DESC LIMIT $4`;
const LIST: Statement = { name: 'list-schedules', text: listing('') };
const LIST_OF_SPEC: Statement = { name: 'list-schedules-of-spec', text: listing('AND wf_spec_name = $5') };

/** One page, newest first. */
export async function listSchedules(
  { pool }: Store,
  tenantId: string,
  { wfSpecName, after, take }: { wfSpecName: string | undefined; after: [string, string] | null; take: number },
): Promise<ScheduledWfRun[]> {
  const values = [tenantId, ...(after ?? ['infinity', '']), take];
  const rows = wfSpecName
    ? await run<Row>(pool, LIST_OF_SPEC, [...values, wfSpecName])
    : await run<Row>(pool, LIST, values);
  return rows.map(scheduleOf);
}

const DELETE: Statement = {
  name: 'delete-schedule',
  text: 'DELETE FROM scheduled_wf_run WHERE tenant_id = $1 AND id = $2 RETURNING 1',
};

/** False when there is none. */
export async function deleteSchedule({ pool }: Store, tenantId: string, id: string): Promise<boolean> {
  return (await run(pool, DELETE, [tenantId, id])).length > 0;
}

const PAUSE: Statement = {
  name: 'pause-schedule',
  text: `
UPDATE scheduled_wf_run SET is_paused = $3, next_at = CASE
  WHEN is_paused = $3 THEN next_at
  ELSE to_timestamp($4::float8 / 1000)
END
WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
};

/** Pauses it (`nextAt` null) or lets it go on; one that is already as is asked stays as it is. Null when there is none. */
export async function setPaused(
  { pool }: Store,
  tenantId: string,
  id: string,
  { isPaused, nextAt }: { isPaused: boolean; nextAt: number | null },
): Promise<ScheduledWfRun | null> {
  const [row] = await run<Row>(pool, PAUSE, [tenantId, id, isPaused, nextAt]);
  return row ? scheduleOf(row) : null;
}

const DUE: Statement = {
  name: 'find-due-schedules',
  text: `
SELECT tenant_id AS "tenantId", (extract(epoch FROM next_at) * 1000)::float8 AS "dueAt",
  (extract(epoch FROM docket_now($1)) * 1000)::float8 AS now, ${COLUMNS}
FROM scheduled_wf_run WHERE next_at <= docket_now($1) ORDER BY next_at LIMIT $2`,
};

export type DueSchedule = { tenantId: string; dueAt: number; now: number; schedule: ScheduledWfRun };

/** Schedules whose tick is due, of all tenants, longest due first. */
export async function findDueSchedules({ pool, testClock }: Store, limit: number): Promise<DueSchedule[]> {
  const rows = await run<Row & Omit<DueSchedule, 'schedule'>>(pool, DUE, [testClock, limit]);
  return rows.map(({ tenantId, dueAt, now, ...row }) => ({ tenantId, dueAt, now, schedule: scheduleOf(row) }));
}

const MOVE: Statement = {
  name: 'move-schedule',
  text: `
UPDATE scheduled_wf_run SET last_at = next_at, next_at = to_timestamp($4::float8 / 1000), last_failure = $5
WHERE tenant_id = $1 AND id = $2 AND next_at = to_timestamp($3::float8 / 1000)`,
};

/** Moves a schedule from the tick at `dueAt` to the next; nothing when another has, or it was paused or deleted. */
export async function moveSchedule(
  { pool }: Store,
  { tenantId, dueAt, schedule }: DueSchedule,
  nextAt: number | null,
  failure: string | null,
): Promise<void> {
  await run(pool, MOVE, [tenantId, schedule.id, dueAt, nextAt, failure]);
}

// Correlated events and the nodes that wait for them. Either may come first, in any process: each is looked at once more after its own
// commit (`checked`), when the other, if it was before, can be seen. So none is missed, and nothing is looked at for ever.

import type { CorrelatedEvent } from '#contracts/event.ts';
import type { JsonValue } from '#contracts/json.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { CORRELATIONS } from './task-queue.ts';
import { timestampOf } from './user-task-view.ts';

/** A node that waits and the event it waits for: the focus of the command that delivers it. */
export type CorrelatedPair = {
  tenantId: string;
  familyId: string;
  wfRunId: string;
  threadRunNumber: number;
  position: number;
  defName: string;
  key: string;
};

const PAIR = `
  c.tenant_id AS "tenantId", c.family_id AS "familyId", c.wf_run_id AS "wfRunId",
  c.thread_run_number AS "threadRunNumber", c.position, c.def_name AS "defName", c.key`;
const SAME_KEY = 'e.tenant_id = c.tenant_id AND e.def_name = c.def_name AND e.key = c.key';
const LIVE = '(e.expires_at IS NULL OR e.expires_at > docket_now($1))';

const TAKE: Statement = {
  name: 'find-correlated-pairs',
  text: `
WITH waiting AS MATERIALIZED (
  SELECT c.* FROM correlation c WHERE NOT c.checked LIMIT $2 FOR UPDATE SKIP LOCKED
), arrived AS MATERIALIZED (
  SELECT e.* FROM correlated_event e WHERE NOT e.checked LIMIT $2 FOR UPDATE SKIP LOCKED
), pairs AS MATERIALIZED (
  SELECT ${PAIR} FROM waiting c JOIN correlated_event e ON ${SAME_KEY} AND ${LIVE}
  UNION
  SELECT ${PAIR} FROM arrived e JOIN correlation c ON ${SAME_KEY} AND ${LIVE}
), checked AS (
  UPDATE correlation x SET checked = true FROM waiting c
  WHERE x.tenant_id = c.tenant_id AND x.family_id = c.family_id AND x.wf_run_id = c.wf_run_id
    AND x.thread_run_number = c.thread_run_number AND x.position = c.position
    AND NOT EXISTS (SELECT FROM correlated_event e WHERE ${SAME_KEY} AND ${LIVE})
), checked_events AS (
  UPDATE correlated_event x SET checked = true FROM arrived e
  WHERE x.tenant_id = e.tenant_id AND x.def_name = e.def_name AND x.key = e.key
    AND NOT EXISTS (SELECT FROM correlation c WHERE ${SAME_KEY})
)
SELECT * FROM pairs`,
};

/** Pairs that are to be delivered, from up to `limit` nodes and events that nobody has looked at yet. */
export const findCorrelatedPairs = ({ pool, testClock }: Store, limit: number): Promise<CorrelatedPair[]> =>
  run<CorrelatedPair>(pool, TAKE, [testClock, limit]);

const DROP: Statement = {
  name: 'drop-correlation',
  text: `
DELETE FROM correlation
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND thread_run_number = $4 AND position = $5`,
};

/** For a node that its run does not have waiting (any longer). */
export async function dropCorrelation({ pool }: Store, pair: CorrelatedPair): Promise<void> {
  await run(pool, DROP, [pair.tenantId, pair.familyId, pair.wfRunId, pair.threadRunNumber, pair.position]);
}

const COLUMNS = `
  e.def_name AS "externalEventDefName", e.key, e.content, e.created_at AS "createdAt", e.expires_at AS "expiresAt",
  (
    SELECT coalesce(json_agg(json_build_object('wfRunId', x.wf_run_id, 'guid', x.guid) ORDER BY x.created_at, x.guid), '[]')
    FROM external_event x WHERE x.tenant_id = e.tenant_id AND x.def_name = e.def_name AND x.correlation_key = e.key
  ) AS "externalEvents"`;

// An event whose time is over, and that nobody has removed yet, gives way.
const INSERT: Statement = {
  name: 'insert-correlated-event',
  text: `
WITH clock AS MATERIALIZED (SELECT docket_now($1) AS now)
INSERT INTO correlated_event AS e (tenant_id, def_name, key, content, created_at, expires_at)
SELECT $2, $3, $4, $5::json, clock.now, clock.now + make_interval(secs => $6) FROM clock
ON CONFLICT (tenant_id, def_name, key) DO UPDATE SET
  content = excluded.content, created_at = excluded.created_at, expires_at = excluded.expires_at, checked = false
WHERE e.expires_at <= excluded.created_at
RETURNING ${COLUMNS}`,
};

/** Null when there is one by this key already. */
export async function insertCorrelatedEvent(
  { pool, testClock, wakeUps }: Store,
  tenantId: string,
  event: { defName: string; key: string; content: JsonValue; ttlSeconds: number | null },
): Promise<CorrelatedEvent | null> {
  const { defName, key, content, ttlSeconds } = event;
  const values = [testClock, tenantId, defName, key, JSON.stringify(content), ttlSeconds];
  const [row] = await run<EventRow>(pool, INSERT, values);
  if (!row) return null;
  wakeUps.notify(CORRELATIONS, 1);
  return eventOf(row);
}

const FIND: Statement = {
  name: 'find-correlated-event',
  text: `
SELECT ${COLUMNS} FROM correlated_event e
WHERE e.tenant_id = $2 AND e.def_name = $3 AND e.key = $4 AND ${LIVE}`,
};

type EventRow = Omit<CorrelatedEvent, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date | null };

export async function findCorrelatedEvent(
  { pool, testClock }: Store,
  tenantId: string,
  defName: string,
  key: string,
): Promise<CorrelatedEvent | null> {
  const [row] = await run<EventRow>(pool, FIND, [testClock, tenantId, defName, key]);
  return row ? eventOf(row) : null;
}

const LIST: Statement = {
  name: 'list-correlated-events',
  text: `
SELECT ${COLUMNS} FROM correlated_event e
WHERE e.tenant_id = $2 AND e.def_name = $3 AND e.key > $4 AND ${LIVE} ORDER BY e.key LIMIT $5`,
};

/** One page by key. */
export async function listCorrelatedEvents(
  { pool, testClock }: Store,
  tenantId: string,
  defName: string,
  { after, take }: { after: string | null; take: number },
): Promise<CorrelatedEvent[]> {
  return (await run<EventRow>(pool, LIST, [testClock, tenantId, defName, after ?? '', take])).map(eventOf);
}

function eventOf({ createdAt, expiresAt, ...row }: EventRow): CorrelatedEvent {
  return {
    ...row,
    createdAt: timestampOf(createdAt),
    expiresAt: expiresAt && timestampOf(expiresAt),
  };
}

const DELETE: Statement = {
  name: 'delete-correlated-event',
  text: 'DELETE FROM correlated_event WHERE tenant_id = $1 AND def_name = $2 AND key = $3 RETURNING 1',
};

/** False when there was none. */
export async function deleteCorrelatedEvent(
  { pool }: Store,
  tenantId: string,
  defName: string,
  key: string,
): Promise<boolean> {
  return (await run(pool, DELETE, [tenantId, defName, key])).length > 0;
}

const EXPIRE: Statement = {
  name: 'expire-correlated-events',
  text: `
DELETE FROM correlated_event WHERE (tenant_id, def_name, key) IN (
  SELECT tenant_id, def_name, key FROM correlated_event WHERE expires_at <= docket_now($1) ORDER BY expires_at LIMIT $2
) RETURNING 1`,
};

/** Removes up to `limit` events whose time is over; how many there were. */
export async function expireCorrelatedEvents({ pool, testClock }: Store, limit: number): Promise<number> {
  return (await run(pool, EXPIRE, [testClock, limit])).length;
}

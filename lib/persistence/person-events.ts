// The assignment history of a person: what they did to tasks, got and gave up, the latest first, over all tasks.
import type { JsonValue } from '#contracts/json.ts';
import { PERSON_EVENT_TYPES, type PersonEvent, type PersonEventType } from '#contracts/user-task-history.ts';
import type { UserTaskEvent, UserTaskEventBody, UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { SUMMARY_COLUMNS, type SummaryInstants, summaryOf, timestampOf } from './user-task-view.ts';

/** When, and of which task the how-manieth. */
export type EventPlace = [at: string, wfRunId: string, guid: string, seq: number];

const IS_TOLD = `(e.body ->> 'type') IN (${PERSON_EVENT_TYPES.map((type) => `'${type}'`).join(', ')})`;
const GOT = `(e.body -> 'after' ->> 'userId')`;
const GAVE = `(e.body -> 'before' ->> 'userId')`;
const DID = `e.actor_kind IN ('user', 'admin') AND e.actor_id = $2`;
const IS_FOR = 'e.on_behalf_of = $2';

// Each way to be named by an event has its index; one that names a person in several ways is taken by the first.
const WAYS: readonly (readonly string[])[] = [
  [IS_TOLD, DID],
  [IS_TOLD, 'e.on_behalf_of IS NOT NULL', IS_FOR, `(${DID}) IS NOT TRUE`],
  [`(e.body ->> 'type') = 'ASSIGNED'`, `${GOT} = $2`, `(${DID}) IS NOT TRUE`, `(${IS_FOR}) IS NOT TRUE`],
  [
    `(e.body ->> 'type') = 'ASSIGNED'`,
    `${GAVE} = $2`,
    `${GOT} IS DISTINCT FROM $2`,
    `(${DID}) IS NOT TRUE`,
    `(${IS_FOR}) IS NOT TRUE`,
  ],
];

const WINDOW = [
  'e.tenant_id = $1',
  'e.at >= $3::timestamptz',
  'e.at < $4::timestamptz',
  '(e.at, e.wf_run_id, e.guid, e.seq) < ($5::timestamptz, $6, $7, $8::int)',
  `($10::text IS NULL OR (e.body ->> 'type') = $10)`,
];
const LATEST = 'ORDER BY e.at DESC, e.wf_run_id DESC, e.guid DESC, e.seq DESC';

const COLUMNS = `e.tenant_id, e.family_id, e.wf_run_id, e.guid, e.seq, e.at, e.actor_kind, e.actor_id, e.on_behalf_of,
  e.cause, e.reason, e.body, e.hash`;

// Who cancels names only themselves; whose it was is told by the task, which keeps its last owner and when it ended.
const TAKEN_AWAY = `
SELECT ${COLUMNS} FROM user_task_run t JOIN user_task_event e USING (tenant_id, family_id, wf_run_id, guid)
WHERE t.tenant_id = $1 AND t.user_id = $2 AND t.status = 'CANCELLED'
  AND t.ended_at >= $3::timestamptz AND t.ended_at < $4::timestamptz
  AND (t.ended_at, t.wf_run_id, t.guid) <= ($5::timestamptz, $6, $7)
  AND ${[...WINDOW, `(e.body ->> 'type') = 'CANCELLED'`, `(${DID}) IS NOT TRUE`, `(${IS_FOR}) IS NOT TRUE`].join(' AND ')}
ORDER BY t.ended_at DESC, t.wf_run_id DESC, t.guid DESC LIMIT $9`;

const LIST: Statement = {
  name: 'list-events-of-person',
  text: `
SELECT row_to_json(s) AS task, e.seq, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId",
  e.on_behalf_of AS "onBehalfOf", e.cause, e.reason, e.body, encode(e.hash, 'hex') AS hash,
  extract(epoch FROM e.at - since.at)::float8 AS "heldSeconds"
FROM (
  SELECT * FROM (${[
    ...WAYS.map(
      (way) => `SELECT ${COLUMNS} FROM user_task_event e WHERE ${[...WINDOW, ...way].join(' AND ')} ${LATEST} LIMIT $9`,
    ),
    TAKEN_AWAY,
  ]
    .map((way) => `(${way})`)
    .join(' UNION ALL ')}) e ${LATEST} LIMIT $9
) e
JOIN user_task_run t USING (tenant_id, family_id, wf_run_id, guid)
CROSS JOIN LATERAL (SELECT ${SUMMARY_COLUMNS}) s
LEFT JOIN LATERAL (
  SELECT p.at, p.body -> 'after' ->> 'userId' AS holder FROM user_task_event p
  WHERE p.tenant_id = e.tenant_id AND p.family_id = e.family_id AND p.wf_run_id = e.wf_run_id AND p.guid = e.guid
    AND p.seq < e.seq AND p.body ->> 'type' = 'ASSIGNED'
    AND (p.seq = 0 OR p.body -> 'before' ->> 'userId' IS DISTINCT FROM p.body -> 'after' ->> 'userId')
  ORDER BY p.seq DESC LIMIT 1
) since ON since.holder = $2 AND (e.body ->> 'type' <> 'ASSIGNED' OR ${GOT} IS DISTINCT FROM $2)
${LATEST}`,
};

type Row = Pick<UserTaskEvent, 'seq' | 'actorKind' | 'actorId' | 'onBehalfOf' | 'cause' | 'reason' | 'hash'> & {
  task: Omit<UserTaskRunSummary, keyof SummaryInstants> & SummaryInstants;
  at: Date;
  body: JsonValue;
  heldSeconds: number | null;
};

type PersonEventsQuery = {
  from: string | null;
  to: string | null;
  /** Of this kind alone. */
  type: PersonEventType | null;
  after: EventPlace | null;
  take: number;
};

/** One page; from `from` on, before `to`. */
export async function listEventsOfPerson(
  { pool }: Store,
  tenantId: string,
  userId: string,
  { from, to, type, after, take }: PersonEventsQuery,
): Promise<PersonEvent[]> {
  const beyond = after ?? ['infinity', '', '', 0];
  const values = [tenantId, userId, from ?? '-infinity', to ?? 'infinity', ...beyond, take, type];
  const rows = await run<Row>(pool, LIST, values);
  return rows.map(({ task, at, body, heldSeconds, ...head }) => ({
    task: summaryOf(task),
    // What the engine appended is stored as it was.
    event: { ...head, at: timestampOf(at), ...(body as UserTaskEventBody) },
    heldSeconds,
  }));
}

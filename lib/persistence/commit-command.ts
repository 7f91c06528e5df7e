// The commit of a step: one statement that writes everything of it or nothing, guarded by the version that the load saw.

import type { Step } from '#engine/result.ts';
import { storedFamily } from '#engine/stored-family.ts';
import { ROW_KINDS, type RowKind, rowsOf } from './commit-rows.ts';
import type { CallKey } from './load-command.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

const FIRST_ROWS = 9;
const given = (kind: RowKind): string => `json_to_recordset($${FIRST_ROWS + ROW_KINDS.indexOf(kind)}::json)`;
const COMMITTED = 'EXISTS (SELECT FROM committed)';
const OF_ROW = 'x.tenant_id = $1 AND x.family_id = $2 AND x.wf_run_id = r.wf_run_id AND x.guid = r.guid';

/**
 * $1 tenant, $2 family, $3 the version seen (null: the family begins), $4 its state, $5 to $8 the call's principal, operation, key, body hash
 * and, last, its response; between them the rows, a JSON array per kind. All but the guard hang on `committed`, which is empty when the guard
 * fails: the version moved, the family exists already, or its WfSpec was deleted.
 */
const COMMIT: Statement = {
  name: 'commit-command',
  text: `
WITH updated AS (
  UPDATE wf_family SET version = version + 1, state = $4::json
  WHERE tenant_id = $1 AND family_id = $2 AND version = $3::int
  RETURNING 1
), born AS (
  INSERT INTO wf_family (tenant_id, family_id, version, state)
  SELECT $1, $2, 1, $4::json
  WHERE $3::int IS NULL AND NOT EXISTS (
    SELECT FROM ${given('wfRuns')} AS r(wf_spec_name text, major_version int, revision int)
    WHERE NOT EXISTS (
      SELECT FROM definition d
      WHERE d.tenant_id = $1 AND d.kind = 'WfSpec' AND d.name = r.wf_spec_name AND d.major = r.major_version
        AND d.revision = r.revision
    )
  )
  ON CONFLICT DO NOTHING
  RETURNING 1
), committed AS (
  SELECT FROM updated UNION ALL SELECT FROM born
), wf_runs AS (
  INSERT INTO wf_run
    (tenant_id, family_id, id, wf_spec_name, major_version, revision, status, requester, started_at, ended_at)
  SELECT $1, $2, r.* FROM ${given('wfRuns')} AS r(
    id text, wf_spec_name text, major_version int, revision int, status text, requester text, started_at timestamptz,
    ended_at timestamptz
  ) WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, id) DO UPDATE SET status = excluded.status, ended_at = excluded.ended_at
), thread_runs AS (
  INSERT INTO thread_run (
    tenant_id, family_id, wf_run_id, number, thread_spec_name, status, started_at, ended_at, current_node_name,
    current_node_position, failure
  )
  SELECT $1, $2, r.* FROM ${given('threadRuns')} AS r(
    wf_run_id text, number int, thread_spec_name text, status text, started_at timestamptz, ended_at timestamptz,
    current_node_name text, current_node_position int, failure json
  ) WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, wf_run_id, number) DO UPDATE SET
    status = excluded.status, ended_at = excluded.ended_at, current_node_name = excluded.current_node_name,
    current_node_position = excluded.current_node_position, failure = excluded.failure
), node_runs AS (
  INSERT INTO node_run (
    tenant_id, family_id, wf_run_id, thread_run_number, position, thread_spec_name, node_name, node_type, status,
    arrived_at, ended_at, failure, task_run_guid, user_task_run_guid
  )
  SELECT $1, $2, r.* FROM ${given('nodeRuns')} AS r(
    wf_run_id text, thread_run_number int, position int, thread_spec_name text, node_name text, node_type text,
    status text, arrived_at timestamptz, ended_at timestamptz, failure json, task_run_guid text,
    user_task_run_guid text
  ) WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, wf_run_id, thread_run_number, position) DO UPDATE SET
    status = excluded.status, ended_at = excluded.ended_at, failure = excluded.failure,
    task_run_guid = excluded.task_run_guid, user_task_run_guid = excluded.user_task_run_guid
), variables AS (
  INSERT INTO variable
    (tenant_id, family_id, wf_run_id, thread_run_number, name, type, value, updated_at)
  SELECT $1, $2, r.* FROM ${given('variables')} AS r(
    wf_run_id text, thread_run_number int, name text, type text, value json, updated_at timestamptz
  ) WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, wf_run_id, thread_run_number, name) DO UPDATE SET
    value = excluded.value, updated_at = excluded.updated_at
), task_runs AS (
  INSERT INTO task_run
    (tenant_id, family_id, wf_run_id, guid, task_def_name, inputs, timeout_seconds, total_attempts, created_at)
  SELECT $1, $2, r.* FROM ${given('taskRuns')} AS r(
    wf_run_id text, guid text, task_def_name text, inputs json, timeout_seconds int, total_attempts int,
    created_at timestamptz
  ) WHERE ${COMMITTED}
  ON CONFLICT DO NOTHING
), unscheduled AS (
  DELETE FROM task_queue x
  USING ${given('unscheduled')} AS r(wf_run_id text, guid text, attempt int)
  WHERE ${OF_ROW} AND x.attempt = r.attempt AND ${COMMITTED}
  RETURNING x.*
), ended_attempts AS (
  INSERT INTO task_attempt (
    tenant_id, family_id, wf_run_id, guid, attempt, status, scheduled_at, started_at, ended_at, worker_id, lease_token,
    output, error, log_output
  )
  SELECT $1, $2, r.wf_run_id, r.guid, r.attempt, r.status, u.scheduled_at, u.started_at, r.ended_at, u.worker_id,
    u.lease_token, r.output, r.error, r.log_output
  FROM ${given('endedAttempts')} AS r(
    wf_run_id text, guid text, attempt int, status text, ended_at timestamptz, output json, error json, log_output text
  )
  JOIN unscheduled u USING (wf_run_id, guid, attempt)
), scheduled AS (
  INSERT INTO task_queue (
    tenant_id, family_id, wf_run_id, guid, attempt, task_def_name, wf_spec_name, thread_run_number, position,
    timeout_seconds, scheduled_at
  )
  SELECT $1, $2, r.* FROM ${given('scheduled')} AS r(
    wf_run_id text, guid text, attempt int, task_def_name text, wf_spec_name text, thread_run_number int, position int,
    timeout_seconds int, scheduled_at timestamptz
  ) WHERE ${COMMITTED}
), user_tasks AS (
  INSERT INTO user_task_run (
    tenant_id, family_id, wf_run_id, guid, thread_run_number, position, wf_spec_name, user_task_def_name,
    user_task_def_version, title, context, status, user_id, user_group, requester, epoch, version, next_event_seq,
    next_comment_id, comment_count, has_draft, created_at, ended_at, ended_by
  )
  SELECT $1, $2, r.wf_run_id, r.guid, r.thread_run_number, r.position, r.wf_spec_name, r.user_task_def_name,
    r.user_task_def_version, r.title, r.context, r.status, r.user_id, r.user_group, r.requester, r.epoch, r.version,
    r.next_event_seq, r.next_comment_id, coalesce(x.comment_count, 0) + r.comments, coalesce(r.draft, x.has_draft, false),
    r.created_at, r.ended_at, r.ended_by
  FROM ${given('userTasks')} AS r(
    wf_run_id text, guid text, thread_run_number int, position int, wf_spec_name text, user_task_def_name text,
    user_task_def_version int, title text, context text, status text, user_id text, user_group text, requester text,
    epoch int, version int, next_event_seq int, next_comment_id int, comments int, draft boolean,
    created_at timestamptz, ended_at timestamptz, ended_by text
  )
  LEFT JOIN user_task_run x ON ${OF_ROW}
  WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, wf_run_id, guid) DO UPDATE SET
    title = excluded.title, context = excluded.context, status = excluded.status, user_id = excluded.user_id,
    user_group = excluded.user_group, epoch = excluded.epoch, version = excluded.version,
    next_event_seq = excluded.next_event_seq, next_comment_id = excluded.next_comment_id,
    comment_count = excluded.comment_count, has_draft = excluded.has_draft, ended_at = excluded.ended_at,
    ended_by = excluded.ended_by
), arrived AS (
  INSERT INTO user_task_detail (tenant_id, family_id, wf_run_id, guid, notes, words)
  SELECT $1, $2, r.wf_run_id, r.guid, r.notes, user_task_words(r.title, r.context)
  FROM ${given('arrivedUserTasks')} AS r(wf_run_id text, guid text, title text, context text, notes text)
  WHERE ${COMMITTED}
), answered AS (
  UPDATE user_task_detail x SET results = r.results
  FROM ${given('answeredUserTasks')} AS r(wf_run_id text, guid text, results json)
  WHERE ${OF_ROW} AND x.results IS NULL AND ${COMMITTED}
), drafts AS (
  INSERT INTO user_task_draft (tenant_id, family_id, wf_run_id, guid, results, saved_by, saved_at)
  SELECT $1, $2, r.* FROM ${given('drafts')} AS r(
    wf_run_id text, guid text, results json, saved_by text, saved_at timestamptz
  ) WHERE ${COMMITTED}
  ON CONFLICT (tenant_id, family_id, wf_run_id, guid) DO UPDATE SET
    results = excluded.results, saved_by = excluded.saved_by, saved_at = excluded.saved_at
), dropped_drafts AS (
  DELETE FROM user_task_draft x
  USING ${given('endedUserTasks')} AS r(wf_run_id text, guid text)
  WHERE ${OF_ROW} AND ${COMMITTED}
), past_owners AS (
  INSERT INTO user_task_past_owner (tenant_id, family_id, wf_run_id, guid, user_id, created_at)
  SELECT $1, $2, r.wf_run_id, r.guid, r.user_id, x.created_at
  FROM ${given('pastOwners')} AS r(wf_run_id text, guid text, user_id text)
  JOIN user_task_run x ON ${OF_ROW}
  WHERE ${COMMITTED}
  ON CONFLICT DO NOTHING
), events AS (
  INSERT INTO user_task_event (
    tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind, actor_id, on_behalf_of, cause, reason, body
  )
  SELECT $1, $2, r.* FROM ${given('events')} AS r(
    wf_run_id text, guid text, seq int, at timestamptz, actor_kind text, actor_id text, on_behalf_of text, cause text,
    reason text, body json
  ) WHERE ${COMMITTED}
), idempotency AS (
  INSERT INTO idempotency_key (tenant_id, principal, operation, key, body_hash, response)
  SELECT $1, $5, $6, $7, $8, $${FIRST_ROWS + ROW_KINDS.length}::json WHERE $7::text IS NOT NULL AND ${COMMITTED}
)
SELECT FROM committed`,
};

export type Commit = {
  tenantId: string;
  familyId: string;
  /** As the load saw it; null when this step begins the family. */
  version: number | null;
  step: Step;
  call: CallKey | null;
  /** JSON, or undefined where the call has no answer. */
  response: unknown;
};

/** Writes a step whole. False when the guard failed and nothing was written; a key used by a call at the same time is an error. */
export async function commitCommand(store: Store, commit: Commit): Promise<boolean> {
  const { tenantId, familyId, version, step, call, response } = commit;
  const rows = rowsOf(step);
  const committed = await run(store.pool, COMMIT, [
    tenantId,
    familyId,
    version,
    JSON.stringify(storedFamily(step.family)),
    call?.principal ?? null,
    call?.operation ?? null,
    call?.key ?? null,
    call?.bodyHash ?? null,
    ...ROW_KINDS.map((kind) => JSON.stringify(rows[kind])),
    call && response !== undefined ? JSON.stringify(response) : null,
  ]);
  return committed.length > 0;
}

// The kinds of rows that a commit writes: the columns in which they are handed over and the part of the statement that writes them.

import type { ColumnType, ColumnValue } from './binary-array.ts';

type Kind = {
  /** In the order of the table's columns where rows are inserted whole. */
  columns: Record<string, ColumnType>;
  /** `rows` is the relation that has them, as `r`; `ok` holds for those whose family is committed. */
  sql: (rows: string, ok: string) => string;
};

// `n` numbers the families of a commit; tenant, family, run: what every key begins with.
const N = { n: 'int', t: 'text' } as const;
const OF_FAMILY = { ...N, f: 'text' } as const;
const OF_RUN = { ...OF_FAMILY, run: 'text' } as const;
const SAME_RUN = 'x.tenant_id = r.t AND x.family_id = r.f AND x.wf_run_id = r.run';

/** Inserts the rows as they stand, but for `n`. */
const inserting =
  (table: string, into: string, onConflict = '') =>
  (rows: string, ok: string): string =>
    `INSERT INTO ${table} (${into}) SELECT ${columnsAfterN(rows)} FROM ${rows} WHERE ${ok} ${onConflict}`;

const columnsAfterN = (rows: string): string => rows.slice(rows.indexOf('r(n, ') + 5, -1).replaceAll(/\w+/g, 'r.$&');

export const KINDS = {
  bornRuns: {
    columns: {
      ...OF_FAMILY,
      id: 'text',
      parent: 'text',
      schedule: 'text',
      spec: 'text',
      major: 'int',
      revision: 'int',
      status: 'text',
      requester: 'text',
      started: 'timestamptz',
      ended: 'timestamptz',
      erase: 'timestamptz',
      state: 'json',
    },
    sql: inserting(
      'wf_run',
      `tenant_id, family_id, id, parent_id, schedule_id, wf_spec_name, major_version, revision, status, requester,
      started_at, ended_at, erase_at, state`,
    ),
  },
  changedRuns: {
    columns: {
      ...N,
      id: 'text',
      spec: 'text',
      major: 'int',
      revision: 'int',
      moved: 'boolean',
      status: 'text',
      ended: 'timestamptz',
      erase: 'timestamptz',
      state: 'json',
    },
    sql: (rows, ok) => `
      UPDATE wf_run x SET wf_spec_name = r.spec, major_version = r.major, revision = r.revision, status = r.status,
        ended_at = r.ended, erase_at = r.erase, state = r.state
      FROM ${rows} WHERE x.tenant_id = r.t AND x.id = r.id AND ${ok}`,
  },
  parts: {
    columns: { ...OF_FAMILY, part: 'text', state: 'json' },
    sql: inserting(
      'family_part',
      'tenant_id, family_id, part, state',
      'ON CONFLICT (tenant_id, family_id, part) DO UPDATE SET state = excluded.state',
    ),
  },
  goneParts: {
    columns: { ...OF_FAMILY, part: 'text' },
    sql: (rows, ok) => `
      DELETE FROM family_part x USING ${rows}
      WHERE x.tenant_id = r.t AND x.family_id = r.f AND x.part = r.part AND ${ok}`,
  },
  threadRuns: {
    columns: { ...OF_RUN, number: 'int', state: 'json' },
    sql: inserting('thread_run', 'tenant_id, family_id, wf_run_id, number, state'),
  },
  nodeRuns: {
    columns: {
      ...OF_RUN,
      thread: 'int',
      position: 'int',
      thread_spec: 'text',
      node: 'text',
      type: 'text',
      status: 'text',
      arrived: 'timestamptz',
      ended: 'timestamptz',
      detail: 'json',
    },
    sql: inserting(
      'node_run',
      `tenant_id, family_id, wf_run_id, thread_run_number, position, thread_spec_name, node_name, node_type, status,
      arrived_at, ended_at, detail`,
    ),
  },
  taskRuns: {
    columns: {
      ...OF_RUN,
      guid: 'text',
      task_def: 'text',
      status: 'text',
      created: 'timestamptz',
      ended: 'timestamptz',
      state: 'json',
    },
    sql: inserting(
      'task_run',
      'tenant_id, family_id, wf_run_id, guid, task_def_name, status, created_at, ended_at, state',
    ),
  },
  scheduled: {
    columns: {
      ...OF_RUN,
      guid: 'text',
      attempt: 'int',
      task_def: 'text',
      spec: 'text',
      thread: 'int',
      position: 'int',
      timeout: 'int',
      at: 'timestamptz',
      inputs: 'json',
      worker: 'text',
      started: 'timestamptz',
      token: 'text',
      until: 'timestamptz',
    },
    sql: inserting(
      'task_queue',
      `tenant_id, family_id, wf_run_id, guid, attempt, task_def_name, wf_spec_name, thread_run_number, position,
      timeout_seconds, scheduled_at, inputs, worker_id, started_at, lease_token, lease_until`,
      'ON CONFLICT DO NOTHING',
    ),
  },
  // Only as the load saw it: an attempt that was claimed since stays, and its worker is heard.
  unscheduled: {
    columns: { ...OF_RUN, guid: 'text', attempt: 'int', token: 'text' },
    sql: (rows, ok) => `
      DELETE FROM task_queue x USING ${rows}
      WHERE ${SAME_RUN} AND x.guid = r.guid AND x.attempt = r.attempt
        AND x.lease_token IS NOT DISTINCT FROM r.token AND ${ok}`,
  },
  timers: {
    columns: { ...OF_RUN, key: 'text', due: 'timestamptz', try: 'timestamptz' },
    sql: inserting(
      'timer',
      'tenant_id, family_id, wf_run_id, key, due_at, try_at',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, key) DO UPDATE SET
        due_at = excluded.due_at, try_at = excluded.try_at, tries = 0, reason = NULL`,
    ),
  },
  clearedTimers: {
    columns: { ...OF_RUN, key: 'text' },
    sql: (rows, ok) => `DELETE FROM timer x USING ${rows} WHERE ${SAME_RUN} AND x.key = r.key AND ${ok}`,
  },
  searchable: {
    columns: {
      ...OF_RUN,
      spec: 'text',
      name: 'text',
      path: 'text',
      value: 'text',
      started: 'timestamptz',
    },
    sql: inserting(
      'searchable_value',
      'tenant_id, family_id, wf_run_id, wf_spec_name, name, path, value, started_at',
      'ON CONFLICT DO NOTHING',
    ),
  },
  // `kept` are the pairs of path and value that the variable still has.
  unsearchable: {
    columns: { ...OF_RUN, name: 'text', kept: 'json' },
    sql: (rows, ok) => `
      DELETE FROM searchable_value x USING ${rows}
      WHERE ${SAME_RUN} AND x.name = r.name AND ${ok} AND NOT EXISTS (
        SELECT FROM json_array_elements(r.kept) k WHERE k ->> 0 = x.path AND k ->> 1 = x.value
      )`,
  },
  externalEvents: {
    columns: {
      ...OF_RUN,
      def: 'text',
      guid: 'text',
      content: 'json',
      created: 'timestamptz',
      thread: 'int',
      position: 'int',
      claimed_thread: 'int',
      claimed_position: 'int',
      key: 'text',
    },
    sql: inserting(
      'external_event',
      `tenant_id, family_id, wf_run_id, def_name, guid, content, created_at, thread_run_number, position,
      claimed_thread, claimed_position, correlation_key`,
    ),
  },
  claimedEvents: {
    columns: { ...OF_RUN, def: 'text', guid: 'text', thread: 'int', position: 'int' },
    sql: (rows, ok) => `
      UPDATE external_event x SET claimed_thread = r.thread, claimed_position = r.position
      FROM ${rows} WHERE ${SAME_RUN} AND x.def_name = r.def AND x.guid = r.guid AND ${ok}`,
  },
  expiredEvents: {
    columns: { ...OF_RUN, def: 'text', guid: 'text' },
    sql: (rows, ok) => `
      DELETE FROM external_event x USING ${rows}
      WHERE ${SAME_RUN} AND x.def_name = r.def AND x.guid = r.guid AND ${ok}`,
  },
  workflowEvents: {
    columns: {
      ...OF_RUN,
      def: 'text',
      number: 'int',
      content: 'json',
      created: 'timestamptz',
      thread: 'int',
      position: 'int',
    },
    sql: inserting(
      'workflow_event',
      'tenant_id, family_id, wf_run_id, def_name, number, content, created_at, thread_run_number, position',
    ),
  },
  correlations: {
    columns: { ...OF_RUN, thread: 'int', position: 'int', def: 'text', key: 'text' },
    sql: inserting(
      'correlation',
      'tenant_id, family_id, wf_run_id, thread_run_number, position, def_name, key',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, thread_run_number, position) DO UPDATE SET
        def_name = excluded.def_name, key = excluded.key, checked = false`,
    ),
  },
  uncorrelated: {
    columns: { ...OF_RUN, thread: 'int', position: 'int' },
    sql: (rows, ok) => `
      DELETE FROM correlation x USING ${rows}
      WHERE ${SAME_RUN} AND x.thread_run_number = r.thread AND x.position = r.position AND ${ok}`,
  },
  consumedEvents: {
    columns: { ...N, def: 'text', key: 'text' },
    sql: (rows, ok) => `
      DELETE FROM correlated_event x USING ${rows}
      WHERE x.tenant_id = r.t AND x.def_name = r.def AND x.key = r.key AND ${ok}`,
  },
  arrivedUserTasks: {
    columns: {
      ...OF_RUN,
      guid: 'text',
      thread: 'int',
      position: 'int',
      spec: 'text',
      form: 'text',
      form_version: 'int',
      title: 'text',
      context: 'text',
      status: 'text',
      user_id: 'text',
      user_group: 'text',
      requester: 'text',
      epoch: 'int',
      version: 'int',
      next_event: 'int',
      next_comment: 'int',
      comments: 'int',
      draft: 'boolean',
      created: 'timestamptz',
      ended: 'timestamptz',
      ended_by: 'text',
      suspended: 'timestamptz',
    },
    sql: inserting(
      'user_task_run',
      `tenant_id, family_id, wf_run_id, guid, thread_run_number, position, wf_spec_name, user_task_def_name,
      user_task_def_version, title, context, status, user_id, user_group, requester, epoch, version, next_event_seq,
      next_comment_id, comment_count, has_draft, created_at, ended_at, ended_by, suspended_at`,
    ),
  },
  userTaskDetails: {
    columns: { ...OF_RUN, guid: 'text', notes: 'text', title: 'text', context: 'text' },
    sql: (rows, ok) => `
      INSERT INTO user_task_detail (tenant_id, family_id, wf_run_id, guid, notes, words)
      SELECT r.t, r.f, r.run, r.guid, r.notes, user_task_words(r.title, r.context) FROM ${rows} WHERE ${ok}`,
  },
  // `comments` is how many more there are; `draft` whether there is one now, null where that did not change.
  changedUserTasks: {
    columns: {
      ...OF_RUN,
      guid: 'text',
      form_version: 'int',
      title: 'text',
      context: 'text',
      status: 'text',
      user_id: 'text',
      user_group: 'text',
      epoch: 'int',
      version: 'int',
      next_event: 'int',
      next_comment: 'int',
      comments: 'int',
      draft: 'boolean',
      ended: 'timestamptz',
      ended_by: 'text',
      suspended: 'timestamptz',
    },
    sql: (rows, ok) => `
      UPDATE user_task_run x SET user_task_def_version = r.form_version, title = r.title, context = r.context,
        status = r.status, user_id = r.user_id, user_group = r.user_group, epoch = r.epoch, version = r.version,
        next_event_seq = r.next_event, next_comment_id = r.next_comment, comment_count = x.comment_count + r.comments,
        has_draft = coalesce(r.draft, x.has_draft), ended_at = r.ended, ended_by = r.ended_by,
        suspended_at = r.suspended
      FROM ${rows} WHERE ${SAME_RUN} AND x.guid = r.guid AND ${ok}`,
  },
  userTaskEvents: {
    columns: {
      ...OF_RUN,
      guid: 'text',
      seq: 'int',
      at: 'timestamptz',
      actor_kind: 'text',
      actor: 'text',
      behalf: 'text',
      cause: 'text',
      reason: 'text',
      body: 'json',
    },
    sql: inserting(
      'user_task_event',
      `tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind, actor_id, on_behalf_of, cause, reason, body`,
    ),
  },
  pastOwners: {
    columns: { ...OF_RUN, guid: 'text', user_id: 'text', created: 'timestamptz' },
    sql: inserting(
      'user_task_past_owner',
      'tenant_id, family_id, wf_run_id, guid, user_id, created_at',
      'ON CONFLICT DO NOTHING',
    ),
  },
  drafts: {
    columns: { ...OF_RUN, guid: 'text', results: 'json', saved_by: 'text', saved_at: 'timestamptz' },
    sql: inserting(
      'user_task_draft',
      'tenant_id, family_id, wf_run_id, guid, results, saved_by, saved_at',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, guid) DO UPDATE SET
        results = excluded.results, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    ),
  },
  droppedDrafts: {
    columns: { ...OF_RUN, guid: 'text' },
    sql: (rows, ok) => `DELETE FROM user_task_draft x USING ${rows} WHERE ${SAME_RUN} AND x.guid = r.guid AND ${ok}`,
  },
  answers: {
    columns: {
      ...N,
      principal: 'text',
      operation: 'text',
      key: 'text',
      body_hash: 'text',
      response: 'json',
    },
    sql: inserting('idempotency_key', 'tenant_id, principal, operation, key, body_hash, response'),
  },
} satisfies Record<string, Kind>;

export type RowKind = keyof typeof KINDS;
export const ROW_KINDS = Object.keys(KINDS) as RowKind[];

/** What is written together stands in one statement together: so there are few statements, and each has little that it does not need. */
const GROUPS: RowKind[][] = [
  ['bornRuns', 'changedRuns'],
  ['nodeRuns', 'taskRuns', 'scheduled', 'unscheduled'],
  ['arrivedUserTasks', 'userTaskDetails', 'changedUserTasks', 'userTaskEvents'],
  ['answers'],
];
const REST = ROW_KINDS.filter((kind) => !GROUPS.flat().includes(kind));
/** By a bit each. */
export const ROW_GROUPS: readonly RowKind[][] = [...GROUPS, REST];
type ValueOf<T extends ColumnType> = T extends 'int' | 'timestamptz' ? number : T extends 'boolean' ? boolean : string;
/** A row of a kind: json as its text. */
export type RowOf<K extends RowKind> = {
  [C in keyof (typeof KINDS)[K]['columns']]: ValueOf<(typeof KINDS)[K]['columns'][C] & ColumnType> | null;
};
export type CommitRows = { [K in RowKind]?: RowOf<K>[] };
export type AnyRow = Record<string, ColumnValue>;
export const columnsOf = (kind: RowKind): Record<string, ColumnType> => KINDS[kind].columns;

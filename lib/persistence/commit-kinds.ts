// The kinds of rows that a commit writes: the columns in which they are handed over and the part of the statement that writes them.

import type { ColumnType, ColumnValue } from './binary-array.ts';
import { tellingOf } from './live-change.ts';

/** What its key begins with, beside the number `n` of its family in the commit, which stands for tenant and family. */
type Scope = 'tenant' | 'family' | 'run';
type Kind = {
  of: Scope;
  /** Beside `n`, and `run` where it is of a run: null for the root run, whose id is the family's. */
  columns: Record<string, ColumnType>;
  /** `rows` is the relation that has them, as `r`, with tenant `t`, family `f` and `run`; `ok` holds for those whose family is committed. */
  sql: (rows: string, ok: string, columns: string[]) => string;
};

const SAME_RUN = 'x.tenant_id = r.t AND x.family_id = r.f AND x.wf_run_id = r.run';

/** Inserts the rows as they stand; `into` are the table's columns after the key. */
const inserting =
  (table: string, into: string, onConflict = '') =>
  (rows: string, ok: string, columns: string[]): string => {
    const key = KEYS.filter(({ column }) => columns.includes(column)).map(({ name }) => name);
    return `INSERT INTO ${table} (${[...key, into].join(', ')})
      SELECT ${columns.map((column) => `r.${column}`).join(', ')} FROM ${rows} WHERE ${ok} ${onConflict}`;
  };
const KEYS = [
  { column: 't', name: 'tenant_id' },
  { column: 'f', name: 'family_id' },
  { column: 'run', name: 'wf_run_id' },
];

export const KINDS = {
  bornRuns: {
    of: 'family',
    columns: {
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
      `id, parent_id, schedule_id, wf_spec_name, major_version, revision, status, requester,
      started_at, ended_at, erase_at, state`,
    ),
  },
  changedRuns: {
    of: 'tenant',
    columns: {
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
    of: 'family',
    columns: { part: 'text', state: 'json' },
    sql: inserting(
      'family_part',
      'part, state',
      'ON CONFLICT (tenant_id, family_id, part) DO UPDATE SET state = excluded.state',
    ),
  },
  goneParts: {
    of: 'family',
    columns: { part: 'text' },
    sql: (rows, ok) => `
      DELETE FROM family_part x USING ${rows}
      WHERE x.tenant_id = r.t AND x.family_id = r.f AND x.part = r.part AND ${ok}`,
  },
  threadRuns: {
    of: 'run',
    columns: { number: 'int', state: 'json' },
    sql: inserting('thread_run', 'number, state'),
  },
  nodeRuns: {
    of: 'run',
    columns: {
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
      `thread_run_number, position, thread_spec_name, node_name, node_type, status,
      arrived_at, ended_at, detail`,
    ),
  },
  taskRuns: {
    of: 'run',
    columns: {
      guid: 'text',
      task_def: 'text',
      status: 'text',
      created: 'timestamptz',
      ended: 'timestamptz',
      state: 'json',
    },
    sql: inserting('task_run', 'guid, task_def_name, status, created_at, ended_at, state'),
  },
  scheduled: {
    of: 'run',
    columns: {
      guid: 'text',
      attempt: 'int',
      task_def: 'text',
      spec: 'text',
      thread: 'int',
      position: 'int',
      timeout: 'int',
      at: 'timestamptz',
      inputs: 'json',
      user_task: 'json',
      worker: 'text',
      started: 'timestamptz',
      token: 'text',
      until: 'timestamptz',
    },
    sql: inserting(
      'task_queue',
      `guid, attempt, task_def_name, wf_spec_name, thread_run_number, position,
      timeout_seconds, scheduled_at, inputs, user_task, worker_id, started_at, lease_token, lease_until`,
      'ON CONFLICT DO NOTHING',
    ),
  },
  // Only as the load saw it: an attempt that was claimed since stays, and its worker is heard.
  unscheduled: {
    of: 'run',
    columns: { guid: 'text', attempt: 'int', token: 'text' },
    sql: (rows, ok) => `
      DELETE FROM task_queue x USING ${rows}
      WHERE ${SAME_RUN} AND x.guid = r.guid AND x.attempt = r.attempt
        AND x.lease_token IS NOT DISTINCT FROM r.token AND ${ok}`,
  },
  timers: {
    of: 'run',
    columns: { key: 'text', due: 'timestamptz', try: 'timestamptz' },
    sql: inserting(
      'timer',
      'key, due_at, try_at',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, key) DO UPDATE SET
        due_at = excluded.due_at, try_at = excluded.try_at, tries = 0, reason = NULL`,
    ),
  },
  clearedTimers: {
    of: 'run',
    columns: { key: 'text' },
    sql: (rows, ok) => `DELETE FROM timer x USING ${rows} WHERE ${SAME_RUN} AND x.key = r.key AND ${ok}`,
  },
  searchable: {
    of: 'run',
    columns: {
      spec: 'text',
      name: 'text',
      path: 'text',
      value: 'text',
      started: 'timestamptz',
    },
    sql: inserting('searchable_value', 'wf_spec_name, name, path, value, started_at', 'ON CONFLICT DO NOTHING'),
  },
  // `kept` are the pairs of path and value that the variable still has.
  unsearchable: {
    of: 'run',
    columns: { name: 'text', kept: 'json' },
    sql: (rows, ok) => `
      DELETE FROM searchable_value x USING ${rows}
      WHERE ${SAME_RUN} AND x.name = r.name AND ${ok} AND NOT EXISTS (
        SELECT FROM json_array_elements(r.kept) k WHERE k ->> 0 = x.path AND k ->> 1 = x.value
      )`,
  },
  externalEvents: {
    of: 'run',
    columns: {
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
      `def_name, guid, content, created_at, thread_run_number, position,
      claimed_thread, claimed_position, correlation_key`,
    ),
  },
  claimedEvents: {
    of: 'run',
    columns: { def: 'text', guid: 'text', thread: 'int', position: 'int' },
    sql: (rows, ok) => `
      UPDATE external_event x SET claimed_thread = r.thread, claimed_position = r.position
      FROM ${rows} WHERE ${SAME_RUN} AND x.def_name = r.def AND x.guid = r.guid AND ${ok}`,
  },
  expiredEvents: {
    of: 'run',
    columns: { def: 'text', guid: 'text' },
    sql: (rows, ok) => `
      DELETE FROM external_event x USING ${rows}
      WHERE ${SAME_RUN} AND x.def_name = r.def AND x.guid = r.guid AND ${ok}`,
  },
  workflowEvents: {
    of: 'run',
    columns: {
      def: 'text',
      number: 'int',
      content: 'json',
      created: 'timestamptz',
      thread: 'int',
      position: 'int',
    },
    sql: inserting('workflow_event', 'def_name, number, content, created_at, thread_run_number, position'),
  },
  correlations: {
    of: 'run',
    columns: { thread: 'int', position: 'int', def: 'text', key: 'text' },
    sql: inserting(
      'correlation',
      'thread_run_number, position, def_name, key',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, thread_run_number, position) DO UPDATE SET
        def_name = excluded.def_name, key = excluded.key, checked = false`,
    ),
  },
  uncorrelated: {
    of: 'run',
    columns: { thread: 'int', position: 'int' },
    sql: (rows, ok) => `
      DELETE FROM correlation x USING ${rows}
      WHERE ${SAME_RUN} AND x.thread_run_number = r.thread AND x.position = r.position AND ${ok}`,
  },
  consumedEvents: {
    of: 'tenant',
    columns: { def: 'text', key: 'text' },
    sql: (rows, ok) => `
      DELETE FROM correlated_event x USING ${rows}
      WHERE x.tenant_id = r.t AND x.def_name = r.def AND x.key = r.key AND ${ok}`,
  },
  arrivedUserTasks: {
    of: 'run',
    columns: {
      guid: 'text',
      thread: 'int',
      position: 'int',
      spec: 'text',
      form: 'text',
      form_version: 'int',
      title: 'text',
      titles: 'json',
      context: 'text',
      status: 'text',
      user_id: 'text',
      user_group: 'text',
      requester: 'text',
      priority: 'int',
      due: 'timestamptz',
      follow_up: 'timestamptz',
      urgency: 'timestamptz',
      excluded: 'json',
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
      `guid, thread_run_number, position, wf_spec_name, user_task_def_name,
      user_task_def_version, title, titles, context, status, user_id, user_group, requester, priority, due_at,
      follow_up_at, urgency_at, exclude_users, epoch, version, next_event_seq, next_comment_id, comment_count,
      has_draft, created_at, ended_at, ended_by, suspended_at`,
    ),
  },
  userTaskDetails: {
    of: 'run',
    columns: { guid: 'text', notes: 'text', details: 'json', title: 'text', context: 'text' },
    sql: (rows, ok) => `
      INSERT INTO user_task_detail (tenant_id, family_id, wf_run_id, guid, notes, details, words)
      SELECT r.t, r.f, r.run, r.guid, r.notes, r.details, user_task_words(r.title, r.context) FROM ${rows} WHERE ${ok}`,
  },
  // `comments` is how many more there are; `draft` whether there is one now, null where that did not change.
  changedUserTasks: {
    of: 'run',
    columns: {
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
    of: 'run',
    columns: {
      guid: 'text',
      seq: 'int',
      at: 'timestamptz',
      actor_kind: 'text',
      actor: 'text',
      behalf: 'text',
      cause: 'text',
      reason: 'text',
      hash: 'text',
      body: 'json',
    },
    sql: (rows, ok) => `
      INSERT INTO user_task_event (tenant_id, family_id, wf_run_id, guid, seq, at, actor_kind, actor_id, on_behalf_of,
        cause, reason, hash, body)
      SELECT r.t, r.f, r.run, r.guid, r.seq, r.at, r.actor_kind, r.actor, r.behalf, r.cause, r.reason,
        decode(r.hash, 'hex'), r.body
      FROM ${rows} WHERE ${ok}`,
  },
  pastOwners: {
    of: 'run',
    columns: { guid: 'text', user_id: 'text', created: 'timestamptz' },
    sql: inserting('user_task_past_owner', 'guid, user_id, created_at', 'ON CONFLICT DO NOTHING'),
  },
  drafts: {
    of: 'run',
    columns: { guid: 'text', results: 'json', saved_by: 'text', saved_at: 'timestamptz', saving: 'json' },
    sql: inserting(
      'user_task_draft',
      'guid, results, saved_by, saved_at, saving',
      `ON CONFLICT (tenant_id, family_id, wf_run_id, guid) DO UPDATE SET
        results = excluded.results, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
        saving = excluded.saving`,
    ),
  },
  droppedDrafts: {
    of: 'run',
    columns: { guid: 'text' },
    sql: (rows, ok) => `DELETE FROM user_task_draft x USING ${rows} WHERE ${SAME_RUN} AND x.guid = r.guid AND ${ok}`,
  },
  liveChanges: {
    of: 'tenant',
    columns: { change: 'json' },
    sql: (rows, ok) => tellingOf({ tenant: 'r.t', change: 'r.change', from: `${rows} WHERE ${ok}` }),
  },
  answers: {
    of: 'tenant',
    columns: {
      principal: 'text',
      operation: 'text',
      key: 'text',
      body_hash: 'text',
      response: 'json',
    },
    sql: inserting('idempotency_key', 'principal, operation, key, body_hash, response'),
  },
} satisfies Record<string, Kind>;

export type RowKind = keyof typeof KINDS;
export const ROW_KINDS = Object.keys(KINDS) as RowKind[];

/** What is written together stands in one statement together: so there are few statements, and each has little that it does not need. */
const GROUPS: RowKind[][] = [
  ['bornRuns', 'changedRuns'],
  ['nodeRuns', 'taskRuns', 'scheduled', 'unscheduled'],
  ['arrivedUserTasks', 'userTaskDetails', 'changedUserTasks', 'userTaskEvents'],
  ['liveChanges'],
  ['answers'],
];
const REST = ROW_KINDS.filter((kind) => !GROUPS.flat().includes(kind));
/** By a bit each. */
export const ROW_GROUPS: readonly RowKind[][] = [...GROUPS, REST];
type ValueOf<T extends ColumnType> = T extends 'int' | 'timestamptz' ? number : T extends 'boolean' ? boolean : string;
/** A row of a kind: json as its text. */
export type RowOf<K extends RowKind> = {
  [C in keyof (typeof KINDS)[K]['columns']]: ValueOf<(typeof KINDS)[K]['columns'][C] & ColumnType> | null;
} & { n: number } & ((typeof KINDS)[K]['of'] extends 'run' ? { run: string | null } : unknown);
export type CommitRows = { [K in RowKind]?: RowOf<K>[] };
export type AnyRow = Record<string, ColumnValue>;

/** The columns in which the rows of a kind are handed over. */
export function columnsOf(kind: RowKind): Record<string, ColumnType> {
  const { of, columns }: Kind = KINDS[kind];
  return { n: 'int', ...(of === 'run' && { run: 'text' }), ...columns };
}

/** The part of the statement that writes a kind; `unnested` gives its columns as `u`, `tenants` and `families` are arrays by `n`. */
export function writing(kind: RowKind, unnested: string, ok: string): string {
  const { of, columns, sql }: Kind = KINDS[kind];
  const key = of === 'run' ? ['t', 'f', 'run'] : of === 'family' ? ['t', 'f'] : ['t'];
  return sql(relationOf(kind, unnested), ok, [...key, ...Object.keys(columns)]);
}

/** The rows of a kind as `r`, with tenant, family and run written out: to hand them over with every row cost more than to write it. */
export function relationOf(kind: RowKind, unnested: string): string {
  const { of, columns }: Kind = KINDS[kind];
  const key = [
    'u.n',
    `${TENANT} AS t`,
    `${FAMILY} AS f`,
    ...(of === 'run' ? [`coalesce(u.run, ${FAMILY}) AS run`] : []),
  ];
  return `(SELECT ${[...key, ...Object.keys(columns).map((column) => `u.${column}`)].join(', ')} FROM ${unnested}) AS r`;
}

// The second and third parameter of the commit; its numbers begin at 0, arrays at 1.
const TENANT = '($2::text[])[u.n + 1]';
const FAMILY = '($3::text[])[u.n + 1]';

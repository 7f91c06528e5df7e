// The load of many families in one statement: the time, each family whole, who has its attempts on lease, and what single commands are about.

import type { ExternalEvent } from '#contracts/event.ts';
import type { JsonValue } from '#contracts/json.ts';
import { claimKey, type Lease } from '#engine/command.ts';
import type { Family, Instant, TaskRunState, WfRunState } from '#engine/family.ts';
import { binaryArray } from './binary-array.ts';
import type { Database } from './database.ts';
import { familyOf, readLeftRun, readLeftTask, type StoredFamily } from './family-codec.ts';
import type { CallKey, StoredAnswer } from './idempotency.ts';
import type { Focus } from './seen.ts';
import { run, type Statement } from './statement.ts';
import { timestampOf, type UserTaskJson, type UserTaskView, userTaskQuery, viewOf } from './user-task-view.ts';

/** What to load of a family; `about` are the commands on it. */
export type Wanted = { tenantId: string; familyId: string; about: About[] };
export type About = {
  focus: Focus | null;
  call: CallKey | null;
  /** Also whether the attempt in focus has ended: asked once it is neither on lease nor in the state. */
  isPastWanted: boolean;
};

export type Leases = ReadonlyMap<string, Lease & { leaseUntil: Instant }>;

export type LoadedFamily = {
  family: Family | null;
  /** The guard of the commit; null while there is no family. */
  version: number | null;
  /** The family that the run is in, when it is another than was asked for. */
  elsewhere: string | null;
  /** By `claimKey`. */
  leases: Leases;
  /** UserTaskRuns that are known beside those in focus, as `WfRun guid`. */
  views: ReadonlyMap<string, UserTaskView>;
  /** About how much it takes. */
  bytes: number;
  about: LoadedAbout[];
};

export type LoadedAbout = {
  answered: StoredAnswer | null;
  userTask: UserTaskView | null;
  /** Its run, when that is a child that has left the family. */
  leftRun: WfRunState | null;
  pastTask: TaskRunState | null;
  externalEvent: ExternalEvent | null;
  correlated: { content: JsonValue } | null;
};

type Row = {
  kind: Kind;
  n: number;
  version: number | null;
  body: unknown;
  parts: unknown;
  extra: unknown;
  at: number | null;
  bytes: number | null;
};
type Kind = 'family' | 'answer' | 'userTask' | 'pastTask' | 'externalEvent' | 'correlation';

/** The kinds of rows beside the families' own: columns of the asked, and the JSON that comes back. */
const EXTRAS = {
  answer: {
    columns: ['t', 'principal', 'operation', 'key'],
    sql: `SELECT json_build_object('bodyHash', k.body_hash, 'response', k.response) FROM idempotency_key k
      WHERE k.tenant_id = a.t AND k.principal = a.principal AND k.operation = a.operation AND k.key = a.key`,
  },
  userTask: { columns: ['t', 'f', 'run', 'guid'], sql: userTaskQuery('a.t', 'a.f', 'a.run', 'a.guid') },
  pastTask: {
    columns: ['t', 'f', 'run', 'guid'],
    sql: `SELECT x.state FROM task_run x
      WHERE x.tenant_id = a.t AND x.family_id = a.f AND x.wf_run_id = a.run AND x.guid = a.guid`,
  },
  externalEvent: {
    columns: ['t', 'f', 'run', 'def', 'guid'],
    sql: `SELECT json_build_object('wfRunId', a.run, 'externalEventDefName', a.def, 'guid', a.guid, 'content', x.content,
        'createdAt', x.created_at, 'claimed', x.claimed_thread IS NOT NULL, 'threadRunNumber', x.thread_run_number,
        'nodeRunPosition', x.position)
      FROM external_event x
      WHERE x.tenant_id = a.t AND x.family_id = a.f AND x.wf_run_id = a.run AND x.def_name = a.def AND x.guid = a.guid`,
  },
  correlation: {
    columns: ['t', 'f', 'run', 'thread', 'position', 'def', 'key'],
    sql: `SELECT json_build_object('content', e.content) FROM correlation c
      JOIN correlated_event e ON e.tenant_id = c.tenant_id AND e.def_name = c.def_name AND e.key = c.key
      WHERE c.tenant_id = a.t AND c.family_id = a.f AND c.wf_run_id = a.run AND c.thread_run_number = a.thread::int
        AND c.position = a.position::int AND c.def_name = a.def AND c.key = a.key
        AND (e.expires_at IS NULL OR e.expires_at > docket_now($1))`,
  },
} as const satisfies Record<string, { columns: readonly string[]; sql: string }>;
type Extra = keyof typeof EXTRAS;
const EXTRA_KINDS = Object.keys(EXTRAS) as Extra[];

/** The leases of rows `q` of the queue, as `LeaseRow`s. */
export const LEASES = `json_agg(json_build_array(
      q.wf_run_id, q.guid, q.attempt, q.lease_token, q.worker_id, extract(epoch FROM q.started_at) * 1000,
      extract(epoch FROM q.lease_until) * 1000
    ))`;

const FAMILIES = `
SELECT 'family' AS kind, a.n::int, f.version, f.state AS body,
  CASE WHEN f.has_parts THEN (
    SELECT json_agg(json_build_array(p.part, p.state)) FROM family_part p WHERE p.tenant_id = a.t AND p.family_id = a.f
  ) END AS parts,
  CASE WHEN f.version IS NULL THEN (SELECT to_json(r.family_id) FROM wf_run r WHERE r.tenant_id = a.t AND r.id = a.f)
  ELSE (
    SELECT ${LEASES} FROM task_queue q WHERE q.tenant_id = a.t AND q.family_id = a.f AND q.lease_token IS NOT NULL
  ) END AS extra,
  (extract(epoch FROM (SELECT docket_now($1))) * 1000)::float8 AS at,
  pg_column_size(f.state) + CASE WHEN f.has_parts THEN (
    SELECT sum(pg_column_size(p.state)) FROM family_part p WHERE p.tenant_id = a.t AND p.family_id = a.f
  )::int ELSE 0 END AS bytes
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS a(t, f, n)
LEFT JOIN wf_family f ON f.tenant_id = a.t AND f.family_id = a.f`;

const statements = new Map<string, Statement>();

function statementFor(extras: Extra[]): Statement {
  const name = ['load', ...extras].join('-');
  let statement = statements.get(name);
  if (!statement) {
    let params = 3;
    const selects = extras.map((extra) => {
      const { columns, sql } = EXTRAS[extra];
      const arrays = ['n', ...columns].map(() => `$${++params}::text[]`);
      return `SELECT '${extra}', a.n::int, NULL, (${sql}), NULL, NULL, NULL, NULL
FROM unnest(${arrays.join(', ')}) AS a(n, ${columns.join(', ')})`;
    });
    statement = { name, text: [FAMILIES, ...selects].join('\nUNION ALL\n') };
    statements.set(name, statement);
  }
  return statement;
}

/** Loads what commands on these families need to see; they come back in the order in which they were asked for. */
export async function loadFamilies(
  { pool, testClock }: Database,
  wanted: Wanted[],
): Promise<{ now: Instant; loaded: LoadedFamily[] }> {
  const asked = new Map<Extra, (string | number)[][]>();
  /** Where what comes back belongs, by the number of the asking. */
  const places: [family: number, about: number][] = [];
  wanted.forEach((one, family) => {
    one.about.forEach((about, index) => {
      for (const [extra, values] of extrasOf(one, about)) {
        const rows = asked.get(extra) ?? [];
        asked.set(extra, rows);
        rows.push([places.length, ...values]);
        places.push([family, index]);
      }
    });
  });
  const extras = EXTRA_KINDS.filter((extra) => asked.has(extra));
  const values: unknown[] = [
    testClock,
    binaryArray(
      'text',
      wanted.map(({ tenantId }) => tenantId),
    ),
    binaryArray(
      'text',
      wanted.map(({ familyId }) => familyId),
    ),
  ];
  for (const extra of extras) {
    const rows = asked.get(extra) ?? [];
    for (let column = 0; column <= EXTRAS[extra].columns.length; column++) {
      values.push(
        binaryArray(
          'text',
          rows.map((row) => String(row[column])),
        ),
      );
    }
  }
  const rows = await run<Row>(pool, statementFor(extras), values);
  let now = 0;
  const loaded: LoadedFamily[] = new Array(wanted.length);
  // The families' rows come first.
  for (const row of rows) {
    if (row.kind === 'family') {
      const one = wanted[row.n - 1];
      if (!one) continue;
      now = row.at ?? now;
      loaded[row.n - 1] = loadedFamily(one, row);
      continue;
    }
    const [family, about] = places[row.n] ?? [];
    const target = family === undefined || about === undefined ? undefined : loaded[family]?.about[about];
    if (target && row.body !== null) fill(target, row.kind, row.body);
  }
  return { now, loaded };
}

function* extrasOf(
  { tenantId, familyId }: Wanted,
  { focus, call, isPastWanted }: About,
): Generator<[Extra, (string | number)[]]> {
  if (call) yield ['answer', [tenantId, call.principal, call.operation, call.key]];
  if (!focus) return;
  const ofRun = [tenantId, familyId, focus.wfRunId];
  switch (focus.type) {
    case 'userTask':
      yield ['userTask', [...ofRun, focus.guid]];
      return;
    case 'attempt':
      if (isPastWanted) yield ['pastTask', [...ofRun, focus.guid]];
      return;
    case 'externalEvent':
      yield ['externalEvent', [...ofRun, focus.defName, focus.guid]];
      return;
    case 'correlation':
      yield ['correlation', [...ofRun, focus.threadRunNumber, focus.position, focus.defName, focus.key]];
  }
}

export type LeaseRow = [
  run: string,
  guid: string,
  attempt: number,
  token: string,
  worker: string,
  startedAt: number,
  until: number,
];

function loadedFamily({ familyId, about }: Wanted, { version, body, parts, extra, bytes }: Row): LoadedFamily {
  const stored = version === null ? null : ({ state: body, parts: parts ?? [] } as StoredFamily);
  return {
    family: stored && familyOf(familyId, stored),
    version,
    elsewhere: version === null ? (extra as string | null) : null,
    leases: leasesOf(version === null ? null : (extra as LeaseRow[] | null)),
    views: new Map(),
    bytes: bytes ?? 0,
    about: about.map(() => ({
      answered: null,
      userTask: null,
      leftRun: null,
      pastTask: null,
      externalEvent: null,
      correlated: null,
    })),
  };
}

export function leasesOf(rows: LeaseRow[] | null): Leases {
  const leases = new Map<string, Lease & { leaseUntil: Instant }>();
  for (const [run, guid, attempt, leaseToken, workerId, startedAt, leaseUntil] of rows ?? []) {
    leases.set(claimKey(run, guid, attempt), { leaseToken, workerId, startedAt, leaseUntil });
  }
  return leases;
}

function fill(target: LoadedAbout, kind: Extra, body: unknown): void {
  switch (kind) {
    case 'answer':
      target.answered = body as StoredAnswer;
      return;
    case 'userTask':
      target.userTask = viewOf(body as UserTaskJson);
      target.leftRun = (body as UserTaskJson).leftRun ? readLeftRun((body as UserTaskJson).leftRun) : null;
      return;
    case 'pastTask':
      target.pastTask = readLeftTask(body);
      return;
    case 'externalEvent': {
      const event = body as ExternalEvent;
      target.externalEvent = { ...event, createdAt: timestampOf(event.createdAt) };
      return;
    }
    case 'correlation':
      target.correlated = body as { content: JsonValue };
  }
}

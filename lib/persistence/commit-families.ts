// The commit of many families in one statement: each under its own version guard, all of a family or nothing of it.

import type { Instant } from '#engine/family.ts';
import { binaryArray, type ColumnType, type ColumnValue } from './binary-array.ts';
import {
  type AnyRow,
  type CommitRows,
  columnsOf,
  ROW_GROUPS,
  type RowKind,
  relationOf,
  writing,
} from './commit-kinds.ts';
import type { Database } from './database.ts';
import { run, type Statement } from './statement.ts';

/** A correlated event that a family takes: both rows must still be there when it is committed. */
export type Taken = { wfRunId: string; threadRunNumber: number; position: number; defName: string; key: string };

export type FamilyCommit = {
  tenantId: string;
  familyId: string;
  /** As the load saw it; null when this commit begins the family. */
  version: number | null;
  /** Null where the family's own row stays as it is. */
  state: string | null;
  hasParts: boolean;
  taken: Taken[];
};

const GIVEN = { n: 'int', t: 'text', f: 'text', v: 'int', parts: 'boolean', state: 'json' } as const;
const TAKEN = {
  n: 'int',
  t: 'text',
  f: 'text',
  run: 'text',
  thread: 'int',
  position: 'int',
  def: 'text',
  key: 'text',
} as const;

const NOW = "(extract(epoch FROM date_trunc('milliseconds', clock_timestamp())) * 1000)::float8";

/** Writes what holds; gives the time, where it is not set by tests, and the numbers of the families that went through, as they stand in `families`. */
export async function commitFamilies(
  { pool }: Database,
  families: FamilyCommit[],
  rows: CommitRows,
): Promise<{ committed: Set<number>; now: Instant | null }> {
  const groups = ROW_GROUPS.reduce(
    (bits, kinds, bit) => (kinds.some((kind) => rows[kind]) ? bits | (1 << bit) : bits),
    0,
  );
  const kinds = kindsIn(groups);
  const taken = families.flatMap(({ tenantId: t, familyId: f, taken }, n) =>
    taken.map(({ wfRunId: run, threadRunNumber: thread, position, defName: def, key }) => ({
      n,
      t,
      f,
      run,
      thread,
      position,
      def,
      key,
    })),
  );
  const statement = statementFor(groups, taken.length > 0);
  const given = families.map(({ tenantId: t, familyId: f, version: v, hasParts: parts, state }, n) => ({
    n,
    t,
    f,
    v,
    parts,
    state,
  }));
  const values = columnar(GIVEN, given);
  if (taken.length > 0) values.push(...columnar(TAKEN, taken));
  for (const kind of kinds) values.push(...columnar(columnsOf(kind), (rows[kind] ?? []) as AnyRow[]));
  const committed = await run<{ n: number; now: number }>(pool, statement, values);
  return { committed: new Set(committed.map(({ n }) => n)), now: committed[0]?.now ?? null };
}

function columnar(columns: Record<string, ColumnType>, rows: AnyRow[]): Buffer[] {
  return Object.entries(columns).map(([column, type]) =>
    binaryArray(
      type,
      rows.map((row): ColumnValue => row[column] ?? null),
    ),
  );
}

const statements = new Map<string, Statement>();

const kindsIn = (groups: number): RowKind[] => ROW_GROUPS.flatMap((kinds, bit) => (groups & (1 << bit) ? kinds : []));

/** Few texts come of it: which groups of rows are there makes another. */
function statementFor(groups: number, isTaking: boolean): Statement {
  const name = `commit-${groups}${isTaking ? '-taking' : ''}`;
  let statement = statements.get(name);
  if (!statement) {
    statement = { name, text: textFor(kindsIn(groups), isTaking) };
    statements.set(name, statement);
  }
  return statement;
}

/**
 * `missing` are families that need a WfSpec version which was deleted meanwhile, `lost` those whose correlated event somebody else took,
 * `answered` those of calls whose key has its answer already.
 * `committed` is what the guards let through; all the rest hangs on it. `outcome` spares the look-up where all went through.
 */
function textFor(kinds: RowKind[], isTaking: boolean): string {
  let params = 0;
  const unnested = (alias: string, columns: Record<string, string>): string => {
    const each = Object.entries(columns).map(([column, type]) => `unnest($${++params}::${type}[]) AS ${column}`);
    return `(SELECT ${each.join(', ')}) AS ${alias}`;
  };
  const given = `given AS MATERIALIZED (SELECT * FROM ${unnested('g', GIVEN)})`;
  const lost = isTaking
    ? `lost AS MATERIALIZED (
      SELECT r.n FROM ${unnested('r', TAKEN)}
      WHERE NOT EXISTS (
        SELECT FROM correlation c WHERE c.tenant_id = r.t AND c.family_id = r.f AND c.wf_run_id = r.run
          AND c.thread_run_number = r.thread AND c.position = r.position AND c.def_name = r.def AND c.key = r.key FOR UPDATE
      ) OR NOT EXISTS (
        SELECT FROM correlated_event e WHERE e.tenant_id = r.t AND e.def_name = r.def AND e.key = r.key FOR UPDATE
      )
    )`
    : null;
  const handed = new Map(kinds.map((kind) => [kind, unnested('u', columnsOf(kind))]));
  const relation = (kind: RowKind): string | undefined => {
    const given = handed.get(kind);
    return given && relationOf(kind, given);
  };
  const [born, changed] = [relation('bornRuns'), relation('changedRuns')];
  const missing = [born && withoutSpec(born, 'true'), changed && withoutSpec(changed, 'r.moved')].filter(isGiven);
  const answers = relation('answers');
  const answered = answers
    ? `answered AS MATERIALIZED (
      SELECT r.n FROM ${answers} WHERE (
        SELECT true FROM idempotency_key k WHERE k.tenant_id = r.t AND k.principal = r.principal AND k.operation = r.operation
          AND k.key = r.key
      )
    )`
    : null;
  const guards = [
    answered ? 'g.n NOT IN (SELECT n FROM answered)' : null,
    missing.length > 0 ? 'g.n NOT IN (SELECT n FROM missing)' : null,
    isTaking ? 'g.n NOT IN (SELECT n FROM lost)' : null,
  ].filter(isGiven);
  const guard = ['', ...guards].join(' AND ');
  const ok = '((SELECT ok FROM outcome) OR r.n IN (SELECT n FROM committed))';
  const ctes = [
    given,
    lost,
    answered,
    missing.length > 0 ? `missing AS MATERIALIZED (${missing.join(' UNION ALL ')})` : null,
    `updated AS (
      UPDATE wf_family x SET version = x.version + 1, has_parts = g.parts, state = coalesce(g.state, x.state)
      FROM given g WHERE x.tenant_id = g.t AND x.family_id = g.f AND x.version = g.v${guard}
      RETURNING g.n
    )`,
    `born AS (
      INSERT INTO wf_family (tenant_id, family_id, version, has_parts, state)
      SELECT g.t, g.f, 1, g.parts, g.state FROM given g WHERE g.v IS NULL${guard}
      ON CONFLICT DO NOTHING RETURNING tenant_id, family_id
    )`,
    `committed AS (
      SELECT n FROM updated UNION ALL
      SELECT g.n FROM given g WHERE g.v IS NULL AND ((g.t, g.f) IN (SELECT tenant_id, family_id FROM born)) IS TRUE
    )`,
    'outcome AS (SELECT (SELECT count(*) FROM committed) = (SELECT count(*) FROM given) AS ok)',
    ...kinds.map((kind) => `${kind} AS (${writing(kind, handed.get(kind) ?? '', ok)})`),
  ];
  return `WITH ${ctes.filter(isGiven).join(',\n')}\nSELECT n, ${NOW} AS now FROM committed`;
}

const isGiven = <T>(part: T | null | undefined): part is T => part !== null && part !== undefined;

// Not as NOT EXISTS, which may be planned as a join that reads all definitions.
const withoutSpec = (rows: string, where: string): string => `
  SELECT r.n FROM ${rows} WHERE ${where} AND (
    SELECT true FROM definition d WHERE d.tenant_id = r.t AND d.kind = 'WfSpec' AND d.name = r.spec AND d.major = r.major
      AND d.revision = r.revision
  ) IS NULL`;

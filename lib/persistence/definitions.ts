// Definitions as rows, found by name and version.
import type { Database } from './database.ts';
import { type DefinitionKind, type DefinitionOf, type DefinitionRow, definitionOf } from './definition-rows.ts';
import { likePrefix, type NamePage } from './name-page.ts';
import { run, type Statement } from './statement.ts';

/** Which version is wanted: the latest, the latest of a major version, or exactly one. */
export type Wanted<K extends DefinitionKind = DefinitionKind> = {
  kind: K;
  name: string;
  major?: number | undefined;
  revision?: number | undefined;
};

// A lateral look per name: each is an index scan that ends at its first row.
const FIND: Statement = {
  name: 'find-definitions',
  text: `
SELECT d.kind, d.name, d.major, d.revision, d.body, d.created_at AS "createdAt"
FROM unnest($2::text[], $3::text[], $4::int[], $5::int[]) AS wanted(kind, name, major, revision)
CROSS JOIN LATERAL (
  SELECT * FROM definition
  WHERE tenant_id = $1 AND kind = wanted.kind AND name = wanted.name
    AND (wanted.major IS NULL OR major = wanted.major) AND (wanted.revision IS NULL OR revision = wanted.revision)
  ORDER BY major DESC, revision DESC LIMIT 1
) d`,
};

/** What there is of what is wanted, in no order. */
export async function findDefinitions<K extends DefinitionKind>(
  { pool }: Pick<Database, 'pool'>,
  tenantId: string,
  wanted: readonly Wanted<K>[],
): Promise<DefinitionRow<K>[]> {
  if (wanted.length === 0) return [];
  const columns = [
    wanted.map((one) => one.kind),
    wanted.map((one) => one.name),
    wanted.map((one) => one.major ?? null),
    wanted.map((one) => one.revision ?? null),
  ];
  return run<DefinitionRow<K>>(pool, FIND, [tenantId, ...columns]);
}

export async function findDefinition<K extends DefinitionKind>(
  store: Pick<Database, 'pool'>,
  tenantId: string,
  wanted: Wanted<K>,
): Promise<DefinitionOf[K] | null> {
  const [row] = await findDefinitions(store, tenantId, [wanted]);
  return row ? definitionOf(row) : null;
}

const LIST: Statement = {
  name: 'list-definitions',
  text: `
SELECT DISTINCT ON (name) kind, name, major, revision, body, created_at AS "createdAt" FROM definition
WHERE tenant_id = $1 AND kind = $2 AND name LIKE $3 || '%' AND name > $4
ORDER BY name, major DESC, revision DESC LIMIT $5`,
};

/** One page by name, each in its latest version. */
export async function listDefinitions<K extends DefinitionKind>(
  { pool }: Database,
  tenantId: string,
  kind: K,
  { prefix, after, take }: NamePage,
): Promise<DefinitionOf[K][]> {
  const rows = await run<DefinitionRow<K>>(pool, LIST, [tenantId, kind, likePrefix(prefix), after ?? '', take]);
  return rows.map((row) => definitionOf(row));
}

const VERSIONS: Statement = {
  name: 'list-definition-versions',
  text: `
SELECT kind, name, major, revision, body, created_at AS "createdAt" FROM definition
WHERE tenant_id = $1 AND kind = $2 AND name = $3 AND (major, revision) < ($4::int, $5::int)
ORDER BY major DESC, revision DESC LIMIT $6`,
};

const AFTER_ALL = 2 ** 31 - 1;
/** A version as a place in a list. */
export type VersionKey = { major: number; revision: number };

/** One page of versions below `before`, newest first. */
export async function listDefinitionVersions<K extends DefinitionKind>(
  { pool }: Database,
  tenantId: string,
  { kind, name }: { kind: K; name: string },
  { before, take }: { before: VersionKey | null; take: number },
): Promise<DefinitionOf[K][]> {
  const { major, revision } = before ?? { major: AFTER_ALL, revision: AFTER_ALL };
  const rows = await run<DefinitionRow<K>>(pool, VERSIONS, [tenantId, kind, name, major, revision, take]);
  return rows.map((row) => definitionOf(row));
}

const LAST_NUMBERS: Statement = {
  name: 'last-definition-numbers',
  text: `
SELECT coalesce(max(major), -1) AS major, coalesce(max(revision) FILTER (WHERE major = $4), -1) AS revision FROM (
  SELECT major, revision FROM definition WHERE tenant_id = $1 AND kind = $2 AND name = $3
  UNION ALL
  SELECT major, revision FROM retired_version WHERE tenant_id = $1 AND kind = $2 AND name = $3
) used`,
};

/** The last major version that a name has used, and the last revision of `major`, deleted ones too; -1 where there is none. */
export async function lastNumbers(
  { pool }: Database,
  tenantId: string,
  { kind, name }: { kind: DefinitionKind; name: string },
  major: number,
): Promise<VersionKey> {
  const [last] = await run<VersionKey>(pool, LAST_NUMBERS, [tenantId, kind, name, major]);
  return last ?? { major: -1, revision: -1 };
}

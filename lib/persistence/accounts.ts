// People, groups and keys as rows.
import type { Group, Person, User } from '#contracts/identity.ts';
import type { Scope } from '#contracts/principal.ts';
import { likePrefix, type NamePage, namesAfter } from './name-page.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

export type AccountRow = {
  id: string;
  displayName: string;
  isAdmin: boolean;
  groups: string[];
  passwordHash: string;
  passwordVersion: number;
};

const FIND_ACCOUNT: Statement = {
  name: 'find-account',
  text: `
SELECT u.id, u.display_name AS "displayName", u.is_admin AS "isAdmin", u.password_hash AS "passwordHash",
  u.password_version AS "passwordVersion",
  ARRAY(
    SELECT m.group_name FROM membership m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id ORDER BY m.group_name
  ) AS groups
FROM user_account u WHERE u.tenant_id = $1 AND u.id = $2`,
};

export async function findAccount({ pool }: Store, tenantId: string, userId: string): Promise<AccountRow | null> {
  const [row] = await run<AccountRow>(pool, FIND_ACCOUNT, [tenantId, userId]);
  return row ?? null;
}

export type ApiKeyRow = {
  tenantId: string;
  id: string;
  name: string;
  scopes: Scope[];
  expiresAt: Date | null;
  /** Whether that it is used was not written down within the last minute. */
  isUseNews: boolean;
};

const FIND_KEY: Statement = {
  name: 'find-api-key',
  text: `
SELECT tenant_id AS "tenantId", id, name, scopes, expires_at AS "expiresAt",
  coalesce(last_used_at < now() - interval '1 minute', true) AS "isUseNews"
FROM api_key
WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
};

const NOTE_USE: Statement = {
  name: 'note-use-of-api-key',
  text: 'UPDATE api_key SET last_used_at = now() WHERE tenant_id = $1 AND id = $2',
};

/** Writes down that a key is used now. */
export async function noteUseOfApiKey({ pool }: Store, { tenantId, id }: ApiKeyRow): Promise<void> {
  await run(pool, NOTE_USE, [tenantId, id]);
}

/** A key that is valid now. */
export async function findApiKey({ pool }: Store, hash: string): Promise<ApiKeyRow | null> {
  const [row] = await run<ApiKeyRow>(pool, FIND_KEY, [hash]);
  return row ?? null;
}

/** Of a group, or with words that begin so, where these are given. */
type PeoplePage = NamePage & { q?: string | undefined; userGroup?: string | undefined };

// Their names and ids as words, each sought by its beginning. Few are found; walking all of them in order would not be quicker.
const FIND_BY_WORDS: Statement = {
  name: 'find-people-by-words',
  text: `
WITH found AS MATERIALIZED (
  SELECT u.tenant_id, u.id FROM user_account u WHERE person_words(u.id, u.display_name) @@ to_tsquery('simple', $4)
)
SELECT u.id FROM found u
WHERE u.tenant_id = $1 AND u.id > $2 AND u.id LIKE $3 AND ($5::text IS NULL OR EXISTS (
  SELECT FROM membership m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.group_name = $5
))
ORDER BY u.id LIMIT $6`,
};

/** The ids of a page by words; undefined where none are sought. */
async function idsByWords({ pool }: Store, tenantId: string, page: PeoplePage): Promise<string[] | undefined> {
  const { q, prefix, after, take, userGroup = null } = page;
  if (q === undefined) return undefined;
  const words = q.match(/[\p{L}\p{N}]+/gu);
  if (!words) return [];
  const sought = words.map((word) => `${word}:*`).join(' & ');
  const values = [tenantId, after ?? '', `${likePrefix(prefix)}%`, sought, userGroup, take];
  return (await run<{ id: string }>(pool, FIND_BY_WORDS, values)).map(({ id }) => id);
}

/** One page by id. */
export async function listUsers(store: Store, tenantId: string, page: PeoplePage): Promise<User[]> {
  const ids = await idsByWords(store, tenantId, page);
  const rows = await store.prisma.userAccount.findMany({
    where: { tenantId, id: { ...namesAfter(page), ...(ids && { in: ids }) } },
    include: { memberships: { orderBy: { groupName: 'asc' } } },
    orderBy: { id: 'asc' },
    take: page.take,
  });
  return rows.map(({ id, displayName, isAdmin, memberships }) => ({
    id,
    displayName,
    isAdmin,
    groups: memberships.map(({ groupName }) => groupName),
  }));
}

/** A person, as admins see them. */
export async function findUser({ prisma }: Store, tenantId: string, id: string): Promise<User | null> {
  const row = await prisma.userAccount.findUnique({
    where: { tenantId_id: { tenantId, id } },
    include: { memberships: { orderBy: { groupName: 'asc' } } },
  });
  return (
    row && {
      id,
      displayName: row.displayName,
      isAdmin: row.isAdmin,
      groups: row.memberships.map(({ groupName }) => groupName),
    }
  );
}

/** One page of the directory, by id: of a group, or of certain people, where these are given. */
export async function listPeople(
  store: Store,
  tenantId: string,
  { userIds, ...page }: PeoplePage & { userIds?: string[] | undefined },
): Promise<Person[]> {
  const { userGroup } = page;
  const found = await idsByWords(store, tenantId, page);
  const rows = await store.prisma.userAccount.findMany({
    where: {
      tenantId,
      AND: [userIds, found].flatMap((ids) => (ids ? [{ id: { in: ids } }] : [])),
      id: namesAfter(page),
      ...(userGroup !== undefined && { memberships: { some: { groupName: userGroup } } }),
    },
    orderBy: { id: 'asc' },
    take: page.take,
    select: { id: true, displayName: true },
  });
  return rows.map(({ id, displayName }) => ({ userId: id, displayName }));
}

/** One page by name. */
export async function listGroups({ prisma }: Store, tenantId: string, page: NamePage): Promise<Group[]> {
  const rows = await prisma.userGroup.findMany({
    where: { tenantId, name: namesAfter(page) },
    include: { _count: { select: { memberships: true } } },
    orderBy: { name: 'asc' },
    take: page.take,
  });
  return rows.map(({ name, _count }) => ({ name, memberCount: _count.memberships }));
}

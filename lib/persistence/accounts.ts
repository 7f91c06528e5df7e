// People, groups and keys as rows.
import type { Group, Person, User } from '#contracts/identity.ts';
import type { Scope } from '#contracts/principal.ts';
import { type NamePage, namesAfter } from './name-page.ts';
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

export type ApiKeyRow = { tenantId: string; id: string; name: string; scopes: Scope[]; expiresAt: Date | null };

const FIND_KEY: Statement = {
  name: 'find-api-key',
  text: `
SELECT tenant_id AS "tenantId", id, name, scopes, expires_at AS "expiresAt" FROM api_key
WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
};

/** A key that is valid now. */
export async function findApiKey({ pool }: Store, hash: string): Promise<ApiKeyRow | null> {
  const [row] = await run<ApiKeyRow>(pool, FIND_KEY, [hash]);
  return row ?? null;
}

/** One page by id. */
export async function listUsers({ prisma }: Store, tenantId: string, page: NamePage): Promise<User[]> {
  const rows = await prisma.userAccount.findMany({
    where: { tenantId, id: namesAfter(page) },
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
  { prisma }: Store,
  tenantId: string,
  { userGroup, userIds, ...page }: NamePage & { userGroup?: string | undefined; userIds?: string[] | undefined },
): Promise<Person[]> {
  const rows = await prisma.userAccount.findMany({
    where: {
      tenantId,
      id: { ...namesAfter(page), ...(userIds && { in: userIds }) },
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

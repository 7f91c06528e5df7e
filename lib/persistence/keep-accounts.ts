// What an admin changes of people, groups and service keys.
import type { Group, ServiceKey, User } from '#contracts/identity.ts';
import type { Scope } from '#contracts/principal.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import type { Prisma } from './generated/client.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { PARTS } from './user-task-branches.ts';
import { timestampOf } from './user-task-view.ts';

type Tx = Prisma.TransactionClient;

export type UserChange = {
  id: string;
  displayName: string;
  isAdmin: boolean;
  groups: string[];
  /** Null where the password stays. */
  passwordHash: string | null;
  /** Whether one who is there already is left as they are. */
  mustBeNew: boolean;
};

/** Why an account is not saved: it is there, would be new without a password, is that of the last admin, or names groups that there are not. */
export type Unsaved = { why: 'TAKEN' | 'NO_PASSWORD' | 'LAST_ADMIN' } | { why: 'UNKNOWN_GROUPS'; groups: string[] };

/** The person as they are now, or why not. */
export async function saveUser(
  { prisma }: Store,
  tenantId: string,
  { id, displayName, isAdmin, groups, passwordHash, mustBeNew }: UserChange,
): Promise<User | Unsaved> {
  return prisma.$transaction(async (tx) => {
    const known = await tx.userGroup.findMany({ where: { tenantId, name: { in: groups } }, select: { name: true } });
    const names = new Set(known.map(({ name }) => name));
    const unknownGroups = groups.filter((name) => !names.has(name));
    if (unknownGroups.length > 0) return { why: 'UNKNOWN_GROUPS', groups: unknownGroups };

    const key = { tenantId_id: { tenantId, id } };
    const there = await tx.userAccount.findUnique({ where: key, select: { isAdmin: true } });
    if (there && mustBeNew) return { why: 'TAKEN' };
    if (!there) {
      if (passwordHash === null) return { why: 'NO_PASSWORD' };
      const account = { tenantId, id, displayName, isAdmin, passwordHash };
      const { count } = await tx.userAccount.createMany({ data: [account], skipDuplicates: true });
      if (count === 0) return { why: 'TAKEN' };
    } else {
      if (there.isAdmin && !isAdmin && (await isLastAdmin(tx, tenantId, id))) return { why: 'LAST_ADMIN' };
      const password = passwordHash === null ? {} : { passwordHash, passwordVersion: { increment: 1 } };
      await tx.userAccount.update({ where: key, data: { displayName, isAdmin, ...password } });
      await tx.membership.deleteMany({ where: { tenantId, userId: id, groupName: { notIn: groups } } });
    }
    await join(
      tx,
      groups.map((groupName) => ({ tenantId, userId: id, groupName })),
    );
    return { id, displayName, isAdmin, groups: [...names].sort() };
  });
}

/** The group as it is now; or why not: it is there, or would have members that there are not. */
export async function saveGroup(
  { prisma }: Store,
  tenantId: string,
  { name, members, mustBeNew }: { name: string; members: string[] | undefined; mustBeNew: boolean },
): Promise<Group | { why: 'TAKEN' } | { why: 'UNKNOWN_USERS'; users: string[] }> {
  return prisma.$transaction(async (tx) => {
    const known = await tx.userAccount.findMany({
      where: { tenantId, id: { in: members ?? [] } },
      select: { id: true },
    });
    const ids = new Set(known.map(({ id }) => id));
    const unknownUsers = members?.filter((id) => !ids.has(id)) ?? [];
    if (unknownUsers.length > 0) return { why: 'UNKNOWN_USERS', users: unknownUsers };

    const { count } = await tx.userGroup.createMany({ data: [{ tenantId, name }], skipDuplicates: true });
    if (count === 0 && mustBeNew) return { why: 'TAKEN' };
    const ofGroup = { tenantId, groupName: name };
    if (members) {
      await tx.membership.deleteMany({ where: { ...ofGroup, userId: { notIn: members } } });
      await join(
        tx,
        members.map((userId) => ({ ...ofGroup, userId })),
      );
    }
    return { name, memberCount: await tx.membership.count({ where: ofGroup }) };
  });
}

async function join(tx: Tx, data: Prisma.MembershipCreateManyInput[]): Promise<void> {
  await tx.membership.createMany({ data, skipDuplicates: true });
}

/** Whether nobody else administers. Until the transaction ends nobody else changes that. */
async function isLastAdmin(tx: Tx, tenantId: string, userId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM user_account WHERE tenant_id = ${tenantId} AND is_admin ORDER BY id FOR UPDATE`;
  return admins.length === 1 && admins[0]?.id === userId;
}

/** HOLDS_TASKS while something open is assigned to them. */
export async function deleteUser(store: Store, tenantId: string, userId: string): Promise<Deleted | 'LAST_ADMIN'> {
  if (await isAny(store.pool, HELD_BY_USER, tenantId, userId)) return 'HOLDS_TASKS';
  return store.prisma.$transaction(async (tx) => {
    if (await isLastAdmin(tx, tenantId, userId)) return 'LAST_ADMIN';
    const { count } = await tx.userAccount.deleteMany({ where: { tenantId, id: userId } });
    return count > 0 ? 'DELETED' : 'NOT_FOUND';
  });
}

/** HOLDS_TASKS while something open is the group's. */
export async function deleteGroup(store: Store, tenantId: string, name: string): Promise<Deleted> {
  if (await isAny(store.pool, HELD_BY_GROUP, tenantId, name)) return 'HOLDS_TASKS';
  const { count } = await store.prisma.userGroup.deleteMany({ where: { tenantId, name } });
  return count > 0 ? 'DELETED' : 'NOT_FOUND';
}

type Deleted = 'DELETED' | 'NOT_FOUND' | 'HOLDS_TASKS';

// In the words of the indexes of open work, suspended tasks too.
const heldAs = (status: UserTaskStatus): string =>
  Object.values(PARTS)
    .map(
      (part) => `SELECT FROM user_task_run t WHERE t.tenant_id = $1 AND t.status = '${status}'
  AND coalesce(t.user_id, t.user_group) = $2 AND ${part.join(' AND ')}`,
    )
    .join(' UNION ALL ');
const HELD_BY_USER: Statement = { name: 'is-user-holding', text: `${heldAs('ASSIGNED')} LIMIT 1` };
const HELD_BY_GROUP: Statement = {
  name: 'is-group-holding',
  text: `${heldAs('UNASSIGNED')} UNION ALL
SELECT FROM user_task_run t WHERE t.tenant_id = $1 AND t.status = 'ASSIGNED' AND t.user_group = $2 LIMIT 1`,
};

const isAny = async (pool: Store['pool'], statement: Statement, tenantId: string, holder: string): Promise<boolean> =>
  (await run(pool, statement, [tenantId, holder])).length > 0;

const SHOWN = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
} as const;
type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
};

const shown = ({ scopes, createdAt, expiresAt, revokedAt, lastUsedAt, ...row }: KeyRow): ServiceKey => ({
  ...row,
  // Only what the contract allows is stored.
  scopes: scopes as Scope[],
  createdAt: timestampOf(createdAt),
  expiresAt: expiresAt && timestampOf(expiresAt),
  revokedAt: revokedAt && timestampOf(revokedAt),
  lastUsedAt: lastUsedAt && timestampOf(lastUsedAt),
});

export async function insertServiceKey(
  { prisma }: Store,
  tenantId: string,
  key: { id: string; name: string; prefix: string; hash: string; scopes: Scope[]; expiresAt: string | null },
): Promise<ServiceKey> {
  return shown(await prisma.apiKey.create({ data: { tenantId, ...key }, select: SHOWN }));
}

/** One page, the latest first: ids are in the order of their making. */
export async function listServiceKeys(
  { prisma }: Store,
  tenantId: string,
  { after, take }: { after: string | null; take: number },
): Promise<ServiceKey[]> {
  const where = { tenantId, ...(after !== null && { id: { lt: after } }) };
  return (await prisma.apiKey.findMany({ where, orderBy: { id: 'desc' }, take, select: SHOWN })).map(shown);
}

/** The key as it then is, with the hash by which it is known; null when there is none. One that is revoked stays so since then. */
export async function revokeServiceKey(
  { prisma }: Store,
  tenantId: string,
  id: string,
): Promise<{ key: ServiceKey; hash: string } | null> {
  await prisma.apiKey.updateMany({ where: { tenantId, id, revokedAt: null }, data: { revokedAt: new Date() } });
  const row = await prisma.apiKey.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { ...SHOWN, hash: true },
  });
  if (!row) return null;
  const { hash, ...key } = row;
  return { key: shown(key), hash };
}

// A new tenant with its first groups, people and keys, all at once.
import type { Scope } from '#contracts/principal.ts';
import { isDuplicate } from './database-error.ts';
import type { Store } from './store.ts';

export type NewTenant = {
  id: string;
  groups: string[];
  users: { id: string; displayName: string; passwordHash: string; isAdmin: boolean; groups: string[] }[];
  apiKeys: { id: string; name: string; prefix: string; hash: string; scopes: Scope[] }[];
};

/** Whether there is a tenant of this id. */
export async function hasTenant({ prisma }: Store, id: string): Promise<boolean> {
  return (await prisma.tenant.count({ where: { id } })) > 0;
}

/** False when there is a tenant of this id already; nothing is changed then. */
export async function insertTenant(
  { prisma }: Store,
  { id: tenantId, groups, users, apiKeys }: NewTenant,
): Promise<boolean> {
  try {
    await prisma.$transaction([
      prisma.tenant.create({ data: { id: tenantId } }),
      prisma.userGroup.createMany({ data: groups.map((name) => ({ tenantId, name })) }),
      prisma.userAccount.createMany({
        data: users.map(({ groups: _, ...user }) => ({ tenantId, ...user })),
      }),
      prisma.membership.createMany({
        data: users.flatMap((user) => user.groups.map((groupName) => ({ tenantId, userId: user.id, groupName }))),
      }),
      prisma.apiKey.createMany({ data: apiKeys.map((key) => ({ tenantId, ...key })) }),
    ]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

// A new tenant with its first groups, people and service keys.
import type { Scope } from '#contracts/principal.ts';
import { hasTenant, insertTenant } from '#persistence/insert-tenant.ts';
import type { Deps } from '../deps.ts';
import { newApiKey } from './api-key.ts';
import { hashPassword } from './password.ts';

export type TenantPlan = {
  id: string;
  groups: string[];
  users: { id: string; displayName: string; password: string; isAdmin: boolean; groups: string[] }[];
  apiKeys: { name: string; scopes: Scope[] }[];
};

/** The keys in plain text, by name: they cannot be had again. Null, and nothing is changed, when there is such a tenant already. */
export async function foundTenant({ store }: Deps, plan: TenantPlan): Promise<Record<string, string> | null> {
  // Passwords are slow to hash, and mostly the tenant is there.
  if (await hasTenant(store, plan.id)) return null;
  const keys = plan.apiKeys.map((key) => ({ ...key, ...newApiKey() }));
  const users = await Promise.all(
    plan.users.map(async ({ password, ...user }) => ({ ...user, passwordHash: await hashPassword(password) })),
  );
  const apiKeys = keys.map(({ name, scopes, stored }) => ({ name, scopes, ...stored }));
  const isNew = await insertTenant(store, { id: plan.id, groups: plan.groups, users, apiKeys });
  return isNew ? Object.fromEntries(keys.map(({ name, plain }) => [name, plain])) : null;
}

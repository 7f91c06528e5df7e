// A person's account as the principal of their calls.
import type { UserPrincipal } from '#contracts/principal.ts';
import type { AccountRow } from '#persistence/accounts.ts';

export function principalOf(tenantId: string, { id, displayName, groups, isAdmin }: AccountRow): UserPrincipal {
  return { kind: 'user', tenantId, userId: id, displayName, groups, isAdmin };
}

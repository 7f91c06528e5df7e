// The person behind a session, with the groups and rights of this moment (decision 31).
import type { UserPrincipal } from '#contracts/principal.ts';
import { findAccount } from '#persistence/accounts.ts';
import type { Deps } from '../deps.ts';
import { principalOf } from './account-principal.ts';

export type Session = { tenantId: string; userId: string; passwordVersion: number };

/** Null when the account is gone, or the password was changed since the session began. */
export async function loadPrincipal({ store }: Deps, session: Session): Promise<UserPrincipal | null> {
  const { tenantId, userId, passwordVersion } = session;
  const account = await findAccount(store, tenantId, userId);
  return account?.passwordVersion === passwordVersion ? principalOf(tenantId, account) : null;
}

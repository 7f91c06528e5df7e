// Sign-in with a password.
import type { UserPrincipal } from '#contracts/principal.ts';
import { findAccount } from '#persistence/accounts.ts';
import type { Deps } from '../deps.ts';
import { principalOf } from './account-principal.ts';
import { hashPassword, isPassword } from './password.ts';

export type Login = { tenantId: string; userId: string; password: string };

let nobodysHash: Promise<string> | undefined;

/** The person, or null. Takes as long for a name that nobody has as for a wrong password. */
export async function authenticatePassword(
  { store }: Deps,
  { tenantId, userId, password }: Login,
): Promise<{ principal: UserPrincipal; passwordVersion: number } | null> {
  const account = await findAccount(store, tenantId, userId);
  nobodysHash ??= hashPassword('nobody has this');
  const isRight = await isPassword(password, account?.passwordHash ?? (await nobodysHash));
  if (!account || !isRight) return null;
  return { principal: principalOf(tenantId, account), passwordVersion: account.passwordVersion };
}

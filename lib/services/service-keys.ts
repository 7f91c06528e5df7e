// Administration of service keys.
import { because } from '#contracts/reasons.ts';
import { insertServiceKey, revokeServiceKey as revoke } from '#persistence/keep-accounts.ts';
import type { Service } from './context.ts';
import { newApiKey } from './identity/api-key.ts';
import { forgetApiKey } from './identity/authenticate-api-key.ts';
import { refuse } from './refuse.ts';

export const createServiceKey: Service<'createServiceKey'> = async ({ deps, principal }, input) => {
  const { plain, stored } = newApiKey();
  const { name, scopes, expiresAt = null } = input;
  const row = { ...stored, name, scopes: [...new Set(scopes)], expiresAt };
  return { ...(await insertServiceKey(deps.store, principal.tenantId, row)), key: plain };
};

export const revokeServiceKey: Service<'revokeServiceKey'> = async ({ deps, principal }, { keyId }) => {
  const revoked = await revoke(deps.store, principal.tenantId, keyId);
  if (!revoked) return refuse('NOT_FOUND', because('noKey', { keyId }));
  forgetApiKey(deps, revoked.hash);
  return revoked.key;
};

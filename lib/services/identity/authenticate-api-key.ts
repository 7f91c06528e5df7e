// API keys: looked up by their hash, and remembered for the two seconds within which a revocation must hold everywhere (decision 31).
import type { ServicePrincipal } from '#contracts/principal.ts';
import { type ApiKeyRow, findApiKey, noteUseOfApiKey } from '#persistence/accounts.ts';
import { sha256Hex } from '#platform/ids.ts';
import type { Deps } from '../deps.ts';
import { API_KEY } from './api-key.ts';

const REMEMBERED_MS = 2_000;
const MAX_REMEMBERED = 1_000;

type Remembered = { principal: ServicePrincipal; until: number };

const remembered = new WeakMap<Deps, Map<string, Remembered>>();

/** The service behind a key, or null when the key is unknown, revoked or has expired. */
export async function authenticateApiKey(deps: Deps, key: string): Promise<ServicePrincipal | null> {
  if (!API_KEY.test(key)) return null;
  const hash = sha256Hex(key);
  const cache = cacheOf(deps);
  const known = cache.get(hash);
  if (known && known.until > performance.now()) return known.principal;
  cache.delete(hash);
  const row = await findApiKey(deps.store, hash);
  if (!row) return null;
  if (row.isUseNews) await noteUseOfApiKey(deps.store, row);
  const principal = principalOf(row);
  const [oldest] = cache.keys();
  if (oldest !== undefined && cache.size >= MAX_REMEMBERED) cache.delete(oldest);
  cache.set(hash, { principal, until: performance.now() + REMEMBERED_MS });
  return principal;
}

/** For a key that this process revoked: it holds here at once. */
export function forgetApiKey(deps: Deps, hash: string): void {
  cacheOf(deps).delete(hash);
}

function principalOf({ tenantId, id, name, scopes }: ApiKeyRow): ServicePrincipal {
  return { kind: 'service', tenantId, keyId: id, name, scopes };
}

function cacheOf(deps: Deps): Map<string, Remembered> {
  const cache = remembered.get(deps) ?? new Map<string, Remembered>();
  remembered.set(deps, cache);
  return cache;
}

// What an API key looks like.
import { newGuid, newSecret, sha256Hex } from '#platform/ids.ts';

const PREFIX = 'dk_';
const SHOWN = 8;

/** 256 random bits behind a mark by which a leaked key is found. */
export const API_KEY = /^dk_[\w-]{43}$/;

/** A new key: `plain` is for its holder alone, the rest is what is stored. */
export function newApiKey(): { plain: string; stored: { id: string; prefix: string; hash: string } } {
  const plain = PREFIX + newSecret();
  return { plain, stored: { id: newGuid(), prefix: plain.slice(0, SHOWN), hash: sha256Hex(plain) } };
}

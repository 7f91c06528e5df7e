// Identifiers and secrets drawn from the system's cryptographic randomness.

import { createHash, randomBytes, randomFillSync } from 'node:crypto';

/**
 * A new id: 32 lower-case hexadecimal characters, the time in milliseconds and 80 random bits. What is made together lies together in
 * every index, which grows at its end instead of everywhere.
 */
export function newGuid(): string {
  return Date.now().toString(16).padStart(TIME_DIGITS, '0') + newSeed().slice(TIME_DIGITS);
}
const TIME_DIGITS = 12;

// Drawn many at a time: one draw costs as much as a small step of the engine.
const POOL = Buffer.alloc(4096);
const SEED_BYTES = 16;
let used = POOL.length;

/** Chance for a step: 128 random bits as lower-case hexadecimal. */
export function newSeed(): string {
  if (used + SEED_BYTES > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += SEED_BYTES;
  return POOL.toString('hex', used - SEED_BYTES, used);
}

/** A new secret of `bytes` random bytes (default 32), safe in URLs and headers. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** The SHA-256 of a text in lower-case hexadecimal: what is stored of a key that is itself 256 random bits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

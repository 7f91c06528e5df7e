// The secret that signs sessions: given by AUTH_SECRET, else drawn once and kept in the data folder.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.ts';
import { newSecret } from './ids.ts';

const FILE = 'auth-secret';

let cached: string | undefined;

/** The session secret of this installation; the same for every process that shares the data folder. */
export function authSecret(): string {
  const { AUTH_SECRET, DOCKET_DATA_DIR } = env();
  cached ??= AUTH_SECRET ?? readOrDraw(DOCKET_DATA_DIR);
  return cached;
}

function readOrDraw(dataDir: string): string {
  const file = join(dataDir, FILE);
  mkdirSync(dataDir, { recursive: true });
  try {
    // Fails when another process was first; then its secret is the one.
    writeFileSync(file, newSecret(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isExistsError(error)) throw error;
  }
  return readFileSync(file, 'utf8');
}

function isExistsError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

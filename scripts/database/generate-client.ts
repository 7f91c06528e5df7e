// Writes the Prisma client into lib/persistence/generated.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');

/** Generates the client. Given any existing file as schema engine, Prisma stays with its WebAssembly and downloads nothing. */
export function generateClient(): void {
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Prisma could not generate its client:\n${stdout}${stderr}`);
}

if (import.meta.main) generateClient();

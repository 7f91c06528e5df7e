// A PostgreSQL for one piece of work: in a temporary folder, gone afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

// What is thrown away need not survive a power cut.
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a throw-away server; `settings` are added to those that make it quick. */
export async function startScratchServer(settings: string[] = []): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
  const server = await startEmbeddedPostgres(folder, [...FORGETFUL, ...settings]);
  return {
    database: server.database,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Hands the work the address of an empty database. */
export async function withScratchDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await startScratchServer();
  try {
    return await work(await server.database('scratch'));
  } finally {
    await server.stop();
  }
}

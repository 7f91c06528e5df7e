// A PostgreSQL to measure against: thrown away afterwards, but as durable as PostgreSQL is by default.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../scripts/database/embedded-postgres.ts';

/** Runs the work on a server of its own; the work names the databases that it wants. */
export async function withDurableServer<T>(
  work: (database: (name: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-'));
  const server = await startEmbeddedPostgres(folder);
  try {
    return await work(server.database);
  } finally {
    // What is dirty is written now: the stop does not wait for much.
    const client = new pg.Client({ connectionString: await server.database('postgres') });
    await client.connect();
    await client.query('CHECKPOINT');
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

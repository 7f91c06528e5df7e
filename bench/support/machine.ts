// What the figures were taken on: without it they say nothing.
import { availableParallelism, cpus, loadavg } from 'node:os';
import pg from 'pg';

/** One line: cores, Node, and PostgreSQL with its durability. */
export async function machine(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string; fsync: string; synchronous: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS synchronous`,
  );
  await client.end();
  const [row] = rows;
  const database = `PostgreSQL ${row?.version} (fsync ${row?.fsync}, synchronous_commit ${row?.synchronous})`;
  return `${cores()}; ${database} on the same cores`;
}

export function cores(): string {
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), load before ${load}, Node ${process.version}`;
}

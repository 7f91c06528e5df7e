// What must hold before Docket can start, each said in one plain line when it does not.

import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A reason not to start that the person at the keyboard can do something about; its message is one line. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Throws a StartError when nobody can listen there; `variable` is what the person would change. */
export async function requirePort(port: number, host: string, variable: string): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  if (code !== 'EADDRINUSE') throw new StartError(`Docket cannot listen on ${host}:${port} (${code}).`);
  throw new StartError(
    `Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${port + 1} npm start`,
  );
}

const ATTEMPTS = 10;

/** Waits some seconds for a database of the person's own; throws a StartError with the reason when it does not answer. */
export async function requireDatabase(url: string): Promise<void> {
  const { host } = new URL(url);
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      // A server that refuses the name or the password will go on doing so.
      const refused = error instanceof pg.DatabaseError && !error.code?.startsWith('57');
      if (refused || attempt === ATTEMPTS)
        throw new StartError(`The database at ${host} cannot be reached: ${reason(error)}`);
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(500);
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

// The real server for a test: REST and the loops, before a database of its own, with a clock that the test sets forward.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createAuthenticate } from '#auth/principal-from-request.ts';
import { createRestApp } from '#http/app.ts';
import { startRuntime } from '#runtime/start-runtime.ts';
import { advanceTestClock } from '#services/advance-test-clock.ts';
import { openDeps } from '#services/deps.ts';
import { followChanges } from '#services/follow-changes.ts';
import { authenticateApiKey } from '#services/identity/authenticate-api-key.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { loadPrincipal } from '#services/identity/load-principal.ts';
import { invoke } from '#services/invoke.ts';
import { createTestDatabase } from './create-test-database.ts';

export type StartedDocket = AsyncDisposable & {
  url: string;
  /** A key that may do everything. */
  apiKey: string;
  advanceClock: (seconds: number) => Promise<void>;
};

/** Starts it with a tenant; disposing of it stops all and drops the database. */
export async function startDocket(): Promise<StartedDocket> {
  const database = await createTestDatabase();
  const deps = openDeps({ databaseUrl: database.url, poolSize: 6, testClock: true });
  const plan = { id: 'acme', groups: [], users: [], apiKeys: [{ name: 'tests', scopes: ['*' as const] }] };
  const keys = await foundTenant(deps, plan);
  const app = createRestApp({
    invoke: (id, call, input) => invoke(deps, id, call, input),
    follow: (call) => followChanges(deps, call),
    authenticate: createAuthenticate({
      authenticateApiKey: (key) => authenticateApiKey(deps, key),
      loadPrincipal: (session) => loadPrincipal(deps, session),
    }),
    isReady: async () => true,
    logger: { error: ({ err }) => console.error(err), warn: () => undefined },
  });
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stopRuntime = startRuntime(deps);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey: keys?.tests ?? '',
    advanceClock: (seconds) => advanceTestClock(deps, seconds * 1000),
    [Symbol.asyncDispose]: async () => {
      deps.drain();
      await stopRuntime();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deps.close();
      await database.drop();
    },
  };
}

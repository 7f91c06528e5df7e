// The REST app alone in a process of its own, as the production server mounts it. Says where it listens and with which keys it is called.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createAuthenticate } from '#auth/principal-from-request.ts';
import { createRestApp } from '#http/app.ts';
import { logger } from '#platform/logger.ts';
import { openDeps } from '#services/deps.ts';
import { followChanges } from '#services/follow-changes.ts';
import { authenticateApiKey } from '#services/identity/authenticate-api-key.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { loadPrincipal } from '#services/identity/load-principal.ts';
import { invoke } from '#services/invoke.ts';

export type Listening = { origin: string; apiKey: string; cpuMs: number };

const [databaseUrl = ''] = process.argv.slice(2);
const deps = openDeps({ databaseUrl, poolSize: 8, testClock: false });
const keys = await foundTenant(deps, {
  id: 'bench',
  groups: [],
  users: [],
  apiKeys: [{ name: 'bench', scopes: ['*'] }],
});
const app = createRestApp({
  invoke: (id, call, input) => invoke(deps, id, call, input),
  follow: (call) => followChanges(deps, call),
  authenticate: createAuthenticate({
    authenticateApiKey: (key) => authenticateApiKey(deps, key),
    loadPrincipal: (session) => loadPrincipal(deps, session),
  }),
  isReady: async () => true,
  logger: logger('bench'),
});
const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
// As in production: longer than a round in which nobody calls.
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tell(`http://127.0.0.1:${port}`);
});
// Every message asks for the CPU used so far.
process.on('message', () => tell(''));
process.on('disconnect', () => process.exit(0));

function tell(origin: string): void {
  const { user, system } = process.cpuUsage();
  process.send?.({ origin, apiKey: keys?.bench ?? '', cpuMs: (user + system) / 1000 } satisfies Listening);
}

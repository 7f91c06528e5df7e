// The production server: REST in front of Next in one HTTP server, the loops beside them, and an orderly end.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { env } from '#platform/env.ts';
import { logger } from '#platform/logger.ts';
import { container } from './container.ts';
import { restApp } from './rest.ts';
import { ensureRuntime } from './runtime.ts';

export type ServerOptions = { port: number; host: string; dev: boolean };
export type RunningServer = { url: string; close: () => Promise<void> };

// How long calls under way may take once the server is told to stop.
const DRAIN_MS = 10_000;
// Above what load balancers keep a connection for, so that they close it first.
const KEEP_ALIVE_MS = 65_000;
const REST = /^\/(api\/v1|health)(\/|\?|$)/;
// Said by whoever connects: nobody in front of this server is trusted to.
const CLAIMS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/**
 * Serves REST and pages until it is closed.
 * @throws the error of the listener, EADDRINUSE for a port that is taken.
 */
export async function startServer({ port, host, dev }: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const pages = next({ dev, hostname: host, port, httpServer: server });
  const { promise: prepared, resolve: onPrepared } = Promise.withResolvers<void>();
  const showPage = async (request: IncomingMessage, response: ServerResponse) => {
    await prepared;
    // What is escaped wrongly names no page, and Next would answer it with a bare 500.
    if (!isEscapedWell(request.url)) request.url = '/404';
    await pages.getRequestHandler()(request, response);
  };
  const answerCall = getRequestListener(restApp().fetch, { overrideGlobalObjects: false });
  server.on('request', (request, response) => {
    dropClaims(request);
    const handle = REST.test(request.url ?? '') ? answerCall : showPage;
    handle(request, response).catch((error) => {
      logger('server').error({ err: error }, 'a request failed');
      response.destroy();
    });
  });
  // Before Next prepares, which takes its time: a port that is taken is told at once.
  await listen(server, port, host);
  await pages.prepare();
  onPrepared();
  const stopRuntime = ensureRuntime();
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
    close: async () => {
      const { deps } = container();
      deps.drain();
      await Promise.all([drain(server), stopRuntime()]);
      await pages.close();
      await deps.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Of its path: what is searched for may hold a lone percent sign. */
function isEscapedWell(url = ''): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function dropClaims({ headers }: IncomingMessage): void {
  for (const name of CLAIMS) delete headers[name];
}

/** Takes no more calls, waits for those under way, and in the end cuts off what is left. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const late = new AbortController();
  const cutOff = delay(DRAIN_MS, undefined, { signal: late.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await closed;
  late.abort();
  await cutOff;
}

async function main(): Promise<void> {
  const { PORT: port, HOST: host, NODE_ENV } = env();
  const log = logger('server');
  const server = await startServer({ port, host, dev: NODE_ENV === 'development' });
  log.info({ url: server.url }, 'serving');
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    server.close().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    logger('server').fatal({ err: error }, 'could not start');
    process.exit(1);
  });
}

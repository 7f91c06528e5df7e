// `npm start` and `npm run dev`: database, migrations, demo, pages, mailbox, server and worker, brought up and down in order.

import { join } from 'node:path';
import { authSecret } from '#platform/auth-secret.ts';
import { appUrl, type Env, EnvError, parseEnv } from '#platform/env.ts';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { applyMigrations, MigrationError } from '../database/migrations.ts';
import { EmbeddedPostgresError } from '../database/postgres-programs.ts';
import { banner } from './banner.ts';
import { buildIfStale, generateIfStale } from './build.ts';
import { requireDatabase, requirePort, StartError } from './checks.ts';
import { startChild } from './child-process.ts';
import { foundDemo } from './demo.ts';
import { createShutdown } from './shutdown.ts';

const MAILBOX_HOST = '127.0.0.1';
// Together less than the ten seconds within which everything is down.
const WORKER_PATIENCE_MS = 2_500;
const MAILBOX_PATIENCE_MS = 1_000;
const SERVER_PATIENCE_MS = 3_000;

const shutdown = createShutdown();
let interrupted = false;

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(event, () => {
    if (interrupted) return;
    interrupted = true;
    console.log('\nStopping …');
    void shutdown.run().then(() => process.exit(0));
  });
}

try {
  await start(parseEnv(process.env));
} catch (error) {
  if (!interrupted) {
    console.error(isPlain(error) ? error.message : error);
    await shutdown.run();
    process.exit(1);
  }
}

async function start(settings: Env): Promise<void> {
  const { HOST, PORT, DEMO, MAILBOX_PORT, MAILBOX_SMTP_PORT } = settings;
  const dev = settings.NODE_ENV === 'development';
  const withMailbox = DEMO && settings.SMTP_URL === undefined;
  await requirePort(PORT, HOST, 'PORT');
  if (withMailbox) {
    await requirePort(MAILBOX_PORT, MAILBOX_HOST, 'MAILBOX_PORT');
    await requirePort(MAILBOX_SMTP_PORT, MAILBOX_HOST, 'MAILBOX_SMTP_PORT');
  }

  await generateIfStale();
  // From here on the environment is whole, for this process and those it starts.
  const databaseUrl = await bringUpDatabase(settings);
  process.env.DATABASE_URL = databaseUrl;
  process.env.AUTH_SECRET = authSecret();
  process.env.NEXTAUTH_URL = appUrl();
  await applyMigrations(databaseUrl);
  if (!dev) await buildIfStale(() => console.log('Building the pages; this takes a minute, and only after a change …'));
  const demo = DEMO ? await foundDemo(databaseUrl, settings) : undefined;

  if (withMailbox) {
    const mailbox = await startChild('mailbox', 'examples/mailbox/main.ts', 'mailbox ready', {});
    shutdown.add('mailbox', () => mailbox.stop(MAILBOX_PATIENCE_MS));
  }
  await serve(PORT, HOST, dev);
  if (demo?.apiKey) {
    const worker = await startChild('worker', 'examples/it-request/worker.ts', 'worker ready', {
      DOCKET_URL: `http://${reachable(HOST)}:${PORT}`,
      DOCKET_API_KEY: demo.apiKey,
      SMTP_URL: settings.SMTP_URL ?? `smtp://${MAILBOX_HOST}:${MAILBOX_SMTP_PORT}`,
    });
    shutdown.add('worker', () => worker.stop(WORKER_PATIENCE_MS));
  }

  const mailboxUrl = withMailbox ? `http://localhost:${MAILBOX_PORT}` : undefined;
  console.log(banner({ url: appUrl(), demo, mailboxUrl }));
  process.send?.({ url: appUrl(), apiKey: demo?.apiKey, mailboxUrl });
}

async function bringUpDatabase({ DATABASE_URL, DOCKET_DATA_DIR }: Env): Promise<string> {
  if (DATABASE_URL !== undefined) {
    await requireDatabase(DATABASE_URL);
    return DATABASE_URL;
  }
  const postgres = await startEmbeddedPostgres(join(DOCKET_DATA_DIR, 'postgres'));
  shutdown.add('database', () => postgres.stop());
  return postgres.database('docket');
}

async function serve(port: number, host: string, dev: boolean): Promise<void> {
  // Loaded only now: what it imports reads the environment.
  const { startServer } = await import('#server/main.ts');
  const server = await startServer({ port, host, dev });
  shutdown.add('server', () => withinMs(SERVER_PATIENCE_MS, server.close()));
}

/** Where this machine reaches a server that listens on an address which stands for all. */
function reachable(host: string): string {
  return ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
}

async function withinMs(limit: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([work, tooLong]);
  clearTimeout(timer);
}

/** Whether the message alone tells the person at the keyboard what to do. */
function isPlain(error: unknown): error is Error {
  return [StartError, EnvError, EmbeddedPostgresError, MigrationError].some((kind) => error instanceof kind);
}

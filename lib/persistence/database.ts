// The connection to PostgreSQL: one pool for the hot statements and for Prisma.

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { logger } from '#platform/logger.ts';
import { PrismaClient } from './generated/client.ts';

export type Database = {
  pool: pg.Pool;
  prisma: PrismaClient;
  /** Test mode: time is the database's plus an offset row (decision 25). */
  testClock: boolean;
};

export type DatabaseOptions = {
  databaseUrl: string;
  poolSize: number;
  testClock: boolean;
  /** Commits do not wait for the disk: only for what can be made anew after a power cut. */
  isHasty?: boolean;
};

// A statement ends on the server before its caller gives up, and its caller before a request does.
const STATEMENT_TIMEOUT_MS = 15_000;
const CALLER_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 3_000;
// A new connection has to plan its statements anew.
const IDLE_TIMEOUT_MS = 10 * 60_000;

// Every query here is served by an index and few rows. A plan that scans or hashes a whole table can only come of a table that was small when
// the plan was made, and prepared statements keep their plans while tables grow. The commit takes ten times longer to plan than to run, so
// that it is planned once per connection; compiling such queries costs more than running them.
const PLANS = [
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'plan_cache_mode=force_generic_plan',
  'jit=off',
];
const OPTIONS = ['timezone=UTC', ...PLANS].map((setting) => `-c ${setting}`).join(' ');

/** Opens the pool; connections are made as they are needed, so this succeeds while the database is away. */
export function openDatabase({ databaseUrl, poolSize, testClock, isHasty = false }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    application_name: 'docket',
    options: isHasty ? `${OPTIONS} -c synchronous_commit=off` : OPTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: CALLER_TIMEOUT_MS,
    keepAlive: true,
  });
  // An idle connection that is cut is an event, and an event of this name that nobody hears ends the process.
  // Its message alone: the pool hangs the whole client on the error.
  pool.on('error', ({ message }) => logger('persistence').warn({ reason: message }, 'an idle connection was lost'));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }), testClock };
}

/** Waits for what is under way, then closes every connection. */
export async function closeDatabase({ pool, prisma }: Database): Promise<void> {
  await prisma.$disconnect();
  await pool.end();
}

/** Whether the database answers. */
export async function ping({ pool }: Database): Promise<boolean> {
  return pool.query('SELECT').then(
    () => true,
    () => false,
  );
}

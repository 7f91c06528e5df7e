// The one place that reads the environment: every variable, checked once and described where it is declared.

import { z } from 'zod';

const port = z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535);
const bound = z.coerce.number('must be a number').int('must be a whole number').min(1);
const flag = z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true');
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` });

const variables = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production')
    .describe('How Docket runs. Set by the npm scripts.'),
  PORT: port.default(3000).describe('The port that the pages and the REST API are served on.'),
  HOST: z.string().default('127.0.0.1').describe('The interface to listen on; 0.0.0.0 for all of them.'),
  APP_URL: url(/^https?$/, 'https://docket.example.com')
    .optional()
    .describe('The address people use, when it differs from http://localhost:PORT (behind a proxy, say).'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/docket')
    .optional()
    .describe('A PostgreSQL 15 or later to use instead of the embedded one.'),
  DATABASE_POOL_SIZE: z.coerce
    .number('must be a number')
    .int()
    .min(2)
    .max(100)
    .default(8)
    .describe('Connections that one process holds to the database.'),
  AUTH_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters long')
    .optional()
    .describe('Signs the sessions. Drawn once and kept under DOCKET_DATA_DIR when absent; share it between hosts.'),
  DOCKET_DATA_DIR: z.string().default('.data').describe('Where the embedded database and drawn secrets are kept.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a level such as info or debug')
    .default('info')
    .describe('How much is logged.'),
  MAX_STEPS_PER_COMMAND: bound
    .max(100_000)
    .default(512)
    .describe('Arrivals at nodes that one command may cause before its run is taken for a tight loop.'),
  MAX_THREADS_PER_RUN: bound.max(10_000).default(65).describe('ThreadRuns that a WfRun may hold.'),
  MAX_RUNS_PER_FAMILY: bound
    .max(100_000)
    .default(1000)
    .describe(
      'WfRuns that a family may hold: a root with its child runs, but for those that have ended and were waited for.',
    ),
  MAX_VALUE_BYTES: bound
    .max(100_000_000)
    .default(1_000_000)
    .describe('Bytes of one value as JSON: a variable, an output, the content of an event.'),
  MAX_SPEC_BYTES: bound.max(100_000_000).default(1_000_000).describe('Bytes of a WfSpec as JSON.'),
  MAX_REQUEST_BYTES: bound.max(100_000_000).default(1_048_576).describe('Bytes of the body of a request.'),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.com:587')
    .optional()
    .describe('The mail server that the demo worker sends through, instead of the development mailbox.'),
  MAILBOX_PORT: port.default(3025).describe('The page of the development mailbox.'),
  MAILBOX_SMTP_PORT: port.default(3026).describe('The SMTP side of the development mailbox.'),
  DEMO: flag
    .default(true)
    .describe('Whether `npm start` brings the demo: its people, process, worker and mailbox. 0 for none of it.'),
  DEMO_WORK: flag
    .default(true)
    .describe('Whether the demo begins with some weeks of work of its people in it. 0 for the people alone.'),
  TEST_CLOCK: flag.default(false).describe("Test mode: the database's clock may be set forward. Never in production."),
} as const;

const schema = z.object(variables);

// Never repeated in a complaint: they hold passwords.
const SECRET = new Set(['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL']);

/** The checked environment, by the names of its variables. */
export type Env = z.infer<typeof schema>;

/** The environment cannot be used; `problems` has one plain line for each variable at fault. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Checks a set of variables; an empty one counts as absent.
 * @throws EnvError naming every variable at fault.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, text]) => text !== undefined && text !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return SECRET.has(name) ? `${name} ${issue.message}.` : `${name} ${issue.message}: "${present[name]}"`;
    }),
  );
}

/** What each variable is for and what it is when absent: the table of the README. */
export function describeEnv(): { name: string; purpose: string; fallback: string }[] {
  return Object.entries(variables).map(([name, variable]) => {
    const absent = variable.safeParse(undefined);
    return {
      name,
      purpose: variable.description ?? '',
      fallback: absent.success && absent.data !== undefined ? String(absent.data) : '',
    };
  });
}

let cached: Env | undefined;

/** The environment of this process, read on first use, so that a build without one works. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The address that people and links use, without a slash at its end. */
export function appUrl(): string {
  return (env().APP_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, '');
}

/** The database of this process. */
export function databaseUrl(): string {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) {
    throw new EnvError(['DATABASE_URL is not set. `npm start` sets it; a process of your own needs it.']);
  }
  return DATABASE_URL;
}

/** Tells next-auth, which reads its environment itself, where people reach Docket. */
export function announceAppUrl(): void {
  process.env.NEXTAUTH_URL ??= appUrl();
}

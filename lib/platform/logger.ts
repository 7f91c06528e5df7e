// The log: JSON lines in production, readable in development, secrets never in it.

import { type Logger, pino } from 'pino';
import { env } from './env.ts';

// Each key at the top and one level down, where requests and principals put them.
const SECRETS = ['password', 'secret', 'token', 'apiKey', 'authorization', 'cookie', 'leaseToken', 'headers'].flatMap(
  (key) => [key, `*.${key}`],
);

let root: Logger | undefined;

/** The log of a part of Docket; every line carries the part's name. */
export function logger(part: string): Logger {
  root ??= createRoot();
  return root.child({ part });
}

function createRoot(): Logger {
  const { LOG_LEVEL, NODE_ENV } = env();
  const options = { level: LOG_LEVEL, base: null, redact: { paths: SECRETS, censor: '[redacted]' } };
  if (NODE_ENV !== 'development') return pino(options);
  return pino({
    ...options,
    transport: { target: 'pino-pretty', options: { ignore: 'part', messageFormat: '{part}: {msg}' } },
  });
}

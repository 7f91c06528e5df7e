// The REST app of this process: in front of Next in the production server, and behind Next's catch-all route elsewhere.
import { createAuthenticate } from '#auth/principal-from-request.ts';
import { createRestApp } from '#http/app.ts';
import { env } from '#platform/env.ts';
import { logger } from '#platform/logger.ts';
import { refusalOfOutage } from '#services/outage.ts';
import { container } from './container.ts';

let app: ReturnType<typeof createRestApp> | undefined;

/** Built on first use: `restApp().fetch(request)` serves `/api/v1` and `/health`. */
export function restApp(): ReturnType<typeof createRestApp> {
  app ??= build();
  return app;
}

function build() {
  const { invoke, follow, isReady, ...identity } = container();
  const authenticate = createAuthenticate(identity);
  return createRestApp({
    invoke,
    follow,
    isReady,
    authenticate: (request) => authenticate(request).catch((error) => ({ ok: false, refusal: refusalOfOutage(error) })),
    logger: logger('http'),
    maxBodyBytes: env().MAX_REQUEST_BYTES,
  });
}

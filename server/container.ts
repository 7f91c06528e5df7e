// What one process has one of: services with their database, and who is who. On globalThis, since Next bundles a second copy of every module.
import type { InputOf, OperationId, OutputOf } from '#contracts/operations/table.ts';
import { databaseUrl, env } from '#platform/env.ts';
import type { Call, Outcome } from '#services/context.ts';
import { type Deps, openDeps, type Settings } from '#services/deps.ts';
import { type Follow, followChanges, liveHead } from '#services/follow-changes.ts';
import { authenticateApiKey } from '#services/identity/authenticate-api-key.ts';
import { authenticatePassword, type Login } from '#services/identity/authenticate-password.ts';
import { loadPrincipal, type Session } from '#services/identity/load-principal.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';
import { invoke } from '#services/invoke.ts';
import { isDatabaseUp } from '#services/is-database-up.ts';

const KEY = Symbol.for('docket.container');

export type Container = ReturnType<typeof build>;

/** The container of this process, built on first use. */
export function container(): Container {
  const place = globalThis as { [KEY]?: Container };
  place[KEY] ??= build(openDeps(database(), settings()));
  return place[KEY];
}

function database() {
  const { DATABASE_POOL_SIZE: poolSize, TEST_CLOCK: testClock } = env();
  return { databaseUrl: databaseUrl(), poolSize, testClock };
}

function settings(): Settings {
  const { MAX_STEPS_PER_COMMAND: fuel, MAX_THREADS_PER_RUN: threadsPerRun, MAX_RUNS_PER_FAMILY: runsPerFamily } = env();
  const { MAX_VALUE_BYTES: valueBytes, MAX_SPEC_BYTES: specBytes } = env();
  return { limits: { fuel, threadsPerRun, runsPerFamily, valueBytes }, specBytes };
}

function build(deps: Deps) {
  return {
    deps,
    /** Whose accounts the sign-in page is for. */
    tenantId: DEFAULT_TENANT,
    invoke: <Id extends OperationId>(id: Id, call: Call, input: InputOf<Id>): Promise<Outcome<OutputOf<Id>>> =>
      invoke(deps, id, call, input),
    follow: (call: Follow) => followChanges(deps, call),
    liveHead: () => liveHead(deps),
    authenticateApiKey: (key: string) => authenticateApiKey(deps, key),
    authenticatePassword: (login: Login) => authenticatePassword(deps, login),
    loadPrincipal: (session: Session) => loadPrincipal(deps, session),
    /** Whether this process can serve. */
    isReady: async () => !deps.closing.aborted && (await isDatabaseUp(deps)),
  };
}

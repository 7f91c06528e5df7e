import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { type Deps, openDeps } from '../deps.ts';
import { invoke } from '../invoke.ts';
import { key } from '../testing/docket.ts';
import { authenticateApiKey } from './authenticate-api-key.ts';
import { authenticatePassword } from './authenticate-password.ts';
import { foundTenant } from './found-tenant.ts';
import { loadPrincipal } from './load-principal.ts';

let database: TestDatabase;
let deps: Deps;
let apiKey: string;

const PLAN = {
  id: 'acme',
  groups: ['finance', 'it'],
  users: [{ id: 'fred', displayName: 'Fred', password: 'correct horse', isAdmin: false, groups: ['it', 'finance'] }],
  apiKeys: [{ name: 'robot', scopes: ['workers' as const] }],
};

beforeAll(async () => {
  database = await createTestDatabase();
  deps = openDeps({ databaseUrl: database.url, poolSize: 3, testClock: false });
  apiKey = (await foundTenant(deps, PLAN))?.robot ?? '';
});
afterAll(async () => {
  await deps.close();
  await database.drop();
});

const fred = {
  kind: 'user',
  tenantId: 'acme',
  userId: 'fred',
  displayName: 'Fred',
  groups: ['finance', 'it'],
  isAdmin: false,
};

test('a tenant is founded once', async () => {
  expect(await foundTenant(deps, PLAN)).toBeNull();
});

test('a password lets in only who has it, in their tenant', async () => {
  const login = { tenantId: 'acme', userId: 'fred', password: 'correct horse' };
  expect(await authenticatePassword(deps, login)).toEqual({ principal: fred, passwordVersion: 0 });
  expect(await authenticatePassword(deps, { ...login, password: 'wrong' })).toBeNull();
  expect(await authenticatePassword(deps, { ...login, userId: 'nobody' })).toBeNull();
  expect(await authenticatePassword(deps, { ...login, tenantId: 'other' })).toBeNull();
});

test('changed groups hold with the next call, a new password ends the session', async () => {
  const session = { tenantId: 'acme', userId: 'fred', passwordVersion: 0 };
  expect(await loadPrincipal(deps, session)).toEqual(fred);
  await deps.store.pool.query(`DELETE FROM membership WHERE group_name = 'it'`);
  expect(await loadPrincipal(deps, session)).toMatchObject({ groups: ['finance'] });
  await deps.store.pool.query('UPDATE user_account SET password_version = 1');
  expect(await loadPrincipal(deps, session)).toBeNull();
});

test('an API key is kept as a hash and lets in its holder', async () => {
  expect(await authenticateApiKey(deps, apiKey)).toMatchObject({
    kind: 'service',
    tenantId: 'acme',
    name: 'robot',
    scopes: ['workers'],
  });
  expect(await authenticateApiKey(deps, `${apiKey.slice(0, -1)}~`)).toBeNull();
  expect(await authenticateApiKey(deps, apiKey.slice(0, -1))).toBeNull();
  const { rows } = await deps.store.pool.query<{ row: string }>('SELECT row_to_json(k)::text AS row FROM api_key k');
  expect(rows[0]?.row).not.toContain(apiKey.slice(8));
});

test('a revoked or expired key does not', async () => {
  const fresh = () => openDeps({ databaseUrl: database.url, poolSize: 1, testClock: false });
  for (const change of [`expires_at = now() - interval '1 second'`, `expires_at = NULL, revoked_at = now()`]) {
    await deps.store.pool.query(`UPDATE api_key SET ${change}`);
    const other = fresh();
    expect(await authenticateApiKey(other, apiKey)).toBeNull();
    await other.close();
  }
});

test('while the database is away a call is UNAVAILABLE, and works again once it is back', async () => {
  const away = openDeps({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', poolSize: 1, testClock: false });
  const principal = key('k');
  const search = { limit: 50, sort: '-created' as const };
  expect(await invoke(away, 'searchUserTaskRuns', { principal }, search)).toMatchObject({
    ok: false,
    refusal: { code: 'UNAVAILABLE' },
  });
  await away.close();

  const { pool } = deps.store;
  // Of this database alone: other test files have theirs on the same server.
  await pool
    .query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    .catch(() => undefined);
  await invoke(deps, 'searchUserTaskRuns', { principal }, search);
  expect(await invoke(deps, 'searchUserTaskRuns', { principal }, search)).toMatchObject({ ok: true });
});

// A migrated database of its own for a test file: a clone of the template, dropped afterwards.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './database-setup.ts';

export type TestDatabase = {
  /** The address for a client, pool or Prisma of the test's own. */
  url: string;
  /** Drops the database, with whoever is still connected. */
  drop(): Promise<void>;
};

/** Clones the migrated template. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await maintain(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(inject('maintenanceUrl'));
  url.pathname = name;
  return { url: url.href, drop: () => maintain(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function maintain(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('maintenanceUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

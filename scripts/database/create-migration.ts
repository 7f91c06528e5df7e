// `npm run db:migrate -- <name>`: writes what the schema has and the migrations lack as a new migration, to be read and edited.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations, MIGRATIONS_DIR } from './migrations.ts';
import { missingSql } from './schema-engine.ts';
import { withScratchDatabase } from './scratch-database.ts';

const name = process.argv[2]?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

if (!name) {
  console.error('Name the migration: npm run db:migrate -- add-user-tasks');
  process.exit(1);
}

const sql = await withScratchDatabase(async (url) => {
  await applyMigrations(url);
  return missingSql(url);
});
if (sql === undefined)
  console.log('The migrations say all that the schema says; this one is empty, for SQL of your own.');

const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = join(MIGRATIONS_DIR, `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'provider = "postgresql"\n');
writeFileSync(join(folder, 'migration.sql'), sql ?? '');
console.log(
  `${folder}/migration.sql: read it, add what Prisma cannot say (checks, partial indexes, triggers), commit it.`,
);

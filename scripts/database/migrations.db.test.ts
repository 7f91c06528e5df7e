import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts';
import { applyMigrations } from './migrations.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase();
  directory = mkdtempSync(join(tmpdir(), 'docket-migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relname LIKE 'sample%' AND relkind = 'r'",
  );
  await client.end();
  return rows.map(({ name }) => name).sort();
}

test('applies each migration once, in order, functions with semicolons included', async () => {
  write('2_second', 'CREATE TABLE sample_b (id INT REFERENCES sample_a (id));');
  write(
    '1_first',
    `CREATE TABLE sample_a (id INT PRIMARY KEY);
    CREATE FUNCTION sample() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; END $$;`,
  );
  expect(await applyMigrations(database.url, directory)).toEqual(['1_first', '2_second']);
  expect(await applyMigrations(database.url, directory)).toEqual([]);
  expect(await tables()).toEqual(['sample_a', 'sample_b']);
});

test('a migration that fails leaves nothing of itself and is tried again', async () => {
  write('1_first', 'CREATE TABLE sample_a (id INT); SELECT 1 / 0;');
  await expect(applyMigrations(database.url, directory)).rejects.toThrow('1_first failed: division by zero');
  expect(await tables()).toEqual([]);
  write('1_first', 'CREATE TABLE sample_a (id INT);');
  expect(await applyMigrations(database.url, directory)).toEqual(['1_first']);
});

test('a migration edited after it was applied is refused', async () => {
  write('1_first', 'CREATE TABLE sample_a (id INT);');
  await applyMigrations(database.url, directory);
  write('1_first', 'CREATE TABLE sample_a (id BIGINT);');
  await expect(applyMigrations(database.url, directory)).rejects.toThrow('1_first was edited');
});

test('processes that start at once apply a migration once', async () => {
  write('1_first', 'CREATE TABLE sample_a (id INT);');
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url, directory)));
  expect(applied.flat()).toEqual(['1_first']);
});

// Prisma's schema engine as WebAssembly, for comparing a database with the schema: nothing to download.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const SCHEMA_DIR = 'prisma';
const OTHERS_TABLES = ['public._prisma_migrations'];
// The type "char" of PostgreSQL's catalogue: one letter.
const CATALOGUE_CHAR = 18;

/** The SQL that would bring a database to what the schema says; undefined when nothing that Prisma knows of is missing. */
export async function missingSql(databaseUrl: string): Promise<string | undefined> {
  const files = readSchema();
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const engine = await openEngine(createFactory(pool), files);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: SCHEMA_DIR },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: OTHERS_TABLES, externalEnums: [] },
    });
    return exitCode === 0 ? undefined : (stdout ?? undefined);
  } finally {
    engine.free();
    await pool.end();
  }
}

function readSchema(): bindings.SchemaContainer[] {
  const names = readdirSync(SCHEMA_DIR).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((name) => {
    const path = join(SCHEMA_DIR, name);
    return { path, content: readFileSync(path, 'utf8') };
  });
}

/** Prisma's adapter, taught the one type of the catalogue that the engine asks for and the adapter refuses. */
function createFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const letters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const readable = async (...args: unknown[]) => {
    const result = await query(...args);
    const found = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CATALOGUE_CHAR ? [index] : []));
    for (const field of result.fields) {
      if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = pg.types.builtins.BPCHAR;
    }
    letters.set(result.rows, found);
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: readable }));
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await PrismaPg.prototype.connect.call(factory);
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (params) => {
        const result = await queryRaw(params);
        for (const index of letters.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      };
      return adapter;
    },
  });
}

async function openEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  files: bindings.SchemaContainer[],
): Promise<bindings.SchemaEngine> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const module = await WebAssembly.compile(readFileSync(wasm));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

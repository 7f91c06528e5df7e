// Once for all database tests: a throw-away PostgreSQL with a migrated template, which each test file clones.

import type { TestProject } from 'vitest/node';
import { applyMigrations } from '../database/migrations.ts';
import { startScratchServer } from '../database/scratch-database.ts';

export const TEMPLATE = 'docket_template';

declare module 'vitest' {
  // The place where vitest looks for what a global setup provides.
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into vitest's own.
  interface ProvidedContext {
    maintenanceUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchServer(['max_connections=300']);
  const maintenanceUrl = await server.database('postgres');
  await applyMigrations(await server.database(TEMPLATE));
  project.provide('maintenanceUrl', maintenanceUrl);
  return () => server.stop();
}

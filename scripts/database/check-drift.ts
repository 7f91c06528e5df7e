// Fails when the migrations, applied to an empty database, do not give what the schema says.

import { applyMigrations } from './migrations.ts';
import { missingSql } from './schema-engine.ts';
import { withScratchDatabase } from './scratch-database.ts';

const missing = await withScratchDatabase(async (url) => {
  await applyMigrations(url);
  return missingSql(url);
});

if (missing !== undefined) {
  console.error(
    `The migrations do not lead to what the schema says; this would (npm run db:migrate -- <name>):\n${missing}`,
  );
  process.exit(1);
}

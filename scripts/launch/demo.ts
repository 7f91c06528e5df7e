// The demo: founded once, its key kept in the data folder, since the database keeps only a hash of it.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '#platform/env.ts';

export type Demo = {
  /** The key of the demo worker and of the README's first calls; unknown when another data folder has it. */
  apiKey: string | undefined;
  password: string;
  people: { userId: string; about: string }[];
};

/** Brings the demo into a database unless it is there. `settings` are those the launcher was given. */
export async function foundDemo(databaseUrl: string, settings: Env): Promise<Demo> {
  // Loaded only now: the client that they import may just have been generated.
  const { seed } = await import('../../prisma/seed.ts');
  const { apiKey, users, password } = await seed(databaseUrl, { withWork: settings.DEMO_WORK });
  const file = keyFile(settings);
  if (apiKey !== undefined) writeFileSync(file, apiKey, { mode: 0o600 });
  return {
    apiKey: existsSync(file) ? readFileSync(file, 'utf8') : undefined,
    password,
    people: users.map(({ id, displayName, groups, isAdmin }) => ({
      userId: id,
      about: [displayName, ...groups.map((group) => `group ${group}`), ...(isAdmin ? ['administrator'] : [])].join(
        ', ',
      ),
    })),
  };
}

/** One for each database that is used with the folder. */
function keyFile({ DATABASE_URL, DOCKET_DATA_DIR }: Env): string {
  if (DATABASE_URL === undefined) return join(DOCKET_DATA_DIR, 'demo-api-key');
  return join(DOCKET_DATA_DIR, `demo-api-key-${createHash('sha256').update(DATABASE_URL).digest('hex').slice(0, 12)}`);
}

// The demo: one tenant with people in two groups, an admin, and a service key. It speaks services, like everyone.

import { pathToFileURL } from 'node:url';
import { databaseUrl } from '#platform/env.ts';
import { type Deps, openDeps } from '#services/deps.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';

const PASSWORD = 'docket-demo';
const API_KEY = 'demo';

const USERS = [
  { id: 'maria', displayName: 'Maria Beispiel', isAdmin: false, groups: [] },
  { id: 'fred', displayName: 'Fred Figure', isAdmin: false, groups: ['finance'] },
  { id: 'fiona', displayName: 'Fiona Figure', isAdmin: false, groups: ['finance'] },
  { id: 'ivan', displayName: 'Ivan Example', isAdmin: false, groups: ['it'] },
  { id: 'ada', displayName: 'Ada Admin', isAdmin: true, groups: [] },
];

export type Seeded = {
  /** False when it had been there already. */
  seeded: boolean;
  users: typeof USERS;
  password: string;
  /** In plain text, only the first time: keep it. */
  apiKey?: string;
};

/** Makes the demo unless it is there. */
export async function seed(deps: Deps): Promise<Seeded> {
  const keys = await foundTenant(deps, {
    id: DEFAULT_TENANT,
    groups: ['finance', 'it'],
    users: USERS.map((user) => ({ ...user, password: PASSWORD })),
    apiKeys: [{ name: API_KEY, scopes: ['*'] }],
  });
  const apiKey = keys?.[API_KEY];
  return { seeded: keys !== null, users: USERS, password: PASSWORD, ...(apiKey !== undefined && { apiKey }) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const deps = openDeps({ databaseUrl: databaseUrl(), poolSize: 2, testClock: false });
  console.log(JSON.stringify(await seed(deps)));
  await deps.close();
}

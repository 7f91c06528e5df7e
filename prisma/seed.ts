// The demo: one tenant with people in groups, an admin, a service key, and some weeks of work. It speaks services, like everyone.

import { pathToFileURL } from 'node:url';
import { databaseUrl, env } from '#platform/env.ts';
import { openDeps } from '#services/deps.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';
import { foundWork } from './demo/found-work.ts';
import { type DemoPerson, FEW_PEOPLE, MORE_PEOPLE } from './demo/people.ts';

const PASSWORD = 'docket-demo';
const API_KEY = 'demo';

export type Seeded = {
  /** False when it had been there already. */
  seeded: boolean;
  /** Whom a visitor may be; they have colleagues. */
  users: DemoPerson[];
  password: string;
  /** In plain text, only the first time: keep it. */
  apiKey?: string;
};

/** Makes the demo unless it is there; `withWork` adds colleagues, processes, and what they did with them in the last weeks. */
export async function seed(databaseUrl: string, { withWork }: { withWork: boolean }): Promise<Seeded> {
  const people = withWork ? [...FEW_PEOPLE, ...MORE_PEOPLE] : FEW_PEOPLE;
  // On a clock of its own, which can be set back: the server does not look at it.
  const deps = openDeps({ databaseUrl, poolSize: 6, testClock: true, isHasty: true });
  try {
    const keys = await foundTenant(deps, {
      id: DEFAULT_TENANT,
      groups: [...new Set(people.flatMap(({ groups }) => groups))],
      users: people.map((user) => ({ ...user, password: PASSWORD })),
      apiKeys: [{ name: API_KEY, scopes: ['*'] }],
    });
    if (keys !== null && withWork) await foundWork(deps);
    const apiKey = keys?.[API_KEY];
    return { seeded: keys !== null, users: FEW_PEOPLE, password: PASSWORD, ...(apiKey !== undefined && { apiKey }) };
  } finally {
    await deps.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await seed(databaseUrl(), { withWork: env().DEMO_WORK })));
}

// Looks people up by id: whoever is asked for within the same moment is asked of the server in one call.
import type { Person } from '#contracts/identity.ts';
import { readApi } from '../api/read-api.ts';

/** As many as `GET /people` takes by id. */
const MOST = 100;

type Waiting = { resolve: (person: Person | null) => void; reject: (reason: unknown) => void };

let waiting = new Map<string, Waiting[]>();

/** The person, or null for an id that nobody in the directory has. */
export function lookUpPerson(userId: string): Promise<Person | null> {
  // The call takes ids separated by commas, so that one with a comma cannot be asked for.
  if (userId.includes(',')) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(() => void askForAll());
    waiting.set(userId, [...(waiting.get(userId) ?? []), { resolve, reject }]);
  });
}

async function askForAll(): Promise<void> {
  const asked = [...waiting];
  waiting = new Map();
  const batches = Array.from({ length: Math.ceil(asked.length / MOST) }, (_, index) =>
    asked.slice(index * MOST, (index + 1) * MOST),
  );
  await Promise.all(batches.map(ask));
}

async function ask(batch: [string, Waiting[]][]): Promise<void> {
  try {
    const userIds = batch.map(([userId]) => userId).join(',');
    const { results } = await readApi<'searchPeople'>('/people', { userIds, limit: MOST });
    const found = new Map(results.map((person) => [person.userId, person]));
    for (const [userId, callers] of batch) for (const { resolve } of callers) resolve(found.get(userId) ?? null);
  } catch (error) {
    for (const [, callers] of batch) for (const { reject } of callers) reject(error);
  }
}

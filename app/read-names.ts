// Names for the people that a page names by id, so that they stand in its first paint.
import type { Person } from '#contracts/identity.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { read } from './read.ts';

/** As many as the operation takes by id; those beyond it the browser looks up. */
const MOST = 100;

/** The people behind some ids; null and ids that nobody has are left out. */
export async function readNames(person: UserPrincipal, ids: readonly (string | null)[]): Promise<Person[]> {
  // The operation takes them separated by commas.
  const asked = [...new Set(ids)].filter((id) => id !== null && !id.includes(',')).slice(0, MOST);
  if (asked.length === 0) return [];
  return (await read(person, 'searchPeople', { userIds: asked.join(','), limit: MOST })).results;
}

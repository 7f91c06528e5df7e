// What the inbox reads: the tasks of a view, and how many wait.
import type { InboxQuery, InboxView } from '#components/inbox/inbox-query.ts';
import type { CallOf, OutputOf } from '#contracts/operations/table.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { read } from '../../read.ts';

type Search = CallOf<'searchUserTaskRuns'>;

const COUNTED = 99;

function searchOf(view: InboxView, { userId }: UserPrincipal): Search {
  switch (view) {
    case 'mine':
      return { userId, status: 'ASSIGNED' };
    case 'available':
      return { available: true };
    case 'done':
      return { userId, status: 'DONE' };
  }
}

/** One page of a view. */
export function readTasks(person: UserPrincipal, query: InboxQuery): Promise<OutputOf<'searchUserTaskRuns'>> {
  const { view, group, q, bookmark } = query;
  return read(person, 'searchUserTaskRuns', {
    ...searchOf(view, person),
    ...(group && { userGroup: group }),
    ...(q && { q: q.slice(0, 200) }),
    ...(bookmark && { bookmark }),
    sort: query.sort ?? '-created',
  });
}

/** How many tasks the person has, and how many they could claim: exact up to 99, absent for none. */
export async function countTasks(person: UserPrincipal): Promise<{ mine?: string; available?: string }> {
  const count = async (view: InboxView) => {
    const search = { ...searchOf(view, person), limit: COUNTED };
    const { results, bookmark } = await read(person, 'searchUserTaskRuns', search);
    return bookmark === null ? results.length : COUNTED + 1;
  };
  const [mine, available] = await Promise.all([count('mine'), count('available')]);
  return { ...(mine > 0 && { mine: capped(mine) }), ...(available > 0 && { available: capped(available) }) };
}

const capped = (count: number) => (count > COUNTED ? `${COUNTED}+` : String(count));

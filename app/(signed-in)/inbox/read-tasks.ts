// What the inbox reads: the tasks of a view, and how many wait.
import type { InboxQuery } from '#components/inbox/inbox-query.ts';
import { type MergedPage, mergePages } from '#components/inbox/merge-pages.ts';
import type { CallOf } from '#contracts/operations/table.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { read } from '../../read.ts';

type Search = CallOf<'searchUserTaskRuns'>;

const COUNTED = 99;

/** One page of a view. Of several groups at once only the first page is shown; each group alone can be paged through. */
export async function readTasks(person: UserPrincipal, query: InboxQuery): Promise<MergedPage> {
  const { view, group, q, bookmark } = query;
  const common: Search = {
    ...(q && { q: q.slice(0, 200) }),
    ...(bookmark && { bookmark }),
    sort: query.sort ?? '-created',
  };
  const search = (filter: Search) => read(person, 'searchUserTaskRuns', { ...common, ...filter });
  if (view !== 'available') {
    const status = view === 'mine' ? 'ASSIGNED' : 'DONE';
    return mergePages([await search({ userId: person.userId, status, ...(group && { userGroup: group }) })], false);
  }
  const groups = person.groups.filter((name) => !group || name === group);
  const pages = await Promise.all(groups.map((userGroup) => search({ status: 'UNASSIGNED', userGroup })));
  return mergePages(pages, query.sort === 'created');
}

/** How many tasks the person has, and how many they could claim: exact up to 99, absent for none. */
export async function countTasks(person: UserPrincipal): Promise<{ mine?: string; available?: string }> {
  const count = async (filter: Search) => {
    const { results, bookmark } = await read(person, 'searchUserTaskRuns', { ...filter, limit: COUNTED });
    return bookmark === null ? results.length : COUNTED + 1;
  };
  const [mine, ...available] = await Promise.all([
    count({ status: 'ASSIGNED', userId: person.userId }),
    ...person.groups.map((userGroup) => count({ status: 'UNASSIGNED', userGroup })),
  ]);
  const total = available.reduce((sum, some) => sum + some, 0);
  return { ...(mine > 0 && { mine: capped(mine) }), ...(total > 0 && { available: capped(total) }) };
}

const capped = (count: number) => (count > COUNTED ? `${COUNTED}+` : String(count));

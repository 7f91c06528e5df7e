// What the inbox and the rail read.
import { cache } from 'react';
import { type InboxQuery, type InboxSearch, PAGE_SIZE, parseTaskId, searchOf } from '#components/inbox/inbox-query.ts';
import type { OutputOf } from '#contracts/operations/table.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { DeskCounts, SavedView } from '#contracts/saved-view.ts';
import { find } from '../../read.ts';

/** The saved views of a person and of their groups; read once per request. */
export const readViews = cache(
  async (person: UserPrincipal): Promise<SavedView[]> =>
    (await find(person, 'searchViews', { limit: 200 }))?.output.results ?? [],
);

/** How much there is in each list; null when that cannot be said now, for which no page is held up. */
export async function countDesk(person: UserPrincipal): Promise<DeskCounts | null> {
  const found = await find(person, 'countDesk', {}).catch(() => null);
  return found?.output ?? null;
}

export type Listed = { search: InboxSearch; page: OutputOf<'searchUserTaskRuns'>; saved: SavedView | undefined };

/** The first page of what the address asks for. */
export async function readList(person: UserPrincipal, query: InboxQuery): Promise<Listed> {
  const views = query.view === 'saved' ? await readViews(person) : [];
  const saved = views.find(({ id }) => id === query.saved);
  const search = searchOf(query, saved);
  const found = await find(person, 'searchUserTaskRuns', { ...search, limit: PAGE_SIZE });
  return { search, page: found?.output ?? { results: [], bookmark: null }, saved };
}

/** The open task; null when there is none for the person. */
export async function readOpenTask(
  person: UserPrincipal,
  { task }: InboxQuery,
): Promise<OutputOf<'getUserTaskRun'> | null> {
  const id = task === undefined ? null : parseTaskId(task);
  return id && ((await find(person, 'getUserTaskRun', id))?.output ?? null);
}

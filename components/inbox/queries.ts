// What the inbox reads from the browser, and under which keys the browser keeps it.
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { OutputOf } from '#contracts/operations/table.ts';
import { readApi } from '../api/read-api.ts';
import { triedAgain } from '../api/unread.ts';
import { type InboxSearch, PAGE_SIZE } from './inbox-query.ts';

export type TaskPage = OutputOf<'searchUserTaskRuns'>;
export type TaskPages = { pages: TaskPage[]; pageParams: (string | null)[] };

const HALF_AN_HOUR = 1_800_000;

export const LISTS_KEY = ['userTaskRuns', 'inbox'] as const;
export const listKey = (search: InboxSearch) => [...LISTS_KEY, search] as const;

/** A page of a search; the first when there is no bookmark. */
export const readPage = (search: InboxSearch, bookmark: string | null, signal?: AbortSignal): Promise<TaskPage> =>
  readApi<'searchUserTaskRuns'>('/user-task-runs', { ...search, limit: PAGE_SIZE, bookmark }, signal);

/** The list of a search, page by page. It stands still while somebody looks at it: what is new is offered, not pushed in. */
export const listQuery = (search: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: listKey(search),
    queryFn: ({ pageParam, signal }) => readPage(search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: TaskPage) => last.bookmark,
    gcTime: HALF_AN_HOUR,
    ...triedAgain,
    refetchOnReconnect: false,
  });

/** How much there is in each list of the reader's. */
export const deskCountsQuery = queryOptions({
  queryKey: ['desk', 'counts'],
  queryFn: ({ signal }) => readApi<'countDesk'>('/desk/counts', {}, signal),
});

/** Counts anew after something that no event tells of; a count that is still under way may have been made before it. */
export async function recount(store: QueryClient): Promise<void> {
  await store.cancelQueries({ queryKey: deskCountsQuery.queryKey, exact: true });
  await store.prefetchQuery({ ...deskCountsQuery, staleTime: 0 });
}

/** How much a search finds. */
export const countQuery = ({ sort: _, ...search }: InboxSearch) =>
  queryOptions({
    queryKey: [...deskCountsQuery.queryKey, search],
    queryFn: ({ signal }) => readApi<'countUserTaskRuns'>('/user-task-runs/count', search, signal),
  });

/** The saved views of the reader and of their groups. */
export const viewsQuery = queryOptions({
  queryKey: ['desk', 'views'],
  queryFn: async ({ signal }) => (await readApi<'searchViews'>('/views', { limit: 200 }, signal)).results,
});

/** The definitions that a list can be narrowed to. */
export const formsQuery = queryOptions({
  queryKey: ['userTaskDefs', 'names'],
  queryFn: async ({ signal }) =>
    (await readApi<'searchUserTaskDefs'>('/user-task-defs', { limit: 200 }, signal)).results,
  staleTime: HALF_AN_HOUR,
});

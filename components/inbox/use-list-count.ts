'use client';

import { useQuery } from '@tanstack/react-query';
import type { DeskCounts, TaskCount } from '#contracts/saved-view.ts';
import { useAlive } from '../ui/use-alive.ts';
import { DESK_VIEWS, type InboxQuery, type InboxSearch, isChanged } from './inbox-query.ts';
import { countQuery, deskCountsQuery } from './queries.ts';

/** How much the view has as it is listed now: the rail counts whole views anyway, a narrowed one is counted besides. */
export function useListCount(query: InboxQuery, search: InboxSearch): TaskCount | undefined {
  // What the rail knows may have come since the server drew the page: both must draw the same at first.
  const isAlive = useAlive();
  const isWhole = !isChanged(query);
  const { data: desk } = useQuery({ ...deskCountsQuery, enabled: isAlive });
  const { data: narrowed } = useQuery({ ...countQuery(search), enabled: isAlive && !isWhole });
  if (!isAlive) return undefined;
  return isWhole ? desk && countIn(desk, query) : narrowed;
}

function countIn(desk: DeskCounts, { view, group, saved }: InboxQuery): TaskCount | undefined {
  if (view === 'group') return desk.groups.find(({ userGroup }) => userGroup === group);
  if (view === 'saved') return desk.views.find(({ viewId }) => viewId === saved);
  return desk[DESK_VIEWS[view]];
}

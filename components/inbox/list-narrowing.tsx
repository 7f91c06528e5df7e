'use client';

import { Suspense } from 'react';
import type { SavedView } from '#contracts/saved-view.ts';
import { later } from '../ui/later.tsx';
import type { ViewActions } from './inbox-actions.ts';
import {
  bareView,
  type Filters,
  filtersShown,
  type InboxQuery,
  type InboxSearch,
  isChanged,
  sortsOf,
} from './inbox-query.ts';
import { InboxSearch as SearchBox } from './inbox-search.tsx';
import { ListFilters } from './list-filters.tsx';
import { loadInboxParts } from './load-inbox-parts.ts';
import type { Go } from './use-inbox-query.ts';

const NarrowedBy = later(() => loadInboxParts().then((parts) => parts.NarrowedBy));

export type ListNarrowingProps = {
  query: InboxQuery;
  go: Go;
  search: InboxSearch;
  saved: SavedView | undefined;
  groups: readonly string[];
  isBusy: boolean;
  actions: ViewActions;
  onSave: () => void;
  onFound: () => void;
};

/** By what the list is narrowed and sorted, all of it in the address, and the way to keep that as a view. */
export function ListNarrowing({
  query,
  go,
  search,
  saved,
  groups,
  isBusy,
  actions,
  onSave,
  onFound,
}: ListNarrowingProps) {
  const { view } = query;
  const filters = filtersShown(query, search);
  const isNarrowed = isChanged(query);
  const narrow = (change: Filters, how?: 'push' | 'replace') => go({ ...query, ...change, task: undefined }, how);

  return (
    <>
      <div className="flex items-center gap-1.5">
        <SearchBox q={filters.q ?? ''} busy={isBusy} onSearch={(q, how) => narrow({ q }, how)} onFound={onFound} />
        <ListFilters
          filters={filters}
          groups={view === 'group' || view === 'waiting' ? [] : groups}
          hasDue={view !== 'due-soon' && view !== 'overdue' && view !== 'done'}
          sort={search.sort ?? '-created'}
          sorts={sortsOf(search)}
          onFilter={narrow}
          onSort={(sort) => go({ ...query, sort, task: undefined })}
        />
      </div>
      {isNarrowed || Object.values(filters).some(Boolean) ? (
        <Suspense>
          <NarrowedBy
            filters={filters}
            onRemove={(name) => narrow({ [name]: '' })}
            isNarrowed={isNarrowed}
            saved={saved}
            onSave={onSave}
            search={search}
            actions={actions}
            onUpdated={() => go({ ...bareView(query), task: query.task }, 'replace')}
          />
        </Suspense>
      ) : null}
    </>
  );
}

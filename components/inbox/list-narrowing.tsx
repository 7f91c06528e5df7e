'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { Button } from '../ui/button.tsx';
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
import { FilterChips, ListFilters } from './list-filters.tsx';
import { deskCountsQuery, viewsQuery } from './queries.ts';
import type { Go } from './use-inbox-query.ts';

export type ListNarrowingProps = {
  query: InboxQuery;
  go: Go;
  search: InboxSearch;
  saved: SavedView | undefined;
  groups: readonly string[];
  isBusy: boolean;
  actions: ViewActions;
  onSave: () => void;
};

/** By what the list is narrowed and sorted, all of it in the address, and the way to keep that as a view. */
export function ListNarrowing({ query, go, search, saved, groups, isBusy, actions, onSave }: ListNarrowingProps) {
  const t = useTranslations('inbox.save');
  const store = useQueryClient();
  const { view } = query;
  const filters = filtersShown(query, search);
  const isNarrowed = isChanged(query);
  const narrow = (change: Filters, how?: 'push' | 'replace') => go({ ...query, ...change, task: undefined }, how);

  async function update({ id, name }: SavedView) {
    const answer = await actions.replace({ viewId: id, name, query: search }).catch(() => null);
    if (!answer?.ok) return void toast.error(answer?.refusal.detail ?? t('failed'));
    store.setQueryData(viewsQuery.queryKey, (known = []) => known.map((one) => (one.id === id ? answer.value : one)));
    void store.invalidateQueries({ queryKey: deskCountsQuery.queryKey });
    go({ ...bareView(query), task: query.task }, 'replace');
    toast.success(t('updated'));
  }

  return (
    <>
      <div className="flex items-center gap-1.5">
        <SearchBox q={filters.q ?? ''} busy={isBusy} onSearch={(q, how) => narrow({ q }, how)} />
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
        <div className="flex flex-wrap items-center gap-1.5">
          <FilterChips filters={filters} onRemove={(name) => narrow({ [name]: '' })} />
          {isNarrowed ? (
            <span className="ml-auto flex gap-1">
              {saved ? (
                <Button size="sm" variant="ghost" onClick={() => void update(saved)}>
                  {t('update')}
                </Button>
              ) : null}
              <Button size="sm" variant="ghost" onClick={onSave}>
                {t('action')}
              </Button>
            </span>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

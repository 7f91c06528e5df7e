'use client';

import { type RefObject, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useLastError } from '../api/unread.ts';
import { Button } from '../ui/button.tsx';
import { later } from '../ui/later.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { type InboxQuery, isChanged } from './inbox-query.ts';
import { TaskListSkeleton } from './list-skeleton.tsx';
import { loadInboxParts } from './load-inbox-parts.ts';
import { TaskListbox, type TaskListboxProps } from './task-listbox.tsx';
import type { useMoves } from './use-moves.ts';
import type { useSelection } from './use-selection.ts';
import type { useTaskList } from './use-task-list.ts';

// An empty list is seen at first sight.
const EmptyList = later(() => import('./empty-list.tsx').then((part) => part.EmptyList));
const UnreadList = later(() => loadInboxParts().then((parts) => parts.UnreadList));
const NotYetHere = later(() => loadInboxParts().then((parts) => parts.NotYetHere));

export type TaskListProps = Pick<TaskListboxProps, 'label' | 'place' | 'rows' | 'total' | 'me' | 'isMine'> & {
  list: ReturnType<typeof useTaskList>['list'];
  query: InboxQuery;
  groups: readonly string[];
  selection: ReturnType<typeof useSelection>;
  moves: ReturnType<typeof useMoves>;
  scroller: RefObject<HTMLDivElement | null>;
  listbox: RefObject<HTMLDivElement | null>;
};

/** The tasks of a search, or what stands in their place. */
export function TaskList({ list, query, groups, selection, moves, scroller, listbox, ...rest }: TaskListProps) {
  const t = useTranslations('inbox');
  const lastError = useLastError(list.error);

  function content() {
    if (list.data === undefined) {
      if (lastError !== null) {
        return (
          <Suspense>
            <UnreadList error={lastError} isTrying={list.isFetching} onRetry={() => void list.refetch()} />
          </Suspense>
        );
      }
      const wait = <TaskListSkeleton label={t('loadingTasks')} />;
      return list.isPaused ? (
        <Suspense fallback={wait}>
          <NotYetHere />
        </Suspense>
      ) : (
        wait
      );
    }
    if (rest.rows.length === 0) {
      return (
        <Suspense>
          <EmptyList query={query} isNarrowed={isChanged(query)} groups={groups} />
        </Suspense>
      );
    }
    const select = (how: (id: string) => void) => (id: string) => {
      moves.setActive(id);
      how(id);
    };
    return (
      <TaskListbox
        {...rest}
        ref={listbox}
        scroller={scroller}
        active={moves.active}
        open={query.task}
        selected={selection.selected}
        onActive={moves.moveTo}
        onOpen={moves.enter}
        onClick={moves.open}
        onToggle={select(selection.toggle)}
        onSelectUpTo={select(selection.selectUpTo)}
        onSelectAll={selection.selectAll}
        onHover={moves.onHover}
        onEnd={() => {
          if (list.hasNextPage && !list.isFetching && !list.isFetchNextPageError) void list.fetchNextPage();
        }}
        footer={<ListEnd list={list} />}
      />
    );
  }

  return (
    <ScrollArea ref={scroller} className="flex-1" aria-busy={list.isPending}>
      {content()}
    </ScrollArea>
  );
}

/** What follows the last row: more, on its way or on demand, or nothing. */
function ListEnd({ list }: Pick<TaskListProps, 'list'>) {
  const t = useTranslations('inbox');
  if (list.isFetchingNextPage) return t('loadingMore');
  if (!list.hasNextPage) return t('end');
  return (
    <>
      {list.isFetchNextPageError ? <span className="mb-2 block">{t('failed.more')}</span> : null}
      <Button size="sm" onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </>
  );
}

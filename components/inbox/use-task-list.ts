'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveEvent } from '#contracts/live-event.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { useLiveEvents } from '../api/live-events.tsx';
import { type InboxPerson, stillBelongs } from './belongs.ts';
import { type InboxSearch, taskIdOf } from './inbox-query.ts';
import { countNews } from './news.ts';
import { deskCountsQuery, LISTS_KEY, listKey, listQuery, readPage, type TaskPage, type TaskPages } from './queries.ts';

/** A row: a task, and whether it has left the list since, which it then says before it goes. */
export type Row = { id: string; task: UserTaskRunSummary; isGone: boolean };

const LOOK_MS = 400;
/** However much goes on, the list is not looked at more often. */
const LOOK_APART_MS = 2_500;
const LEAVE_MS = 4_000;

export type GivenPage = { search: InboxSearch; page: TaskPage };

/**
 * The list of a search, which stands still while it is looked at. A task that somebody takes or ends says so in its place and leaves
 * once nothing rests on the list; what has come is counted, and shown when the reader wants it.
 */
export function useTaskList(search: InboxSearch, person: InboxPerson, given: GivenPage, isResting: () => boolean) {
  const store = useQueryClient();
  const isGiven = JSON.stringify(given.search) === JSON.stringify(search);
  const list = useInfiniteQuery({
    ...listQuery(search),
    ...(isGiven && { initialData: { pages: [given.page], pageParams: [null] } }),
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState<{ of: InboxSearch; page: TaskPage; count: number } | null>(null);

  const rows = useMemo<Row[]>(
    () =>
      (list.data?.pages ?? [])
        .flatMap(({ results }) => results)
        .map((task) => {
          const id = taskIdOf(task);
          return { id, task, isGone: left.has(id) || !stillBelongs(search, person, task) };
        }),
    [list.data, left, search, person],
  );
  const shown = useRef(rows);
  shown.current = rows;
  const goesOn = useRef(list.hasNextPage);
  goesOn.current = list.hasNextPage;

  const change = useCallback(
    (update: (tasks: UserTaskRunSummary[]) => UserTaskRunSummary[]) =>
      store.setQueryData<TaskPages>(
        listKey(search),
        (known) =>
          known && { ...known, pages: known.pages.map((page) => ({ ...page, results: update(page.results) })) },
      ),
    [store, search],
  );

  /** Writes into the list what is known of a task from elsewhere. */
  const patch = useCallback(
    (known: Pick<UserTaskRunSummary, 'wfRunId' | 'guid'> & Partial<UserTaskRunSummary>) => {
      const id = taskIdOf(known);
      if (!shown.current.some((row) => row.id === id)) return;
      change((tasks) => tasks.map((task) => (taskIdOf(task) === id ? overlaid(task, known) : task)));
    },
    [change],
  );

  /** Reads the first page beside the list: its tasks are brought up to date, those that are new are counted. */
  const look = useCallback(async () => {
    const page = await readPage(search, null).catch(() => null);
    if (!page) return;
    const known = new Set(shown.current.filter(({ isGone }) => !isGone).map(({ id }) => id));
    const fresh = new Map(page.results.map((task) => [taskIdOf(task), task]));
    change((tasks) => tasks.map((task) => fresh.get(taskIdOf(task)) ?? task));
    const count = countNews([...fresh.keys()], known, goesOn.current);
    setLeft((before) => new Set([...before].filter((id) => !fresh.has(id))));
    setNews(count > 0 ? { of: search, page, count } : null);
  }, [change, search]);

  const lookTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookedAt = useRef(0);
  useEffect(() => () => clearTimeout(lookTimer.current), []);

  /** Something changed hands: counts and other lists are read anew when they are wanted, this one is looked at. */
  const lookSoon = useCallback(() => {
    if (lookTimer.current !== undefined) return;
    lookTimer.current = setTimeout(
      () => {
        lookTimer.current = undefined;
        lookedAt.current = performance.now();
        void store.invalidateQueries({ queryKey: deskCountsQuery.queryKey });
        void store.invalidateQueries({ queryKey: LISTS_KEY, refetchType: 'none' });
        void look();
      },
      Math.max(LOOK_MS, lookedAt.current + LOOK_APART_MS - performance.now()),
    );
  }, [store, look]);

  useLiveEvents((event: LiveEvent) => {
    switch (event.type) {
      case 'userTask': {
        const { type: _, ...known } = event;
        const row = shown.current.find(({ id }) => id === taskIdOf(known));
        if (row && !isMoved(row.task, known)) return;
        patch(known);
        return lookSoon();
      }
      case 'userTaskLeft': {
        const id = taskIdOf(event);
        if (shown.current.some((row) => row.id === id)) setLeft((before) => new Set([...before, id]));
        return lookSoon();
      }
      case 'reset':
        return lookSoon();
      default:
        return;
    }
  });

  const hasGone = rows.some(({ isGone }) => isGone);
  useEffect(() => {
    if (!hasGone) return;
    const timer = setInterval(() => {
      if (!isResting()) return;
      const gone = new Set(shown.current.filter(({ isGone }) => isGone).map(({ id }) => id));
      change((tasks) => tasks.filter((task) => !gone.has(taskIdOf(task))));
      setLeft(new Set());
    }, LEAVE_MS);
    return () => clearInterval(timer);
  }, [hasGone, isResting, change]);

  /** Shows what has come, from the top. */
  const showNews = useCallback(() => {
    if (news?.of === search) {
      store.setQueryData<TaskPages>(listKey(search), { pages: [news.page], pageParams: [null] });
    }
    setNews(null);
  }, [news, search, store]);

  const waiting = news?.of === search ? news.count : 0;
  const isEmpty = list.isSuccess && rows.length === 0;
  useEffect(() => {
    if (isEmpty && waiting > 0) showNews();
  }, [isEmpty, waiting, showNews]);

  return { list, rows, patch, lookSoon, news: isEmpty ? 0 : waiting, showNews };
}

/** What is not said stays. */
function overlaid(task: UserTaskRunSummary, known: Partial<UserTaskRunSummary>): UserTaskRunSummary {
  const fields = Object.keys(task) as (keyof UserTaskRunSummary)[];
  return {
    ...task,
    ...Object.fromEntries(fields.filter((key) => known[key] !== undefined).map((key) => [key, known[key]])),
  };
}

/** Whether it changed hands or ended, and was not merely commented on or drafted. */
const isMoved = (task: UserTaskRunSummary, known: Pick<UserTaskRunSummary, 'version' | 'status' | 'userId'>): boolean =>
  task.version !== known.version || task.status !== known.status || task.userId !== known.userId;

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { taskQuery } from '../user-task/task-query.ts';
import { type InboxQuery, parseTaskId } from './inbox-query.ts';
import { loadInboxParts } from './load-inbox-parts.ts';
import { preloadTask } from './task-pane.tsx';
import type { Go } from './use-inbox-query.ts';

/** Neighbours of the open task that are read before they are asked for. */
const AHEAD = [1, 2, -1];
const HOVER_MS = 60;
/** Faster than this a key is held down: what lies on the way is not opened. */
const RUN_MS = 45;
/** From here on list and task stand side by side. */
const WIDE = '(width >= 48rem)';

export type MovesProps = {
  ids: readonly string[];
  /** Tells one list from another. */
  place: string;
  query: InboxQuery;
  go: Go;
  listbox: RefObject<HTMLDivElement | null>;
  detail: RefObject<HTMLDivElement | null>;
};

/** Moves through a list and opens its tasks, which have been read by the time they are wanted. */
export function useMoves({ ids, place, query, go, listbox, detail }: MovesProps) {
  const store = useQueryClient();
  const openId = query.task;
  // One list knows nothing of what was active in another, which may hold the same task far down.
  const [last, setLast] = useState({ place, id: openId ?? null });
  const active = last.place === place ? last.id : (openId ?? null);
  const setActive = (id: string) => setLast({ place, id });
  useEffect(() => {
    if (openId) setLast({ place, id: openId });
  }, [openId, place]);

  const prefetch = useCallback(
    (id: string | undefined) => {
      const task = id === undefined ? null : parseTaskId(id);
      if (task) void store.prefetchQuery(taskQuery(task));
    },
    [store],
  );
  useEffect(() => {
    const at = openId === undefined ? -1 : ids.indexOf(openId);
    if (at !== -1) for (const step of AHEAD) prefetch(ids[at + step]);
  }, [openId, ids, prefetch]);
  useEffect(() => {
    // What draws a task is not part of what the page needs first: it comes with the first sign that somebody is there.
    const ready = () => {
      preloadTask();
      void loadInboxParts();
      prefetch(ids[0]);
    };
    const signs = ['pointermove', 'keydown', 'touchstart'] as const;
    for (const sign of signs) window.addEventListener(sign, ready, { once: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, ready);
    };
  }, [ids, prefetch]);

  const hoverTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const runTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const movedAt = useRef(0);
  useEffect(
    () => () => {
      clearTimeout(hoverTimer.current);
      clearTimeout(runTimer.current);
    },
    [],
  );

  function onHover(id: string) {
    clearTimeout(hoverTimer.current);
    hoverTimer.current = setTimeout(() => prefetch(id), HOVER_MS);
  }

  function open(id: string, how?: 'push' | 'replace') {
    clearTimeout(runTimer.current);
    go({ ...query, task: id }, how ?? (openId === id ? 'replace' : 'push'));
  }

  /** Makes a row the active one; beside a wide list it opens, once the keys come to rest. */
  function moveTo(id: string) {
    setActive(id);
    clearTimeout(runTimer.current);
    if (!window.matchMedia(WIDE).matches) return;
    const show = () => open(id, openId === undefined ? 'push' : 'replace');
    const isRunning = performance.now() - movedAt.current < RUN_MS;
    movedAt.current = performance.now();
    if (isRunning) runTimer.current = setTimeout(show, RUN_MS);
    else show();
  }

  function step(by: 1 | -1) {
    const at = ids.indexOf(active ?? '');
    const id = at === -1 ? ids[0] : ids[at + by];
    if (id === undefined) return;
    // From here on the arrow keys and Enter are the list's.
    listbox.current?.focus({ preventScroll: true });
    moveTo(id);
  }

  /** Opens a task for good: whoever is at the list by keyboard goes on into the task. */
  function enter(id: string) {
    open(id);
    requestAnimationFrame(() => detail.current?.focus());
  }

  return { active, setActive, moveTo, step, open, enter, onHover, toList: () => listbox.current?.focus() };
}

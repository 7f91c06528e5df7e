'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveEvents } from '../api/live-events.tsx';
import { deskCountsQuery, LISTS_KEY } from '../inbox/queries.ts';

const SETTLE_MS = 1_500;

/** Keeps the counts of the rail up to date. */
export function RailNews() {
  const store = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents(({ type }) => {
    if (timer.current !== undefined || (type !== 'userTask' && type !== 'userTaskLeft')) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void store.invalidateQueries({ queryKey: deskCountsQuery.queryKey });
      void store.invalidateQueries({ queryKey: LISTS_KEY, refetchType: 'none' });
    }, SETTLE_MS);
  });
  return null;
}

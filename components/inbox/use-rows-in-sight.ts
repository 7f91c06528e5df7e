'use client';

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { offsetsOf, placeToSee, rangeInSight } from './rows-in-sight.ts';

export type RowsInSightOptions = {
  heights: readonly number[];
  scroller: RefObject<HTMLElement | null>;
  /** How many more are drawn above and below. */
  beyond: number;
  /** What the server draws before it knows the window, and where the list stood when it was left. */
  first: { height: number; top: number };
};

/** Which rows of a list of known heights are to be drawn, and where; the list is as high as all of them. */
export function useRowsInSight({ heights, scroller, beyond, first }: RowsInSightOptions) {
  // The same heights are the same list, however often the rows in it are others.
  const text = heights.join();
  const offsets = useMemo(() => offsetsOf(text === '' ? [] : text.split(',').map(Number)), [text]);
  const [sight, setSight] = useState(first);
  const { from, to } = rangeInSight(offsets, sight.top, sight.height, beyond);

  const shown = useRef({ offsets, from, to });
  shown.current = { offsets, from, to };
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = { top: element.scrollTop, height: element.clientHeight };
    const range = rangeInSight(shown.current.offsets, next.top, next.height, beyond);
    // To scroll by a line draws nothing.
    if (range.from !== shown.current.from || range.to !== shown.current.to) setSight(next);
  }, [scroller, beyond]);

  // What scrolls is around the list, and there only once the list has been drawn.
  const [top] = useState(first.top);
  useEffect(() => {
    if (top > 0) scroller.current?.scrollTo({ top });
  }, [top, scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, look]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || element.clientHeight === 0) return;
      const place = placeToSee(shown.current.offsets, index, element.scrollTop, element.clientHeight);
      if (place !== element.scrollTop) element.scrollTo({ top: place });
    },
    [scroller],
  );

  return { from, to, offsets, height: offsets.at(-1) ?? 0, scrollTo };
}

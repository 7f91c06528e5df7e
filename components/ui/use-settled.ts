'use client';

import { startTransition, useEffect, useState } from 'react';
import { useAlive } from './use-alive.ts';

/**
 * False while what somebody waits for is painted for the first time, true right after; at once on a page that came whole from the
 * server. What stands beside it can be drawn then, and is dropped when they have gone on in the meantime.
 */
export function useSettled(): boolean {
  const isAlive = useAlive();
  const [isSettled, setSettled] = useState(!isAlive);
  useEffect(() => {
    if (isSettled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks come before its paint, a timer set by them after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setSettled(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isSettled]);
  return isSettled;
}

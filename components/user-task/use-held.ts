'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { type HeldAct, heldActs } from './held-acts.ts';
import type { TaskId } from './task-query.ts';

/** What is held back of a task, if something is. */
export function useHeld(task: TaskId): HeldAct | undefined {
  return useSyncExternalStore(
    heldActs.subscribe,
    () => heldActs.get(task),
    () => undefined,
  );
}

/** The whole seconds until a moment. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(1, Math.ceil((until - now) / 1000));
}

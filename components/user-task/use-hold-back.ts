'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../people/people-provider.tsx';
import { HOLD_SECONDS } from './held-acts.ts';
import { isHolding } from './hold-choice.ts';

/** How many tasks, and when it is sent. */
export type Held = { count: number; until: number };

export type HoldBack = {
  held: Held | null;
  /** Holds back for some seconds if this person wants that. True once it is to be sent, false when it was taken back. */
  begin: (count: number) => Promise<boolean>;
  end: (isSent: boolean) => void;
};

/** Holds back what is done to many. Whoever leaves the question takes it back; whoever looks away has done with it. */
export function useHoldBack(): HoldBack {
  const me = useMe();
  const [held, setHeld] = useState<Held | null>(null);
  const decide = useRef<((isSent: boolean) => void) | undefined>(undefined);
  const begin = (count: number): Promise<boolean> => {
    if (me === undefined || !isHolding(me)) return Promise.resolve(true);
    setHeld({ count, until: Date.now() + HOLD_SECONDS * 1000 });
    return new Promise((resolve) => {
      decide.current = resolve;
    });
  };
  const end = useCallback((isSent: boolean) => {
    setHeld(null);
    decide.current?.(isSent);
  }, []);

  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(end, held.until - Date.now(), true);
    const look = () => document.visibilityState === 'hidden' && end(true);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [held, end]);
  useEffect(() => () => decide.current?.(false), []);

  return { held, begin, end };
}

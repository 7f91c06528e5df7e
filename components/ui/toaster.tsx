'use client';

import { Suspense, useEffect, useState } from 'react';
import { fetchAhead, later } from './later.tsx';
import { toasterIsReady } from './toast.ts';

const ToasterView = later(() => import('./toaster-view.tsx').then((part) => part.ToasterView));

/** What is wanted at once goes first. */
const CALM_MS = 1_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

/**
 * Where short messages appear that need no answer; the root layout holds one. They come of what somebody does, so that what draws them
 * is fetched with the first sign that somebody is there; and after it all else that the page may want, by when there may be no connection.
 */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const there = new AbortController();
    const { signal } = there;
    const want = () => {
      there.abort();
      setWanted(true);
      setTimeout(fetchAhead, CALM_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, want, { passive: true, signal });
    return () => there.abort();
  }, []);
  return isWanted ? (
    <Suspense>
      <ToasterView onReady={toasterIsReady} />
    </Suspense>
  ) : null;
}

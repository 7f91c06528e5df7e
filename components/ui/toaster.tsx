'use client';

import { Suspense, useEffect } from 'react';
import { fetchAhead, later } from './later.tsx';
import { toasterIsReady } from './toast.ts';
import { useSomebodyThere } from './use-somebody-there.ts';

const ToasterView = later(() => import('./toaster-view.tsx').then((part) => part.ToasterView));

/** What is wanted at once goes first. */
const CALM_MS = 1_000;

/**
 * Where short messages appear that need no answer; the root layout holds one. They come of what somebody does, so that what draws them
 * is fetched with the first sign that somebody is there; and after it all else that the page may want, by when there may be no connection.
 */
export function Toaster() {
  const isThere = useSomebodyThere();
  useEffect(() => {
    if (isThere) setTimeout(fetchAhead, CALM_MS);
  }, [isThere]);
  return isThere ? (
    <Suspense>
      <ToasterView onReady={toasterIsReady} />
    </Suspense>
  ) : null;
}

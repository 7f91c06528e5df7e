'use client';

import { Suspense, useEffect, useState } from 'react';
import { later } from './later.tsx';
import { toasterIsReady } from './toast.ts';

const ToasterView = later(() => import('./toaster-view.tsx').then((part) => part.ToasterView));

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

/**
 * Where short messages appear that need no answer; the root layout holds one. They come of what somebody does, so that what draws them
 * is fetched with the first sign that somebody is there.
 */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const want = () => setWanted(true);
    for (const sign of SIGNS) window.addEventListener(sign, want, { once: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, want);
    };
  }, []);
  return isWanted ? (
    <Suspense>
      <ToasterView onReady={toasterIsReady} />
    </Suspense>
  ) : null;
}

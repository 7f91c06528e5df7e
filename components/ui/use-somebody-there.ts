'use client';

import { useEffect, useState } from 'react';

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

/** True from the first sign that somebody is there: what nobody can want before that is not fetched before that. */
export function useSomebodyThere(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const come = () => setThere(true);
    for (const sign of SIGNS) window.addEventListener(sign, come, { once: true, signal: gone.signal });
    return () => gone.abort();
  }, []);
  return isThere;
}

'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect } from 'react';

/** How long what a page brings later may take until it is tall enough. */
const PATIENCE_MS = 5_000;
const MEANT = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** How far down each address was last read. */
const places = new Map<string, number>();
let returnedTo: string | undefined;

const addressOf = (path: string, search: URLSearchParams) => `${path}?${search}`;
const noteReturn = () => {
  returnedTo = addressOf(window.location.pathname, new URLSearchParams(window.location.search));
};

/** Back and Forward lead to where one was in the page, as they do where the window scrolls; any other way begins at its top. */
export function MainPlace() {
  const shown = addressOf(usePathname(), useSearchParams());

  // Never taken away: one returns from the inbox too, where this is not. Before Next hears of it, which draws the page at once.
  useEffect(() => window.addEventListener('popstate', noteReturn, { capture: true }), []);

  useLayoutEffect(() => {
    const main = document.querySelector('main');
    if (!main) return;
    const wanted = returnedTo === shown ? places.get(shown) : undefined;
    returnedTo = undefined;

    const ended = new AbortController();
    const { signal } = ended;
    const note = () => places.set(shown, main.scrollTop);
    const begin = () => {
      note();
      main.addEventListener('scroll', note, { signal, passive: true });
    };
    if (wanted) bringTo(main, wanted, signal, begin);
    else begin();
    return () => ended.abort();
  }, [shown]);
  return null;
}

/** Scrolls there as soon as the page is tall enough, unless the reader scrolls, points or types before. */
function bringTo(main: HTMLElement, top: number, signal: AbortSignal, onEnd: () => void): void {
  const patience = performance.now() + PATIENCE_MS;
  let isMeant = false;
  for (const type of MEANT) {
    window.addEventListener(type, () => (isMeant = true), { signal, once: true, passive: true });
  }
  const step = () => {
    if (signal.aborted) return;
    if (!isMeant) main.scrollTop = top;
    if (isMeant || Math.abs(main.scrollTop - top) <= 1 || performance.now() > patience) onEnd();
    else requestAnimationFrame(step);
  };
  step();
}

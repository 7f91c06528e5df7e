'use client';

import { useRef } from 'react';

/** For dialogs opened by state: Radix gives the focus back only to a trigger of its own, this to whatever had it before, or where that is gone to what is marked with `data-focus-next`, or to the page. */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    rememberOpener: () => {
      opener.current = document.activeElement;
    },
    returnFocus: () => {
      const to = opener.current;
      if (to instanceof HTMLElement) to.focus();
      if (document.activeElement === to) return;
      // What opened it is gone with what was done: then to what tells of it, or to the page.
      const next = document.querySelector<HTMLElement>('[data-focus-next]') ?? document.querySelector('main');
      next?.focus();
    },
  };
}

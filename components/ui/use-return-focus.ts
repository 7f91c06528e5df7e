'use client';

import { useRef } from 'react';

/**
 * For dialogs opened by state: Radix gives the focus back only to a trigger of its own. Here it goes to what is marked with
 * `data-focus-next` because it tells what came of the dialog, else to whatever had it before, else to the page.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    rememberOpener: () => {
      opener.current = document.activeElement;
    },
    returnFocus: () => {
      const news = document.querySelector<HTMLElement>('[data-focus-next]');
      if (news) return news.focus();
      const to = opener.current;
      if (to instanceof HTMLElement) to.focus();
      // What opened it may be gone with what was done.
      if (document.activeElement !== to) document.querySelector('main')?.focus();
    },
  };
}

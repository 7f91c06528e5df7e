'use client';

import { useRef } from 'react';

/** For dialogs opened by state: Radix gives the focus back only to a trigger of its own, this to whatever had it before. */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    rememberOpener: () => {
      opener.current = document.activeElement;
    },
    returnFocus: () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}

'use client';

import { useEffect, useEffectEvent } from 'react';

const typing = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';
/** What Escape empties first. */
const ownEscape = '[type="search"]';
const overlay = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]:not([data-in-page])';

export type Shortcuts = Record<string, (() => void) | undefined>;

/**
 * Single keys that act on the page: off while somebody types, holds a modifier, or has something open over the page; but Escape leads
 * out of what is typed in. Those that are `first` are asked before all others, whichever part of the page came first.
 */
export function useShortcuts(shortcuts: Shortcuts, { first = false }: { first?: boolean } = {}) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = shortcuts[event.key];
    if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector(overlay)) return;
    const typed = event.target instanceof Element ? event.target.closest<HTMLElement>(typing) : null;
    if (typed && (event.key !== 'Escape' || typed.matches(ownEscape))) return;
    typed?.blur();
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen, { capture: first });
    return () => document.removeEventListener('keydown', listen, { capture: first });
  }, [first]);
}

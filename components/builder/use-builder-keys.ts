'use client';

import { useEffect, useEffectEvent } from 'react';

export type BuilderKeys = { undo: () => void; redo: () => void; save: () => void };

/** Ctrl with Z, Y and S, wherever the focus is on the page; what is open over it has keys of its own. */
export function useBuilderKeys({ undo, redo, save }: BuilderKeys): void {
  const keys = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('[role="dialog"]')) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if ((key === 'z' && event.shiftKey) || key === 'y') redo();
    else if (key === 's') save();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

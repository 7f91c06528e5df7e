'use client';

import { useSyncExternalStore } from 'react';

const keyOf = (userId: string) => `docket-hold/${userId}`;
const listeners = new Set<() => void>();

/** Whether this person wants to be able to take a completion or a cancellation back, in this browser. */
export function isHolding(userId: string): boolean {
  try {
    return localStorage.getItem(keyOf(userId)) === 'on';
  } catch {
    return false;
  }
}

function choose(userId: string, isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(keyOf(userId), 'on');
    else localStorage.removeItem(keyOf(userId));
  } catch {
    // A browser that keeps nothing keeps it off, and the menu goes on to say so.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The choice as a menu shows it, and how to make it. */
export function useHoldChoice(userId: string): [isOn: boolean, choose: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => isHolding(userId),
    () => false,
  );
  return [isOn, (on) => choose(userId, on)];
}

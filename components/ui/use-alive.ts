'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * Whether this part of the page has come alive. Before that a button of a form would send it as browsers do, past everything that is
 * here, and what is drawn must be what the server drew.
 */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

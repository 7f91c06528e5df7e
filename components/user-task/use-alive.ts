'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page has come alive: before that a button of a form would send it as browsers do, past everything that is here. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

const tickMs = 30_000;
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = 0;
  };
}

function readNow() {
  if (now === 0) now = Date.now();
  return now;
}

const ServerNow = createContext(0);

/** Hands the server's time to the first paint, so that server and browser write the same words. */
export function ClockProvider({ now: serverNow, children }: { now: number; children: ReactNode }) {
  return <ServerNow value={serverNow}>{children}</ServerNow>;
}

export type Clock = {
  /** Milliseconds since 1970, moving on twice a minute. */
  now: number;
  /** The reader's time zone; UTC until the page has come alive. */
  zone: string;
};

/** The present, the same for everything on the page. */
export function useClock(): Clock {
  const serverNow = useContext(ServerNow);
  const moment = useSyncExternalStore(subscribe, readNow, () => serverNow);
  const zone = useSyncExternalStore(subscribe, readZone, () => 'UTC');
  return { now: moment, zone };
}

function readZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

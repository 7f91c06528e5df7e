'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { useLocale, useTimeZone } from 'use-intl';
import type { TimeView } from './format-time.ts';

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

/**
 * The present, the same for everything on the page and moving on twice a minute, with the reader's locale and time zone. The zone is
 * the one that the server knows of until the page has come alive.
 */
export function useClock(): TimeView {
  const serverNow = useContext(ServerNow);
  const serverZone = useTimeZone() ?? 'UTC';
  const moment = useSyncExternalStore(subscribe, readNow, () => serverNow);
  const zone = useSyncExternalStore(subscribe, readZone, () => serverZone);
  return { now: moment, zone, locale: useLocale() };
}

let ownZone: string | undefined;

/** Asked once: to find out takes long where many ask. */
function readZone() {
  ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
}

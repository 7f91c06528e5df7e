// Wake-ups within this process: who waits for work is told when a commit brought some. A hint only; who waits also looks by themself.

export type Listener = {
  /** Resolves on a wake-up since the last one was taken, after `ms`, or when `signal` aborts; whichever is first. */
  next: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Stops listening. A wake-up that was not taken goes to another. */
  end: () => void;
};

export type WakeUps = {
  /** Wakes as many of those who listen to `key` as there are new things, first come first served. */
  notify: (key: string, count: number) => void;
  listen: (keys: string[]) => Listener;
};

type Ear = { wokenBy: string | null; wake: (() => void) | null };

export function createWakeUps(): WakeUps {
  const ears = new Map<string, Set<Ear>>();

  const notify = (key: string, count: number): void => {
    const free = [...(ears.get(key) ?? [])].filter((ear) => ear.wokenBy === null);
    for (const ear of free.slice(0, count)) {
      ear.wokenBy = key;
      ear.wake?.();
    }
  };

  const listen = (keys: string[]): Listener => {
    const ear: Ear = { wokenBy: null, wake: null };
    for (const key of keys) ears.set(key, (ears.get(key) ?? new Set<Ear>()).add(ear));
    return {
      next: async (ms, signal) => {
        if (ear.wokenBy === null && !signal.aborted) await wokenOrLate(ear, ms, signal);
        ear.wokenBy = null;
      },
      end: () => {
        for (const key of keys) forget(ears, key, ear);
        if (ear.wokenBy !== null) notify(ear.wokenBy, 1);
      },
    };
  };

  return { notify, listen };
}

function wokenOrLate(ear: Ear, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      ear.wake = null;
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    ear.wake = wake;
  });
}

function forget(ears: Map<string, Set<Ear>>, key: string, ear: Ear): void {
  const listening = ears.get(key);
  listening?.delete(ear);
  if (listening?.size === 0) ears.delete(key);
}

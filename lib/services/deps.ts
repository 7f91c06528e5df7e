// What services work with: handed in, built once per process.

import { DEFAULT_LIMITS, type Limits } from '#engine/world.ts';
import { closeStore, openStore, type Store, type StoreOptions } from '#persistence/store.ts';

/** Bounds that an operator may set. */
export type Settings = {
  limits: Limits;
  /** Bytes of a WfSpec, as JSON. */
  specBytes: number;
};

export const DEFAULT_SETTINGS: Settings = { limits: DEFAULT_LIMITS, specBytes: 1_000_000 };

export type Deps = {
  store: Store;
  settings: Settings;
  /** Aborted when the process stops: who waits answers at once. */
  closing: AbortSignal;
  /** Says that the process stops. */
  drain: () => void;
  /** Drains, then closes the store once what is under way is done. */
  close: () => Promise<void>;
};

/** Opens what services need; it succeeds while the database is away. */
export function openDeps(options: Omit<StoreOptions, 'limits'>, settings = DEFAULT_SETTINGS): Deps {
  const store = openStore({ ...options, limits: settings.limits });
  const closing = new AbortController();
  return {
    store,
    settings,
    closing: closing.signal,
    drain: () => closing.abort(),
    close: async () => {
      closing.abort();
      await closeStore(store);
    },
  };
}

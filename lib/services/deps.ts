// What services work with: handed in, built once per process.

import type { DatabaseOptions } from '#persistence/database.ts';
import { closeStore, openStore, type Store } from '#persistence/store.ts';

export type Deps = {
  store: Store;
  /** Aborted when the process stops: who waits answers at once. */
  closing: AbortSignal;
  /** Says that the process stops. */
  drain: () => void;
  /** Drains, then closes the store once what is under way is done. */
  close: () => Promise<void>;
};

/** Opens what services need; it succeeds while the database is away. */
export function openDeps(options: DatabaseOptions): Deps {
  const store = openStore(options);
  const closing = new AbortController();
  return {
    store,
    closing: closing.signal,
    drain: () => closing.abort(),
    close: async () => {
      closing.abort();
      await closeStore(store);
    },
  };
}

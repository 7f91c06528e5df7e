// What services work with: handed in, built once per process.
import { closeStore, openStore, type Store } from '#persistence/store.ts';
import type { DatabaseOptions } from '#persistence/database.ts';

export type Deps = {
  store: Store;
  /** Aborted when the process stops: who waits answers at once. */
  closing: AbortSignal;
  /** Ends what waits, then closes the store. */
  close: () => Promise<void>;
};

/** Opens what services need; it succeeds while the database is away. */
export function openDeps(options: DatabaseOptions): Deps {
  const store = openStore(options);
  const closing = new AbortController();
  return {
    store,
    closing: closing.signal,
    close: async () => {
      closing.abort();
      await closeStore(store);
    },
  };
}

// The store: the database with what this process remembers of it and the wake-ups of its commits.
import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { createDefinitionCache, type DefinitionCache } from './definition-cache.ts';
import { createWakeUps, type WakeUps } from './wake-ups.ts';

export type Store = Database & { definitions: DefinitionCache; wakeUps: WakeUps };

export function openStore(options: DatabaseOptions): Store {
  const database = openDatabase(options);
  return { ...database, definitions: createDefinitionCache(database.prisma), wakeUps: createWakeUps() };
}

export const closeStore = (store: Store): Promise<void> => closeDatabase(store);

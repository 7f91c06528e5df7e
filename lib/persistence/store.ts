// The store: the database with what this process remembers of it, the gathering of its commands, and the wake-ups of its commits.
import { DEFAULT_LIMITS, type Limits } from '#engine/world.ts';
import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { createDefinitionCache, type DefinitionCache } from './definition-cache.ts';
import { createCommands } from './flush-commands.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';
import type { Commands } from './run-command.ts';
import { createTaskPolls, type TaskPolls } from './task-polls.ts';
import { createTaskClaims } from './task-queue.ts';
import { createWakeUps, type WakeUps } from './wake-ups.ts';

export type Store = Database & {
  definitions: DefinitionCache;
  wakeUps: WakeUps;
  commands: Commands;
  polls: TaskPolls;
  live: LiveFeed;
};

export type StoreOptions = DatabaseOptions & { limits?: Limits };

export function openStore({ limits = DEFAULT_LIMITS, ...options }: StoreOptions): Store {
  const database = openDatabase(options);
  const parts = {
    ...database,
    definitions: createDefinitionCache(database, limits),
    wakeUps: createWakeUps(),
    polls: createTaskPolls(createTaskClaims(database)),
    live: createLiveFeed(database),
  };
  return { ...parts, commands: createCommands(parts) };
}

export const closeStore = (store: Store): Promise<void> => closeDatabase(store);

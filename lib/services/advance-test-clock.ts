// Test mode: time goes forward for every process on the database.
import { advanceTestClock as advance } from '#persistence/clock.ts';
import type { Deps } from './deps.ts';

export const advanceTestClock = ({ store }: Deps, ms: number): Promise<void> => advance(store, ms);

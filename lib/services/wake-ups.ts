// What background work is woken by, beside its own slow looks.
import { CORRELATIONS } from '#persistence/task-queue.ts';
import type { Listener } from '#persistence/wake-ups.ts';
import type { Deps } from './deps.ts';

/** Wakes when a node begins to wait for a key, or an event is posted by one. */
export const listenForCorrelations = ({ store }: Deps): Listener => store.wakeUps.listen([CORRELATIONS]);

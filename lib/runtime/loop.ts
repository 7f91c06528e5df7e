// A loop in the background: one round at a time, a pause between them, a growing one while rounds fail, until it is stopped.
import { setTimeout as delay } from 'node:timers/promises';
import { logger } from '#platform/logger.ts';

type Round = () => Promise<{ isMore: boolean }>;
type Listener = { next: (ms: number, signal: AbortSignal) => Promise<void>; end: () => void };

export type Loop = {
  name: string;
  /** The pause after a round that left nothing to do. */
  everyMs: number;
  /** One bounded round; `isMore` asks for the next one at once. */
  round: Round;
  /** What may cut that pause short. */
  listen?: () => Listener;
};

const FIRST_BACKOFF_MS = 250;
// A database that is back is worked with again within this.
const MAX_BACKOFF_MS = 4_000;

/** Starts it; the function that comes back stops it once the round under way is done. */
export function startLoop(loop: Loop): () => Promise<void> {
  const stopping = new AbortController();
  const stopped = turn(loop, stopping.signal);
  return () => {
    stopping.abort();
    return stopped;
  };
}

async function turn({ name, everyMs, round, listen }: Loop, stopping: AbortSignal): Promise<void> {
  const log = logger('runtime');
  const listener = listen?.();
  let failures = 0;
  while (!stopping.aborted) {
    let isMore = false;
    try {
      ({ isMore } = await round());
      if (failures > 0) log.info({ loop: name }, 'the loop goes on');
      failures = 0;
    } catch (error) {
      failures++;
      log.warn({ loop: name, failures, err: error }, 'a round failed; it is tried again');
    }
    if (isMore) continue;
    if (failures === 0 && listener) await listener.next(everyMs, stopping);
    else await pause(failures === 0 ? everyMs : Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failures), stopping);
  }
  listener?.end();
}

async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal: stopping }).catch(() => undefined);
}

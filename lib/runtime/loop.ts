// A loop in the background: one round at a time, a pause between them, longer after every failure, until it is stopped.
import { setTimeout as delay } from 'node:timers/promises';
import { logger } from '#platform/logger.ts';

export type Loop = {
  name: string;
  /** The pause after a round that found little. */
  everyMs: number;
  /** One bounded round; `isMore` asks for the next one at once. */
  round: () => Promise<{ isMore: boolean }>;
};

const MAX_PAUSE_MS = 30_000;

/** Starts it; the function that comes back stops it once the round under way is done. */
export function startLoop(loop: Loop): () => Promise<void> {
  const stopping = new AbortController();
  const stopped = turn(loop, stopping.signal);
  return () => {
    stopping.abort();
    return stopped;
  };
}

async function turn({ name, everyMs, round }: Loop, stopping: AbortSignal): Promise<void> {
  const log = logger('runtime');
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
    const pause = Math.min(MAX_PAUSE_MS, everyMs * 2 ** Math.min(failures, 10));
    await delay(pause, undefined, { signal: stopping }).catch(() => undefined);
  }
}

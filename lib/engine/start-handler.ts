// Starting the handler of a thread's interrupt or failure: when it cannot be, the thread fails.
import type { JsonValue } from '#contracts/json.ts';
import { failThread } from './end-thread.ts';
import { NodeFailure } from './failure.ts';
import { startHandlerThread } from './start-handler-thread.ts';
import type { Site } from './work.ts';

/** Gives the handler's number, or null when the thread has failed for it. */
export function startHandler(
  site: Site,
  type: 'INTERRUPT' | 'FAILURE_HANDLER',
  threadSpecName: string,
  content: JsonValue,
): number | null {
  try {
    return startHandlerThread(site, { type, threadSpecName, holder: site.thread.number }, content);
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    failThread(site, error.failure);
    return null;
  }
}

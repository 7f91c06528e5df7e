// When to try again, and after how long.
import { ConnectionError, DocketError } from './docket-error.ts';

/** `attempts` counts the first one. Delays double from `baseDelayMs` up to `maxDelayMs`. */
export type RetryOptions = { attempts: number; baseDelayMs: number; maxDelayMs: number };

export const DEFAULT_RETRY: RetryOptions = { attempts: 5, baseDelayMs: 200, maxDelayMs: 10_000 };

/** The server said that it did nothing and that the same call may succeed later. */
export function isRefusedForNow(error: unknown): error is DocketError {
  return error instanceof DocketError && (error.code === 'UNAVAILABLE' || error.code === 'RESOURCE_EXHAUSTED');
}

/** Trouble that passes: nothing is wrong with the call itself. */
export function isTransient(error: unknown): boolean {
  return error instanceof ConnectionError || isRefusedForNow(error);
}

/** Milliseconds until the next attempt after `failures` in a row: half fixed, half random, so that many clients do not come back at once. */
export function delayAfter(error: unknown, failures: number, { baseDelayMs, maxDelayMs }: RetryOptions): number {
  const full = Math.min(maxDelayMs, baseDelayMs * 2 ** (failures - 1));
  const asked = error instanceof DocketError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(asked, full / 2 + (Math.random() * full) / 2);
}

/** Waits; an abort ends the waiting at once, by throwing its reason. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}

// Idempotency keys are kept for a day (decision 29).
import { forgetAnswers as forget } from '#persistence/idempotency.ts';
import type { Deps } from './deps.ts';

const KEPT_HOURS = 24;
const BATCH = 1000;

/** Removes a batch of old keys; whether there may be more. */
export async function forgetAnswers({ store }: Deps): Promise<{ isMore: boolean }> {
  return { isMore: (await forget(store, KEPT_HOURS, BATCH)) === BATCH };
}

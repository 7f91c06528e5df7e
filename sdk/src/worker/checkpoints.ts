// The parts of a task that are done once, however often the task is tried (semantics.md 10.4).
import type { JsonValue } from '../../../lib/contracts/json.ts';
import { jsonOf } from '../types/json.ts';
import { type AttemptOptions, isGone } from './attempt.ts';
import type { TaskContext } from './task-handler.ts';

/** The checkpoints of an attempt, in the order of the calls. One that is refused since the lease is gone aborts `lost`. */
export function createCheckpoints(
  { client, lease, giveUp }: AttemptOptions,
  lost: AbortController,
): TaskContext['checkpoint'] {
  const { wfRunId, guid, attempt, leaseToken, checkpoints } = lease;
  const signal = AbortSignal.any([giveUp, lost.signal]);
  let next = 0;
  let isBusy = false;

  async function take<T extends JsonValue>(part: () => T | Promise<T>): Promise<JsonValue> {
    signal.throwIfAborted();
    if (next < checkpoints) return (await client.getCheckpoint({ wfRunId, guid, number: next }, { signal })).value;
    const value = jsonOf(await part());
    await client.putCheckpoint({ wfRunId, guid, number: next, attempt, leaseToken, value }, { signal });
    return value;
  }

  return async <T extends JsonValue>(part: () => T | Promise<T>): Promise<T> => {
    if (isBusy) throw new Error('a checkpoint must have ended before the next one begins');
    isBusy = true;
    try {
      const value = await take(part);
      next += 1;
      // What is kept was put there by an earlier attempt of the same program.
      return value as T;
    } catch (error) {
      if (isGone(error)) lost.abort(error);
      throw error;
    } finally {
      isBusy = false;
    }
  };
}

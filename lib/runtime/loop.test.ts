import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startLoop } from './loop.ts';

/** Runs a loop whose rounds do as told, one after the other, until the last has been done. */
async function runLoop(rounds: (() => { isMore: boolean })[], everyMs: number): Promise<number> {
  const { promise: allDone, resolve } = Promise.withResolvers<void>();
  let done = 0;
  const stop = startLoop({
    name: 'test',
    everyMs,
    round: async () => {
      const round = rounds[done++];
      if (done >= rounds.length) resolve();
      return round?.() ?? { isMore: false };
    },
  });
  await allDone;
  await stop();
  return done;
}

const A_DAY = 86_400_000;
const more = () => ({ isMore: true });
const nothing = () => ({ isMore: false });
const failing = () => {
  throw new Error('the database is away');
};

test('goes on at once while there is more, then pauses, and a stop does not wait for the pause', async () => {
  expect(await runLoop([more, more, nothing], A_DAY)).toBe(3);
});

test('is woken from its pause by what it listens to, and stops listening when it stops', async () => {
  const { promise: twice, resolve } = Promise.withResolvers<void>();
  const woken = Promise.withResolvers<void>();
  let rounds = 0;
  let isListening = true;
  const stop = startLoop({
    name: 'test',
    everyMs: A_DAY,
    round: async () => {
      if (++rounds === 2) resolve();
      return { isMore: false };
    },
    listen: () => ({
      next: async (_ms, signal) => {
        if (rounds === 1) return woken.promise;
        if (!signal.aborted) await once(signal, 'abort');
      },
      end: () => {
        isListening = false;
      },
    }),
  });
  woken.resolve();
  await twice;
  await stop();
  expect([rounds, isListening]).toEqual([2, false]);
});

test('outlives a round that fails', async () => {
  expect(await runLoop([failing, nothing], A_DAY)).toBe(2);
});

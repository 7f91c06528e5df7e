import { expect, test } from 'vitest';
import { createWakeUps } from './wake-ups.ts';

const never = new AbortController().signal;
const LONG = 60_000;

test('as many are woken as there are new things, first come first served', async () => {
  const { listen, notify } = createWakeUps();
  const woken: number[] = [];
  const listeners = [1, 2, 3].map((number) => {
    const listener = listen(['a']);
    void listener.next(LONG, never).then(() => woken.push(number));
    return listener;
  });
  notify('a', 2);
  notify('b', 5);
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(woken).toEqual([1, 2]);
  notify('a', 1);
  for (const listener of listeners) listener.end();
});

test('one that comes while a listener looks is not missed', async () => {
  const { listen, notify } = createWakeUps();
  const listener = listen(['a', 'b']);
  notify('b', 1);
  await listener.next(LONG, never);
  listener.end();
});

test('one that a listener did not take goes to another', async () => {
  const { listen, notify } = createWakeUps();
  const [leaving, staying] = [listen(['a']), listen(['a'])];
  notify('a', 1);
  leaving.end();
  await staying.next(LONG, never);
  staying.end();
});

test('an abort ends the wait', async () => {
  const { listen } = createWakeUps();
  const gone = new AbortController();
  const waiting = listen(['a']).next(LONG, gone.signal);
  gone.abort();
  await waiting;
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldActs } from './held-acts.ts';
import { unreachable } from './refusals.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const invoice = { wfRunId: 'run', guid: '0-1', title: 'Invoice' };
const leave = { wfRunId: 'run', guid: '0-2', title: 'Leave' };

function holdOne(held = new HeldActs(), task = invoice) {
  const sent: boolean[] = [];
  const ends: boolean[] = [];
  void held
    .hold(task, 'complete', async (isLeaving) => {
      sent.push(isLeaving);
      return unreachable();
    })
    .then(({ isSent }) => ends.push(isSent));
  return { held, sent, ends };
}

describe('an act that is held back', () => {
  it('is sent after five seconds, and not before', async () => {
    const { held, sent, ends } = holdOne();
    await vi.advanceTimersByTimeAsync(4_999);
    expect([sent, held.get(invoice)?.verb]).toEqual([[], 'complete']);
    await vi.advanceTimersByTimeAsync(1);
    expect([sent, ends, held.get(invoice)]).toEqual([[false], [true], undefined]);
  });

  it('is never sent once it is taken back', async () => {
    const { held, sent, ends } = holdOne();
    held.takeBack(invoice);
    await vi.advanceTimersByTimeAsync(10_000);
    void held.leave();
    expect([sent, ends]).toEqual([[], [false]]);
  });

  it('is sent once, at once, when the window goes', async () => {
    const { held, sent, ends } = holdOne();
    const other = holdOne(held, leave);
    void held.leave();
    void held.leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([sent, ends, other.sent]).toEqual([[true], [true], [true]]);
  });

  it('is one of several: the last is known, and each goes its own way', async () => {
    const first = holdOne();
    const second = holdOne(first.held, leave);
    const heard = vi.fn();
    first.held.subscribe(heard);
    expect(first.held.last?.task).toEqual(leave);
    first.held.takeBack(leave);
    expect([heard.mock.calls.length, first.held.last?.task]).toEqual([1, invoice]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([first.ends, second.ends]).toEqual([[true], [false]]);
  });
});

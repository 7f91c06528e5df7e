import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosaver, type SaveOutcome } from './autosaver.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function openAutosaver(...outcomes: SaveOutcome[]) {
  const sent: unknown[] = [];
  const autosaver = new Autosaver({ item: '', amount: '' }, async (changes, sitting) => {
    sent.push([changes, sitting]);
    return outcomes.shift() ?? { type: 'saved' };
  });
  autosaver.setActive(true);
  return { autosaver, sent };
}

describe('a draft that saves itself', () => {
  it('waits for a pause, then sends what changed', async () => {
    const { autosaver, sent } = openAutosaver();
    autosaver.typed({ item: 'D', amount: '' });
    await vi.advanceTimersByTimeAsync(900);
    autosaver.typed({ item: 'Desk', amount: '' });
    await vi.advanceTimersByTimeAsync(900);
    expect([sent, autosaver.phase()]).toEqual([[], 'pending']);
    await vi.advanceTimersByTimeAsync(100);
    expect([sent, autosaver.phase()]).toEqual([[[{ item: 'Desk' }, 'GOES_ON']], 'idle']);
  });

  it('does not wait for ever for who types without a pause', async () => {
    const { autosaver, sent } = openAutosaver();
    for (let index = 1; index <= 13; index += 1) {
      autosaver.typed({ item: 'x'.repeat(index), amount: '' });
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(sent).toHaveLength(1);
  });

  it('tries again, ever later, and at once when told that the connection is back', async () => {
    const { autosaver, sent } = openAutosaver({ type: 'failed' }, { type: 'failed' });
    autosaver.typed({ item: 'Desk', amount: '' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(autosaver.phase()).toBe('failed');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    autosaver.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.length, autosaver.phase(), autosaver.isUnsaved]).toEqual([3, 'idle', false]);
  });

  it('sends the rest alone when a field is not taken, and says that one is left', async () => {
    const { autosaver, sent } = openAutosaver({ type: 'refused', fields: ['amount'] });
    autosaver.typed({ item: 'Desk', amount: '1e' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual([{ item: 'Desk' }, 'GOES_ON']);
    expect([autosaver.phase(), autosaver.refused]).toEqual(['refused', 1]);
  });

  it('ends the sitting when the reader leaves, even with nothing new to send', async () => {
    const { autosaver, sent } = openAutosaver();
    expect(await autosaver.flush('ENDS')).toBe(true);
    expect(sent).toEqual([]);
    autosaver.typed({ item: 'Desk', amount: '' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await autosaver.flush('ENDS')).toBe(true);
    expect(sent.at(-1)).toEqual([{}, 'ENDS']);
  });

  it('stops for good once the task is lost, and still knows what was typed', async () => {
    const { autosaver, sent } = openAutosaver({ type: 'lost' });
    autosaver.typed({ item: 'Desk', amount: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect([autosaver.phase(), autosaver.typedAnswers.item]).toEqual(['idle', 'Desk']);
  });

  it('saves nothing while the task is not the reader’s', async () => {
    const { autosaver, sent } = openAutosaver();
    autosaver.setActive(false);
    autosaver.typed({ item: 'Desk', amount: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await autosaver.flush('ENDS')).toBe(true);
    expect(sent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { DocketError } from './docket-error.ts';
import { delayAfter, pause } from './retry.ts';

const options = { attempts: 9, baseDelayMs: 100, maxDelayMs: 1000 };

describe('the delay before the next attempt', () => {
  it('doubles up to its bound, and at least half of it is not chance', () => {
    for (const [failures, full] of [
      [1, 100],
      [2, 200],
      [4, 800],
      [9, 1000],
    ] as const) {
      const delay = delayAfter(new Error('lost'), failures, options);
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(full);
    }
  });

  it('is at least what the server asks for', () => {
    const problem = { type: '', title: '', status: 429, detail: '', code: 'RESOURCE_EXHAUSTED' } as const;
    expect(delayAfter(new DocketError(problem, 7000), 1, options)).toBe(7000);
  });
});

describe('a pause', () => {
  it('ends at once when it is aborted, before or during', async () => {
    const caller = new AbortController();
    const during = pause(1_000_000, caller.signal);
    caller.abort(new Error('enough'));
    await expect(during).rejects.toThrow('enough');
    await expect(pause(1_000_000, caller.signal)).rejects.toThrow('enough');
  });
});

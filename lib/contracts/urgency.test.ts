import { describe, expect, it } from 'vitest';
import { urgencyAt } from './urgency.ts';

const DAY = 86_400_000;
const task = { priority: 50, dueAt: null, createdAt: 100 * DAY };

describe('urgencyAt', () => {
  it('is the due date, or seven days after a task without one began', () => {
    expect(urgencyAt({ ...task, dueAt: 103 * DAY })).toBe(103 * DAY);
    expect(urgencyAt(task)).toBe(107 * DAY);
  });

  it('comes a day earlier for every ten points of priority, and later for those below 50', () => {
    expect(urgencyAt({ ...task, priority: 60 })).toBe(106 * DAY);
    expect(urgencyAt({ ...task, priority: 0 })).toBe(112 * DAY);
    expect(urgencyAt({ ...task, priority: 100, dueAt: 101 * DAY })).toBe(96 * DAY);
  });

  it('puts the older of two first that are alike', () => {
    expect(urgencyAt({ ...task, createdAt: 99 * DAY })).toBeLessThan(urgencyAt(task));
  });

  it('stays within what can be written', () => {
    expect(new Date(urgencyAt({ ...task, priority: 0, dueAt: 253_402_300_799_999 })).toISOString()).toMatch(/^9999/);
    expect(new Date(urgencyAt({ ...task, priority: 100, dueAt: -62_135_596_800_000 })).toISOString()).toMatch(/^0001/);
  });
});

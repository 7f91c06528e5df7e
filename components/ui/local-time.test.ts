import { expect, it } from 'vitest';
import { instantOfLocal, localOfInstant } from './local-time.ts';

it('shows an instant as the clock of its zone does', () => {
  expect(localOfInstant('2026-05-01T22:30:10Z', 'Europe/Vienna')).toBe('2026-05-02T00:30');
  expect(localOfInstant('2026-05-01T22:30:10Z', 'UTC')).toBe('2026-05-01T22:30');
  expect([localOfInstant('', 'UTC'), localOfInstant('soon', 'UTC')]).toEqual(['', '']);
});

it('reads back what it shows', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const instant = '2026-05-01T09:30:00.000Z';
  expect(instantOfLocal(localOfInstant(instant, timeZone))).toBe(instant);
  const day = instantOfLocal('2026-05-01');
  expect(localOfInstant(day, timeZone)).toBe('2026-05-01T00:00');
  expect([instantOfLocal(''), instantOfLocal('2026-13-01')]).toEqual(['', '']);
});

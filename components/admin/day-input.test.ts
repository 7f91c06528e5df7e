import { expect, it } from 'vitest';
import { formatDateInput, instantOfDay } from './day-input.ts';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

it('shows the day that was chosen, from its first to its last instant', () => {
  expect(formatDateInput(instantOfDay('2026-11-24'), here)).toBe('2026-11-24');
  expect(formatDateInput(instantOfDay('2026-11-30', true), here, true)).toBe('2026-11-30');
});

it('takes the zone into account', () => {
  expect(formatDateInput('2026-11-23T23:00:00Z', 'Europe/Berlin')).toBe('2026-11-24');
  expect(formatDateInput('2026-11-24T23:00:00Z', 'Europe/Berlin', true)).toBe('2026-11-24');
});

it('is empty for what is no day', () => {
  expect([instantOfDay(''), formatDateInput('yesterday', 'UTC')]).toEqual(['', '']);
});

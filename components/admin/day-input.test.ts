import { expect, it } from 'vitest';
import { formatDateInput, instantOfDay, isBeyond, isWholeDay } from './day-input.ts';

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

it('is typed to its end once its year is', () => {
  expect(['', '0002-11-24', '0202-11-24', '2026-11-24'].map(isWholeDay)).toEqual([true, false, false, true]);
});

it('is beyond the other side of its time only where there is one, and never where both are one day', () => {
  const [from, to] = [instantOfDay('2026-11-24'), instantOfDay('2026-11-24', true)];
  expect([isBeyond(from, to), isBeyond(to, from, true), isBeyond(from, ''), isBeyond('', to)]).toEqual(
    Array(4).fill(false),
  );
  expect(isBeyond(instantOfDay('2026-11-25'), to)).toBe(true);
  expect(isBeyond(instantOfDay('2026-11-23', true), from, true)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { cronErrors, nextTick } from './cron.ts';

const ticks = (cron: string, timeZone: string, from: string, count: number): string[] => {
  const found: string[] = [];
  let at: number | null = Date.parse(from);
  while (found.length < count) {
    at = nextTick({ cron, timeZone }, at);
    if (at === null) break;
    found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
};

describe('the ticks of an expression', () => {
  test('are after the instant that is given, never at it', () => {
    expect(ticks('*/15 * * * *', 'UTC', '2026-11-24T10:15:00Z', 2)).toEqual(['2026-11-24T10:30', '2026-11-24T10:45']);
    expect(ticks('*/15 * * * *', 'UTC', '2026-11-24T10:14:59.999Z', 1)).toEqual(['2026-11-24T10:15']);
  });

  test('are those of the time zone', () => {
    expect(ticks('30 7 * * MON-FRI', 'Europe/Vienna', '2026-11-27T12:00:00Z', 1)).toEqual(['2026-11-30T06:30']);
    expect(ticks('30 7 * * *', 'America/New_York', '2026-07-01T00:00:00Z', 1)).toEqual(['2026-07-01T11:30']);
  });

  test('fall after the hour that is skipped, and once into the hour that comes twice', () => {
    expect(ticks('30 2 * * *', 'Europe/Vienna', '2027-03-27T12:00:00Z', 2)).toEqual([
      '2027-03-28T01:00',
      '2027-03-29T00:30',
    ]);
    expect(ticks('30 2 * * *', 'Europe/Vienna', '2027-10-30T12:00:00Z', 2)).toEqual([
      '2027-10-31T00:30',
      '2027-11-01T01:30',
    ]);
  });

  test('end where no day is left', () => {
    expect(ticks('0 0 30 2 *', 'UTC', '2026-11-24T00:00:00Z', 1)).toEqual([]);
  });
});

describe('what cannot be read is said', () => {
  test.each([
    ['* * * *', 'UTC', 'cron'],
    ['* * * * * *', 'UTC', 'cron'],
    ['@daily', 'UTC', 'cron'],
    ['61 * * * *', 'UTC', 'cron'],
    ['a b c d e', 'UTC', 'cron'],
    ['0 0 * * *', 'Middle/Earth', 'timeZone'],
  ])('%s in %s', (cron, timeZone, path) => {
    expect(cronErrors(cron, timeZone)).toMatchObject([{ path }]);
  });

  test('nothing of what can', () => {
    expect(cronErrors('0 9-17/2 1,15 JAN-JUN MON', 'Asia/Tokyo')).toEqual([]);
  });
});

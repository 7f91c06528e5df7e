import { describe, expect, it } from 'vitest';
import {
  dashboardHref,
  daysOf,
  faultOfDays,
  startOfDay,
  tasksHref,
  windowBefore,
  windowOf,
} from './dashboard-query.ts';

const at = (text: string) => Date.parse(text);
const now = at('2026-11-24T18:30:00Z');

describe('the window of the dashboards', () => {
  it('is two weeks up to now, from the beginning of a day of the reader', () => {
    expect(windowOf({}, 'Europe/Berlin', now)).toEqual({ range: 14, from: at('2026-11-10T23:00:00Z'), to: now });
    expect(windowOf({ range: '7' }, 'UTC', now).from).toBe(at('2026-11-18T00:00:00Z'));
  });

  it('is the days that the address names, the last of them included, and no longer than can be counted', () => {
    const own = windowOf({ from: '2026-11-01', to: '2026-11-03' }, 'UTC', now);
    expect(own).toEqual({ range: null, from: at('2026-11-01T00:00:00Z'), to: at('2026-11-04T00:00:00Z') });
    const long = windowOf({ from: '2025-01-01', to: '2026-11-03' }, 'UTC', now);
    expect(long.to - long.from).toBe(31 * 86_400_000);
  });

  it.each([
    { from: '2026-11-03', to: '2026-11-01' },
    { from: '2027-01-01', to: '2027-01-02' },
    { from: 'soon', to: '2026-11-01' },
    { range: '9999' },
  ])('falls back from %j, which cannot be', (params) => {
    expect(windowOf(params, 'UTC', now).range).toBe(14);
  });

  it('has one before it of the same length', () => {
    const own = windowOf({ from: '2026-11-03', to: '2026-11-04' }, 'UTC', now);
    expect(windowBefore(own)).toEqual({ from: at('2026-11-01T00:00:00Z'), to: own.from });
  });
});

it.each([
  ['2026-11-01', '2026-11-01', undefined],
  ['2026-10-25', '2026-11-24', undefined],
  ['2026-11-02', '2026-11-01', 'order'],
  ['2026-11-25', '2026-11-26', 'future'],
  ['2026-10-24', '2026-11-24', 'long'],
])('from %s to %s is asked for unless there is a fault: %s', (from, to, fault) => {
  expect(faultOfDays({ from, to }, '2026-11-24')).toBe(fault);
});

it('a day begins at midnight of its zone, on days of changing clocks too', () => {
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe(at('2026-03-28T23:00:00Z'));
  expect(startOfDay('2026-03-30', 'Europe/Berlin')).toBe(at('2026-03-29T22:00:00Z'));
  expect(startOfDay('2026-10-25', 'Europe/Berlin')).toBe(at('2026-10-24T22:00:00Z'));
  expect(startOfDay('2026-10-26', 'Europe/Berlin')).toBe(at('2026-10-25T23:00:00Z'));
});

it('a window has all its days', () => {
  expect(daysOf(windowOf({ range: '7' }, 'UTC', now), 'UTC')).toHaveLength(7);
  expect(daysOf({ from: at('2026-11-23T23:30:00Z'), to: at('2026-11-24T00:30:00Z') }, 'Europe/Berlin')).toEqual([
    '2026-11-24',
  ]);
});

it('addresses keep what is not changed', () => {
  expect(dashboardHref({ range: '7', by: 'person', userGroup: 'it' }, { by: 'group', userGroup: undefined })).toBe(
    '/admin/dashboards?range=7&by=group',
  );
  expect(tasksHref({ status: 'open', overdue: false })).toBe(
    '/admin/user-tasks?status=open&due=inTime&suspended=false',
  );
  expect(tasksHref({ status: 'open', userGroup: 'people & more', overdue: true, latestStart: now })).toBe(
    '/admin/user-tasks?status=open&userGroup=people+%26+more&due=overdue&suspended=false&latestStart=2026-11-24T18%3A30%3A00.000Z',
  );
});

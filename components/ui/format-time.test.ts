import { describe, expect, it } from 'vitest';
import { formatDay, groupByDay } from './format-day.ts';
import { formatDateTime, formatDuration, formatRelative, formatSpan } from './format-time.ts';

const at = (iso: string) => new Date(iso);
const now = at('2026-11-24T10:00:00Z').getTime();
const view = (zone: string, locale = 'en-GB') => ({ now, zone, locale });

describe('formatDateTime', () => {
  it('names the zone it speaks of', () => {
    expect(formatDateTime(at('2026-11-24T09:02:00Z'), view('Europe/Berlin'))).toBe('24 Nov 2026, 10:02 UTC+1');
    expect(formatDateTime(at('2026-11-24T09:02:00Z'), view('UTC'))).toBe('24 Nov 2026, 09:02 UTC');
  });
});

describe('formatRelative', () => {
  it.each([
    ['2026-11-24T09:59:20Z', 'just now'],
    ['2026-11-24T09:56:00Z', '4 min ago'],
    ['2026-11-24T12:30:00Z', 'in 2 h'],
    ['2026-11-21T09:00:00Z', '3 d ago'],
    ['2026-10-01T09:00:00Z', '1 Oct 2026'],
  ])('%s is %s', (iso, words) => {
    expect(formatRelative(at(iso), view('UTC'))).toBe(words);
  });
});

describe('formatDay', () => {
  it('follows the calendar of the zone', () => {
    const late = at('2026-11-23T23:30:00Z');
    expect(formatDay(late, view('UTC'))).toBe('Yesterday');
    expect(formatDay(late, view('Europe/Berlin'))).toBe('Today');
    expect(formatDay(at('2026-11-17T12:00:00Z'), view('UTC'))).toMatch(/^Tuesday,? 17 November 2026$/);
  });
});

it('rounds a duration down to its largest unit', () => {
  expect([45_000, 119_000, 7_200_000, 180_000_000].map((ms) => formatDuration(ms, 'en'))).toEqual([
    '45 s',
    '1 min',
    '2 h',
    '2 d',
  ]);
});

it('names two units of a span, unless the second is nothing', () => {
  const spans = [45_000, 1_200_000, 7_200_000, 11_520_000, 180_000_000].map((ms) => formatSpan(ms, 'en'));
  expect(spans).toEqual(['45 s', '20 min', '2 h', '3 h 12 min', '2 d 2 h']);
});

it('groups by calendar day of the zone and keeps the order', () => {
  const times = ['2026-11-23T22:30:00Z', '2026-11-23T23:30:00Z', '2026-11-24T08:00:00Z'].map(at);
  const sizes = (zone: string) => groupByDay(times, (time) => time, zone).map((group) => group.items.length);
  expect(sizes('UTC')).toEqual([2, 1]);
  expect(sizes('Europe/Berlin')).toEqual([1, 2]);
});

it('writes as the locale does, in its words and order', () => {
  const moment = at('2026-11-24T09:02:00Z');
  const german = view('Europe/Berlin', 'de-DE');
  expect(formatDateTime(moment, german)).toBe('24. Nov. 2026, 10:02 UTC+1');
  expect(formatDateTime(moment, view('America/New_York', 'en-US'))).toBe('Nov 24, 2026, 04:02 AM UTC-5');
  expect(formatDay(moment, german)).toBe('Heute');
  expect(formatRelative(at('2026-11-24T12:30:00Z'), german)).toBe('in 2 Std.');
  expect(formatRelative(at('2026-11-21T09:00:00Z'), german)).toBe('vor 3 Tg.');
});

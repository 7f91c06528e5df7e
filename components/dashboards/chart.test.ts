import { expect, it } from 'vitest';
import { type Chart, chartCsv, drawnRows, durationTicks, isEmpty } from './chart.ts';

const chart: Chart = {
  id: 'open',
  title: 'Finance has most',
  subtitle: 'Open tasks',
  shape: 'bars',
  series: [
    { key: 'p50', label: 'Half', look: 'strong' },
    { key: 'p90', label: 'Nine in ten', look: 'hatched' },
  ],
  isStacked: false,
  rowName: 'Group',
  rows: Array.from({ length: 12 }, (_, index) => ({
    key: `g${index}`,
    label: `g${index}`,
    values: { p50: 0, p90: null },
  })),
  unit: 'seconds',
};

it('marks of an axis of time are few and whole', () => {
  expect(durationTicks(0)).toEqual([0, 1]);
  expect(durationTicks(50 * 60)).toEqual([0, 900, 1800, 2700, 3600]);
  expect(durationTicks(20 * 3600)).toEqual([0, 14_400, 28_800, 43_200, 57_600, 72_000]);
  expect(durationTicks(26 * 3600)).toEqual([0, 6, 12, 18, 24, 30].map((hours) => hours * 3600));
  expect(durationTicks(30 * 86_400)).toEqual([0, 6, 12, 18, 24, 30].map((days) => days * 86_400));
});

it('draws as many names as can be read, and lists all of them', () => {
  expect(drawnRows(chart)).toHaveLength(8);
  expect(chartCsv(chart).trim().split('\r\n')).toHaveLength(13);
  expect(isEmpty(chart)).toBe(true);
});

it('is exported with its units, quoted, and without formulas', () => {
  const rows = [
    { key: 'a', label: '=1+1', values: { p50: 12.5, p90: null } },
    { key: 'b', label: 'people, "team"', values: { p50: 1, p90: -2 } },
  ];
  expect(chartCsv({ ...chart, rows })).toBe(
    'Group,Half (s),Nine in ten (s)\r\n\'=1+1,12.5,\r\n"people, ""team""",1,-2\r\n',
  );
});

it('is exported with days as dates, which tell the year and can be sorted', () => {
  const rows = [{ key: '2026-11-17', label: '17 Nov', values: { p50: 1, p90: 2 } }];
  expect(chartCsv({ ...chart, isByDay: true, unit: 'tasks', rows })).toBe(
    'Group,Half,Nine in ten\r\n2026-11-17,1,2\r\n',
  );
});

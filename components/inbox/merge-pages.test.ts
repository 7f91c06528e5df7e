import { expect, it } from 'vitest';
import type { Page } from '#contracts/pagination.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { mergePages } from './merge-pages.ts';

const page = (minutes: number[], bookmark: string | null = null): Page<UserTaskRunSummary> => ({
  results: minutes.map(
    (minute) => ({ guid: `0-${minute}`, createdAt: `2026-11-24T10:${minute}:00Z` }) as UserTaskRunSummary,
  ),
  bookmark,
});
const minutes = (merged: { results: UserTaskRunSummary[] }) => merged.results.map(({ guid }) => Number(guid.slice(2)));

it('keeps a single search as it is, to be continued', () => {
  expect(mergePages([page([30, 20], 'more')], false)).toMatchObject({ bookmark: 'more', cut: false });
});

it('orders by creation across searches, either way', () => {
  expect(minutes(mergePages([page([30, 10]), page([20])], false))).toEqual([30, 20, 10]);
  expect(minutes(mergePages([page([10, 30]), page([20])], true))).toEqual([10, 20, 30]);
});

it('ends where a search that goes on has ended, so that nothing is missing in between', () => {
  const merged = mergePages([page([50, 40], 'more'), page([45, 35])], false);
  expect([minutes(merged), merged.cut, merged.bookmark]).toEqual([[50, 45, 40], true, null]);
});

it('is empty for nobody', () => {
  expect(mergePages([], false)).toEqual({ results: [], bookmark: null, cut: false });
});

import { expect, test } from 'vitest';
import { countNews } from './news.ts';

const known = new Set(['a', 'b', 'c']);

test('tasks that nobody has seen yet are news, wherever they stand', () => {
  expect(countNews(['a', 'b', 'c'], known, false)).toBe(0);
  expect(countNews(['x', 'a', 'y', 'b', 'c', 'z'], known, false)).toBe(3);
});

test('what moves up from below the part that was fetched is no news', () => {
  expect(countNews(['b', 'c', 'd'], known, true)).toBe(0);
  expect(countNews(['x', 'b', 'c', 'd', 'e'], known, true)).toBe(1);
});

test('where none of the known is left, all is news', () => {
  expect(countNews(['d', 'e'], known, true)).toBe(2);
  expect(countNews(['d', 'e'], new Set(), false)).toBe(2);
});

import { expect, it } from 'vitest';
import { edgePath } from './edge-path.ts';

it('draws straight pieces with rounded corners between them', () => {
  expect(
    edgePath([
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 80 },
    ]),
  ).toBe('M0 0L43 0Q50 0 50 7L50 80');
});

it('rounds no more than half of a short piece, and draws nothing of no points', () => {
  expect(
    edgePath([
      { x: 0, y: 0 },
      { x: 6, y: 0 },
      { x: 6, y: 80 },
    ]),
  ).toBe('M0 0L3 0Q6 0 6 3L6 80');
  expect(edgePath([])).toBe('');
});

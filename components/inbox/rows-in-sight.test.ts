import { describe, expect, test } from 'vitest';
import { offsetsOf, placeToSee, rangeInSight } from './rows-in-sight.ts';

const offsets = offsetsOf([68, 90, 90, 68, 90]);

test('a row begins where the one before it ends', () => {
  expect(offsets).toEqual([0, 68, 158, 248, 316, 406]);
  expect(offsetsOf([])).toEqual([0]);
});

describe('what is in sight', () => {
  test('is each row of which a line is', () => {
    expect(rangeInSight(offsets, 0, 68, 0)).toEqual({ from: 0, to: 1 });
    expect(rangeInSight(offsets, 0, 69, 0)).toEqual({ from: 0, to: 2 });
    expect(rangeInSight(offsets, 67, 2, 0)).toEqual({ from: 0, to: 2 });
    expect(rangeInSight(offsets, 158, 90, 0)).toEqual({ from: 2, to: 3 });
  });

  test('goes beyond the window by as many rows as are asked for, and there are', () => {
    expect(rangeInSight(offsets, 158, 90, 1)).toEqual({ from: 1, to: 4 });
    expect(rangeInSight(offsets, 158, 90, 9)).toEqual({ from: 0, to: 5 });
  });

  test('is the end of a list that has become shorter than where one was', () => {
    expect(rangeInSight(offsets, 5_000, 300, 1)).toEqual({ from: 3, to: 5 });
  });

  test('is nothing of an empty list, and the first row of a window without height', () => {
    expect(rangeInSight([0], 0, 900, 6)).toEqual({ from: 0, to: 0 });
    expect(rangeInSight(offsets, 0, 0, 0)).toEqual({ from: 0, to: 1 });
  });
});

describe('to see a row', () => {
  test('one need not move when it stands whole in the window', () => {
    expect(placeToSee(offsets, 1, 60, 200)).toBe(60);
  });

  test('one goes no further than its nearer edge', () => {
    expect(placeToSee(offsets, 0, 60, 200)).toBe(0);
    expect(placeToSee(offsets, 4, 60, 200)).toBe(206);
  });
});

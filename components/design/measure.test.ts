import { expect, it } from 'vitest';
import { contrastOf, hexOf } from './measure.ts';

it('contrast is 21 between black and white, whichever comes first, and 1 of a colour with itself', () => {
  expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrastOf([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
  expect(contrastOf([12, 34, 56], [12, 34, 56])).toBe(1);
  expect(contrastOf([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

it('colours are written in six digits', () => {
  expect(hexOf([0, 10, 255])).toBe('#000aff');
});

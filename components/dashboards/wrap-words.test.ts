import { expect, it } from 'vitest';
import { wrapWords } from './wrap-words.ts';

const wrapped = (text: string) => wrapWords(text, 10, (line) => line.length);

it('breaks between words, only where a line is full', () => {
  expect(wrapped('Short')).toEqual(['Short']);
  expect(wrapped('Ten in all')).toEqual(['Ten in all']);
  expect(wrapped('Finance has the most of them')).toEqual(['Finance', 'has the', 'most of', 'them']);
});

it('keeps together what a space that does not break joins', () => {
  expect(wrapped('Half in 3\u00a0hours')).toEqual(['Half in', '3\u00a0hours']);
});

it('breaks within a word that is wider than the picture', () => {
  expect(wrapped('By accounts-payable-north')).toEqual(['By', 'accounts-p', 'ayable-nor', 'th']);
  expect(wrapped('')).toEqual(['']);
});

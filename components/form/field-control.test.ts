import { expect, test } from 'vitest';
import { controlOf } from './field-control.ts';

test('a text is asked in several lines, and in one where it follows a pattern', () => {
  const text = { name: 'code', type: 'STR', required: true } as const;
  const pattern = '[A-Z]{2}';
  expect(controlOf(text)).toBe('lines');
  expect(controlOf({ ...text, pattern })).toBe('line');
  expect(controlOf({ ...text, pattern, widget: 'multiline' })).toBe('lines');
});

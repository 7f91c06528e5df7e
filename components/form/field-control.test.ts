import { expect, test } from 'vitest';
import { controlOf } from './field-control.ts';

test('a text is asked in several lines, and in one where it follows a pattern', () => {
  const code = { name: 'code', type: 'STR', pattern: '[A-Z]{2}' } as const;
  expect(controlOf({ name: 'remark', type: 'STR' })).toBe('lines');
  expect(controlOf(code)).toBe('line');
  expect(controlOf({ ...code, widget: 'multiline' })).toBe('lines');
});

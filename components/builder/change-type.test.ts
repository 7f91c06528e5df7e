import { describe, expect, it } from 'vitest';
import { withFittingWidget, withType } from './change-type.ts';
import type { DraftField } from './form-draft.ts';

const field = (more: Partial<DraftField>): DraftField => ({ name: 'a', type: 'STR', required: true, ...more });

describe('a field that gets another type', () => {
  it('keeps what the type knows', () => {
    const number = field({ type: 'INT', min: 1, max: 9, defaultValue: 5, displayName: 'N' });
    expect(withType(number, 'DOUBLE')).toEqual({ ...number, type: 'DOUBLE' });
  });

  it('loses what the type does not know', () => {
    const text = field({ pattern: '\\d', patternHint: 'a digit', maxLength: 1, widget: 'email', defaultValue: '1' });
    expect(withType(text, 'BOOL')).toEqual({ name: 'a', type: 'BOOL', required: true });
  });

  it('keeps options that are of the type, and any in a list', () => {
    const chosen = field({ widget: 'select', options: [{ value: 'x' }] });
    expect(withType(chosen, 'INT').options).toBeUndefined();
    expect(withType(chosen, 'JSON_ARR')).toMatchObject({ options: [{ value: 'x' }] });
  });

  it('is asked another way when it gets options, or loses them', () => {
    expect(withFittingWidget(field({ widget: 'email', options: [{ value: 'x' }] })).widget).toBeUndefined();
    expect(withFittingWidget(field({ widget: 'select' })).widget).toBeUndefined();
    expect(withFittingWidget(field({ widget: 'user' })).widget).toBe('user');
  });
});

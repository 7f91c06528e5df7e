import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from './form/answer-text.ts';
import { mergeDraft } from './form/merge-draft.ts';
import { checkComplete, checkDraft } from './form-rules.ts';
import type { UserTaskField } from './user-task-def.ts';

const item: UserTaskField = { name: 'item', type: 'STR', required: true, displayName: 'Item' };
const amount: UserTaskField = { name: 'amount', type: 'INT', required: true };
const price: UserTaskField = { name: 'price', type: 'DOUBLE', required: false };
const urgent: UserTaskField = { name: 'urgent', type: 'BOOL', required: false };
const form = [item, amount, price, urgent];

describe('checkComplete', () => {
  it('UT-37 names an unknown field, and every other error with it', () => {
    expect(checkComplete(form, { colour: 'red', amount: 'many' })).toEqual({
      ok: false,
      errors: [
        { path: 'results.colour', message: 'is not a field of this form', rule: 'unknown' },
        { path: 'results.item', message: 'Item is required', rule: 'required' },
        { path: 'results.amount', message: 'amount must be a whole number', rule: 'type', params: { type: 'INT' } },
      ],
    });
  });

  it('UT-38 refuses a text for an INT, and takes a whole number', () => {
    expect(checkComplete(form, { item: 'laptop', amount: '12' })).toMatchObject({ ok: false });
    expect(checkComplete(form, { item: 'laptop', amount: 12 })).toEqual({
      ok: true,
      results: { item: 'laptop', amount: 12 },
    });
  });

  it('L-04 a blank text does not satisfy required', () => {
    expect(checkComplete(form, { item: '  ', amount: 1 })).toEqual({
      ok: false,
      errors: [{ path: 'results.item', message: 'Item is required', rule: 'required' }],
    });
  });

  it('UT-40, UT-41 an optional field may be left out or null, and then has no key in the result', () => {
    expect(checkComplete(form, { item: 'x', amount: 1, price: null })).toEqual({
      ok: true,
      results: { item: 'x', amount: 1 },
    });
  });

  it('UT-43 counts what was saved before, under what is given now', () => {
    const saved = { item: 'desk', amount: 2, price: 9.5 };
    expect(checkComplete(form, { amount: 3 }, saved)).toEqual({
      ok: true,
      results: { item: 'desk', amount: 3, price: 9.5 },
    });
    expect(checkComplete(form, { item: null }, saved)).toMatchObject({ ok: false });
  });

  it('takes false and 0 as answers', () => {
    const required = [{ ...urgent, required: true }, amount];
    expect(checkComplete(required, { urgent: false, amount: 0 })).toEqual({
      ok: true,
      results: { urgent: false, amount: 0 },
    });
  });

  it('takes an INT for a DOUBLE', () => {
    expect(checkDraft(form, { price: 3 })).toEqual({ ok: true, results: { price: 3 } });
  });
});

describe('mergeDraft', () => {
  it('UT-44 lays what is given over what was saved; null clears', () => {
    expect(mergeDraft({ a: 1, b: 2 }, { a: 3, b: null })).toEqual({ a: 3 });
  });
});

describe('decodeText', () => {
  it('reads an emptied number as absent, not as 0', () => {
    expect(decodeText(amount, ' ')).toBeNull();
    expect(decodeText(price, '')).toBeNull();
  });

  it('leaves what is no number as it is, for the check to name', () => {
    expect(decodeText(amount, '1.5')).toBe('1.5');
    expect(decodeText(price, '1e999')).toBe('1e999');
    expect(decodeText(amount, '9223372036854775808')).toBe('9223372036854775808');
  });

  it('keeps every 64-bit integer exact, there and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (integer) => {
        const value = decodeText(amount, integer.toString());
        expect(checkDraft(form, { amount: value })).toMatchObject({ ok: true });
        expect(encodeText(value)).toBe(integer.toString());
      }),
    );
  });
});

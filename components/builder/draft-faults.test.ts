import { expect, it } from 'vitest';
import { faultsOf } from './draft-faults.ts';
import { draftOf } from './form-draft.ts';

it('tells each fault at its item, those of the shape and those between the parts', () => {
  const draft = draftOf({
    displayName: '',
    fields: [
      { name: 'no good', type: 'STR', required: true, section: 'One' },
      { name: 'b', type: 'INT', required: true, min: 'x', options: [{ value: '' }] },
    ],
  });
  const [, first, second] = draft.items;
  expect(faultsOf(draft).map(({ key, path }) => [key, path])).toEqual([
    [null, 'displayName'],
    [first?.key, 'name'],
    [expect.anything(), 'min'],
    [expect.anything(), 'options.0.value'],
  ]);
  expect(second?.kind).toBe('section');
});

it('tells what is wrong with a heading once, at the heading', () => {
  const section = 'x'.repeat(201);
  const draft = draftOf({
    fields: [
      { name: 'a', type: 'STR', required: true },
      { name: 'b', type: 'STR', required: true, section },
      { name: 'c', type: 'STR', required: true, section },
    ],
  });
  const heading = draft.items.find(({ kind }) => kind === 'section');
  expect(faultsOf(draft).map(({ key, path, rule }) => [key, path, rule])).toEqual([[heading?.key, 'title', 'text']]);
});

it('names the rule that is broken, for whoever says it in another language', () => {
  const draft = draftOf({
    fields: [
      { name: '1', type: 'INT', required: true, min: 5, defaultValue: 3 },
      { name: 'b', type: 'STR', required: true, minLength: 3, maxLength: 1 },
    ],
  });
  expect(faultsOf(draft).map(({ path, rule, params }) => [path, rule, params])).toEqual([
    ['name', 'name', undefined],
    ['defaultValue', 'min', { min: 5 }],
    ['maxLength', 'order', { than: 'minLength' }],
  ]);
});

it('has nothing to say of a good form', () => {
  expect(faultsOf(draftOf({ fields: [{ name: 'a', type: 'STR', required: true }] }))).toEqual([]);
});

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

it('has nothing to say of a good form', () => {
  expect(faultsOf(draftOf({ fields: [{ name: 'a', type: 'STR', required: true }] }))).toEqual([]);
});

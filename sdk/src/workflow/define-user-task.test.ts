import { expect, it } from 'vitest';
import { checkComplete, shownFields } from '../index.ts';
import { defineUserTask } from './define-user-task.ts';

it('is the body of a PUT, as it was written', () => {
  const form = defineUserTask({
    name: 'trip',
    ownerMayCancel: true,
    fields: { nights: { type: 'INT', min: 1 }, hotel: { type: 'STR', visibleWhen: { field: 'nights', op: 'isSet' } } },
  });
  expect(form).toEqual({
    name: 'trip',
    ownerMayCancel: true,
    fields: [
      { name: 'nights', type: 'INT', min: 1 },
      { name: 'hotel', type: 'STR', visibleWhen: { field: 'nights', op: 'isSet' } },
    ],
  });
});

it('names what the server would refuse, all of it', () => {
  expect(() =>
    defineUserTask({
      name: 'trip',
      fields: { nights: { type: 'INT', min: 2, max: 1 }, hotel: { type: 'STR', pattern: '(', maxLength: 1.5 } },
    }),
  ).toThrow(/^Form trip: fields.1.maxLength /);
  expect(() =>
    defineUserTask({
      name: 'trip',
      fields: { nights: { type: 'INT', min: 2, max: 1 }, hotel: { type: 'STR', pattern: '(' } },
    }),
  ).toThrow(/^Form trip: fields.0.max must not be less than min; fields.1.pattern is no pattern of RE2/);
});

it('comes with the rules, for whoever fills forms in by a program', () => {
  const fields = [{ name: 'nights', type: 'INT' as const, required: true, min: 1 }];
  expect(checkComplete(fields, { nights: 0 })).toEqual({
    ok: false,
    errors: [{ path: 'results.nights', message: 'nights must be at least 1', rule: 'min', params: { min: 1 } }],
  });
  expect(shownFields(fields, {})).toEqual([{ field: fields[0], isRequired: true, value: null }]);
});

import { expect, it } from 'vitest';
import { threadVariable } from '#contracts/wf-spec.ts';
import { startVariables } from './start-fields.ts';

const variables = [
  threadVariable.parse({ name: 'item', type: 'STR', required: true }),
  threadVariable.parse({ name: 'amount', type: 'INT', default: 1 }),
  threadVariable.parse({ name: 'details', type: 'JSON_OBJ' }),
  threadVariable.parse({ name: 'sizes', type: { array: 'INT' } }),
];

it('gives values of the right types and leaves out what was left empty', () => {
  const given = { item: 'lamp', amount: null, details: { colour: 'red' }, sizes: '[1, 2]' };
  expect(startVariables(variables, given)).toEqual({
    ok: true,
    variables: { item: 'lamp', details: { colour: 'red' }, sizes: [1, 2] },
  });
});

it('names what is missing, and what is not the JSON asked for', () => {
  expect(startVariables(variables, {})).toMatchObject({ ok: false, errors: [{ path: 'results.item' }] });
  for (const details of ['{', [1], 3]) {
    expect(startVariables(variables, { item: 'lamp', details })).toMatchObject({
      ok: false,
      errors: [{ path: 'results.details', message: 'details must be a JSON object' }],
    });
  }
  for (const sizes of ['{', '["a"]', '3']) {
    expect(startVariables(variables, { item: 'lamp', sizes })).toMatchObject({
      ok: false,
      errors: [{ path: 'results.sizes', message: 'sizes must be array of INT' }],
    });
  }
});

import { describe, expect, it, test } from 'vitest';
import { fieldErrorsOf } from '../problem.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { userTaskDefBody } from '../user-task-def-shape.ts';
import { checkUserTaskDef } from './check-user-task-def.ts';
import type { FieldCondition } from './condition.ts';

type Given = Partial<UserTaskField>;
const faults = (...fields: Given[]) => {
  const named = fields.map((field, index) => ({ name: `f${index}`, type: 'STR' as const, ...field }));
  return checkUserTaskDef(userTaskDefBody.parse({ fields: named })).map(({ path, message }) => `${path} ${message}`);
};

describe('a form is put', () => {
  test.each<[string, Given[]]>([
    [
      'of the four plain types',
      [{ type: 'STR' }, { type: 'INT' }, { type: 'DOUBLE' }, { type: 'BOOL', required: false }],
    ],
    ['of the types beside them', [{ type: 'TIMESTAMP' }, { type: 'JSON_OBJ' }, { type: 'JSON_ARR' }]],
    [
      'with bounds',
      [
        { type: 'INT', min: 1, max: '9223372036854775807', defaultValue: 5 },
        { minLength: 0, maxLength: 0 },
      ],
    ],
    ['with instants', [{ type: 'TIMESTAMP', min: '2026-01-01T01:00:00+01:00', max: '2026-01-01T00:00:00Z' }]],
    ['with a pattern', [{ pattern: '(?i)[a-z]{2}\\d+', patternHint: 'two letters and a number', defaultValue: 'AB1' }]],
    [
      'with options',
      [{ options: [{ value: 'a' }, { value: 'b', label: { en: 'Bee', de: 'Biene' } }], widget: 'radio' }],
    ],
    [
      'with a list of options',
      [{ type: 'JSON_ARR', widget: 'multiselect', options: [{ value: 1 }, { value: 'x' }], defaultValue: ['x'] }],
    ],
    [
      'with words for yes and no',
      [
        {
          type: 'BOOL',
          options: [
            { value: true, label: 'Approve' },
            { value: false, label: 'Reject' },
          ],
        },
      ],
    ],
    ['with what is fixed', [{ type: 'DOUBLE', readOnly: true, defaultValue: 0.2, section: 'Terms' }]],
    [
      'with conditions',
      [
        { type: 'INT' },
        { type: 'JSON_ARR' },
        {
          visibleWhen: {
            any: [{ field: 'f0', op: 'greaterThan', value: 3 }, { not: { field: 'f1', op: 'in', value: ['x'] } }],
          },
        },
        {
          requiredWhen: {
            all: [
              { field: 'f2', op: 'isSet' },
              { field: 'f0', op: 'in', value: [1, 2] },
            ],
          },
        },
      ],
    ],
  ])('%s', (_what, fields) => expect(faults(...fields)).toEqual([]));
});

describe('a form is refused', () => {
  const asking = (visibleWhen: FieldCondition) =>
    faults({ type: 'INT' }, { type: 'JSON_ARR' }, { type: 'BOOL', visibleWhen });
  const deep = (depth: number): FieldCondition =>
    depth === 1 ? { field: 'f0', op: 'isSet' } : { not: deep(depth - 1) };

  test.each<[Given[], string[]]>([
    [[{ name: 'a' }, { name: 'a' }], ['fields.1.name another field is named a']],
    [[{ min: 1 }], ['fields.0.min is for INT, DOUBLE, TIMESTAMP; this field is STR']],
    [[{ type: 'INT', min: 1.5 }], ['fields.0.min must be INT, as the field is']],
    [[{ type: 'TIMESTAMP', max: '2026-01-01' }], ['fields.0.max must be TIMESTAMP, as the field is']],
    [[{ type: 'INT', min: 2, max: 1 }], ['fields.0.max must not be less than min']],
    [[{ type: 'BOOL', maxLength: 3 }], ['fields.0.maxLength is for STR, JSON_ARR; this field is BOOL']],
    [[{ minLength: 2, maxLength: 1 }], ['fields.0.maxLength must not be less than minLength']],
    [[{ type: 'INT', pattern: '1' }], ['fields.0.pattern is for STR; this field is INT']],
    [[{ patternHint: 'digits' }], ['fields.0.patternHint needs a pattern that it is about']],
    [[{ type: 'BOOL', widget: 'email' }], ['fields.0.widget a BOOL can be switch, checkbox, radio, select']],
    [[{ widget: 'select' }], ['fields.0.widget select needs options']],
    [[{ widget: 'email', options: [{ value: 'a' }] }], ['fields.0.widget with options it can be radio, select']],
    [[{ type: 'JSON_OBJ', options: [{ value: 'a' }] }], ['fields.0.options a JSON_OBJ is not chosen from options']],
    [[{ type: 'INT', options: [{ value: 'a' }] }], ['fields.0.options.0.value must be a whole number']],
    [[{ type: 'INT', min: 5, options: [{ value: 1 }] }], ['fields.0.options.0.value must be at least 5']],
    [
      [{ options: [{ value: ' ' }, { value: 'a' }, { value: 'a' }] }],
      ['fields.0.options.0.value must not be blank', 'fields.0.options.2.value another option has this value'],
    ],
    [[{ type: 'INT', max: 3, defaultValue: 4 }], ['fields.0.defaultValue f0 must be at most 3']],
    [[{ defaultValue: '' }], ['fields.0.defaultValue says nothing: leave it out']],
    [[{ readOnly: true }], ['fields.0.defaultValue a field that is readOnly needs one: it is its value']],
  ])('%j', (fields, expected) => expect(faults(...fields)).toEqual(expected));

  test.each(['(', '(?=a)', '(a)\\1', 'a{2000}'])('for the pattern %s', (pattern) => {
    expect(faults({ pattern })).toEqual([expect.stringMatching(/^fields\.0\.pattern is no pattern of RE2: /)]);
  });

  test.each<[FieldCondition, string]>([
    [{ field: 'f2', op: 'isSet' }, 'visibleWhen.field there is no field f2 above this one'],
    [{ not: { field: 'x', op: 'isSet' } }, 'visibleWhen.not.field there is no field x above this one'],
    [{ field: 'f0', op: 'isSet', value: 1 }, 'visibleWhen.value isSet compares with nothing'],
    [{ field: 'f0', op: 'equals' }, 'visibleWhen.value equals needs a value; ask isSet for whether there is an answer'],
    [{ field: 'f0', op: 'equals', value: 'a' }, 'visibleWhen.value must be INT, as f0 is'],
    [{ field: 'f0', op: 'in', value: 1 }, 'visibleWhen.value in needs a list of 1 to 500 values'],
    [{ all: [{ field: 'f0', op: 'in', value: [1, 'a'] }] }, 'visibleWhen.all.0.value.1 must be INT, as f0 is'],
    [{ field: 'f1', op: 'equals', value: [] }, 'visibleWhen.op of f1, which is JSON_ARR, ask in or isSet'],
    [{ field: 'f1', op: 'in', value: [{}] }, 'visibleWhen.value.0 must be a text, a number or a BOOL'],
    [
      { field: 'f1', op: 'lessThan', value: 1 },
      'visibleWhen.op lessThan is for INT, DOUBLE, TIMESTAMP; f1 is JSON_ARR',
    ],
    [deep(11), 'visibleWhen is nested deeper than 10'],
    [
      { all: [1, 2, 3].map(() => ({ any: Array.from({ length: 40 }, () => deep(1)) })) },
      'visibleWhen asks more than 100 questions',
    ],
  ])('for the condition %j', (condition, fault) => expect(asking(condition)).toEqual([`fields.2.${fault}`]));

  test.each<[object, string]>([
    [{ visibleWhen: { field: 'a', op: 'like' } }, 'fields.0.visibleWhen must be a question with field, op'],
    [{ visibleWhen: { all: [{ field: 'a', op: 'isSet', of: 1 }] } }, 'fields.0.visibleWhen.all.0.of is not known here'],
    [
      { displayName: { English: 'a' } },
      'fields.0.displayName must be a text of 1 to 200 characters, or one per language',
    ],
    [{ options: [{ value: null }] }, 'fields.0.options.0.value must be a text, a number or a BOOL'],
    [{ min: true }, 'fields.0.min must be a number, or an instant as a text'],
  ])('whose shape is wrong: %j', (more, fault) => {
    const { error } = userTaskDefBody.safeParse({ fields: [{ name: 'x', type: 'STR', ...more }] });
    const [{ path, message } = { path: '', message: '' }] = error ? fieldErrorsOf(error) : [];
    expect(`${path} ${message}`).toMatch(new RegExp(`^${fault}`));
  });

  it('by rules with what they ask for, so that it can be said in other words', () => {
    const fields = userTaskDefBody.parse({
      fields: [
        { name: 'a', type: 'INT', min: 5, max: 1 },
        { name: 'a', type: 'INT', min: 5, defaultValue: 3, visibleWhen: { field: 'b', op: 'isSet' } },
      ],
    });
    expect(checkUserTaskDef(fields).map(({ path, rule, params }) => [path, rule, params])).toEqual([
      ['fields.0.max', 'order', { than: 'min' }],
      ['fields.1.name', 'nameTaken', { name: 'a' }],
      ['fields.1.defaultValue', 'min', { min: 5 }],
      ['fields.1.visibleWhen.field', 'noFieldAbove', { name: 'b' }],
    ]);
  });

  it('with every fault at once', () => {
    expect(faults({ min: 1, widget: 'json' }, { requiredWhen: { field: 'f9', op: 'isSet' } })).toHaveLength(3);
  });
});

// Each rule of a field by examples: what it takes, and in which words it refuses.
import { describe, expect, it, test } from 'vitest';
import { checkComplete, checkDraft } from '../form-rules.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { userTaskField } from '../user-task-def-shape.ts';
import type { FieldCondition } from './condition.ts';
import { defaultAnswers } from './merge-draft.ts';
import { shownFields } from './shown-fields.ts';

type Given = Partial<UserTaskField> & Pick<UserTaskField, 'type'>;
const field = (name: string, more: Given): UserTaskField => userTaskField.parse({ name, required: false, ...more });

/** What is wrong with the answer to a field, without the field's name; null when it is taken as it is. */
function faultOf(more: Given, value: JsonValue): string | null {
  const check = checkComplete([field('x', more)], { x: value });
  if (!check.ok) return check.errors.map(({ message }) => message.replace(/^x /, '')).join('; ');
  expect(check.results).toEqual(value === null ? {} : { x: value });
  return null;
}

describe('the type of an answer', () => {
  test.each<[UserTaskField['type'], JsonValue[], JsonValue[], string]>([
    ['STR', ['', 'a'], [1, true, [], {}], 'must be text'],
    [
      'INT',
      [0, -5, '9223372036854775807', '-9223372036854775808'],
      [1.5, '12', '9223372036854775808', 2 ** 53],
      'must be a whole number',
    ],
    ['DOUBLE', [0.5, 3, -1e300, '9007199254740993'], ['3', true], 'must be a number'],
    ['BOOL', [true, false], ['true', 0], 'must be yes or no'],
    [
      'TIMESTAMP',
      ['2026-05-01T09:30:00Z', '2026-05-01T09:30:00.5+02:00'],
      ['2026-05-01', '2026-02-30T00:00:00Z', 7],
      'must be a date and time with its zone, like 2026-05-01T09:30:00Z',
    ],
    ['JSON_OBJ', [{}, { a: [1] }], [[], 'x', 1], 'must be a JSON object'],
    ['JSON_ARR', [[], [1, 'a', null]], [{}, 'x', 1], 'must be a JSON array'],
  ])('%s', (type, taken, refused, message) => {
    for (const value of taken) expect(faultOf({ type }, value)).toBeNull();
    for (const value of refused) expect(faultOf({ type }, value)).toBe(message);
  });

  it('UT-41 null stands for no answer in each of them', () => {
    for (const type of ['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'JSON_OBJ', 'JSON_ARR'] as const) {
      expect(checkComplete([field('x', { type })], { x: null })).toEqual({ ok: true, results: {} });
    }
  });
});

describe('a rule of a field', () => {
  const COLOURS = [{ value: 'r', label: 'Red' }, { value: 'g' }];
  test.each<[string, Given, JsonValue[], [JsonValue, string][]]>([
    [
      'min and max of an INT',
      { type: 'INT', min: 1, max: 10 },
      [1, 10],
      [
        [0, 'must be at least 1'],
        [11, 'must be at most 10'],
      ],
    ],
    [
      'bounds beyond 2^53, exactly',
      { type: 'INT', max: '9223372036854775806' },
      ['9223372036854775806'],
      [['9223372036854775807', 'must be at most 9223372036854775806']],
    ],
    ['min of a DOUBLE', { type: 'DOUBLE', min: 0.5 }, [0.5, 1, '9007199254740993'], [[0.25, 'must be at least 0.5']]],
    [
      'bounds of a TIMESTAMP, as instants',
      { type: 'TIMESTAMP', min: '2026-05-01T00:00:00Z', max: '2026-05-02T00:00:00Z' },
      ['2026-05-01T01:00:00+01:00', '2026-05-02T00:00:00.000Z'],
      [
        ['2026-05-01T00:30:00+01:00', 'must not be before 2026-05-01T00:00:00Z'],
        ['2026-05-01T23:00:00-02:00', 'must not be after 2026-05-02T00:00:00Z'],
      ],
    ],
    [
      'lengths of a STR, in characters',
      { type: 'STR', minLength: 1, maxLength: 2 },
      ['a', '🚀🚀'],
      [
        ['', 'must have at least 1 character'],
        ['🚀🚀🚀', 'must have at most 2 characters'],
      ],
    ],
    [
      'lengths of a JSON_ARR, in entries',
      { type: 'JSON_ARR', minLength: 2 },
      [[1, 2]],
      [[[1], 'must have at least 2 entries']],
    ],
    [
      'a pattern, of the whole text',
      { type: 'STR', pattern: '[0-9]{4}' },
      ['1234'],
      [
        ['12345', 'must match [0-9]{4}'],
        ['x1234', 'must match [0-9]{4}'],
      ],
    ],
    [
      'its hint',
      { type: 'STR', pattern: '\\d+', patternHint: 'digits only' },
      ['1'],
      [['a', 'does not fit: digits only']],
    ],
    [
      'options',
      { type: 'STR', options: COLOURS },
      ['r', 'g'],
      [
        ['b', 'must be one of Red, g'],
        ['Red', 'must be one of Red, g'],
      ],
    ],
    ['options of an INT', { type: 'INT', options: [{ value: 1 }, { value: 2 }] }, [2], [[3, 'must be one of 1, 2']]],
    [
      'many options',
      { type: 'INT', options: [1, 2, 3, 4, 5, 6].map((value) => ({ value })) },
      [6],
      [[7, 'must be one of the options']],
    ],
    [
      'entries among options',
      { type: 'JSON_ARR', options: COLOURS },
      [[], ['g', 'r']],
      [
        [['r', 'r'], 'must list each at most once, and nothing but Red, g'],
        [['b'], 'must list each at most once, and nothing but Red, g'],
      ],
    ],
    [
      'an e-mail address',
      { type: 'STR', widget: 'email' },
      ['a@b.example'],
      [
        ['a', 'must be an e-mail address, like name@example.org'],
        ['a b@c', 'must be an e-mail address, like name@example.org'],
      ],
    ],
    [
      'an address',
      { type: 'STR', widget: 'uri' },
      ['https://example.org/a?b', 'HTTP://example.org', 'mailto:a@b'],
      [
        ['example.org', 'must be an address, like https://example.org'],
        ['https://', 'must be an address, like https://example.org'],
        ['javascript:alert(1)', 'must be an address, like https://example.org'],
        ['data:text/html,a', 'must be an address, like https://example.org'],
      ],
    ],
    [
      'a date',
      { type: 'STR', widget: 'date' },
      ['2028-02-29'],
      [
        ['2026-02-29', 'must be a date, like 2026-05-01'],
        ['1.5.2026', 'must be a date, like 2026-05-01'],
      ],
    ],
  ])('%s', (_what, more, taken, refused) => {
    for (const value of taken) expect(faultOf(more, value)).toBeNull();
    for (const [value, message] of refused) expect(faultOf(more, value)).toBe(message);
  });

  it('L-04 is not met by blanks, where an answer is required', () => {
    const blanks: [UserTaskField['type'], JsonValue][] = [
      ['STR', ' \n'],
      ['JSON_ARR', []],
      ['INT', null],
    ];
    for (const [type, x] of blanks) {
      expect(checkComplete([field('x', { type, required: true })], { x })).toEqual({
        ok: false,
        errors: [{ path: 'results.x', message: 'x is required', rule: 'required' }],
      });
    }
  });

  it('names its field as people read it', () => {
    const one = field('x', { type: 'INT', displayName: { de: 'Menge', en: 'Amount' } });
    expect(checkDraft([one], { x: 'y' })).toMatchObject({ errors: [{ message: 'Amount must be a whole number' }] });
  });

  it('is not asked of a draft: half an answer may be saved, of the right type', () => {
    const fields = [
      field('code', { type: 'STR', required: true, pattern: '\\d{4}' }),
      field('n', { type: 'INT', max: 1 }),
    ];
    expect(checkDraft(fields, { code: '12', n: 5 })).toEqual({ ok: true, results: { code: '12', n: 5 } });
    expect(checkDraft(fields, { code: 12, n: null })).toMatchObject({ ok: false, errors: [{ path: 'results.code' }] });
  });
});

describe('a read-only field', () => {
  const fields = [field('rate', { type: 'DOUBLE', readOnly: true, defaultValue: 0.2 }), field('n', { type: 'INT' })];

  it('has its default, whatever was saved', () => {
    expect(checkComplete(fields, {})).toEqual({ ok: true, results: { rate: 0.2 } });
    expect(checkComplete(fields, { rate: 0.2, n: 1 }, { rate: 9 })).toEqual({ ok: true, results: { rate: 0.2, n: 1 } });
    expect(checkDraft(fields, { rate: 0.2, n: 1 })).toEqual({ ok: true, results: { n: 1 } });
  });

  it('takes no other', () => {
    const refusal = { ok: false, errors: [{ path: 'results.rate', message: 'rate cannot be changed', rule: 'fixed' }] };
    expect(checkComplete(fields, { rate: 0.3 })).toEqual(refusal);
    expect(checkDraft(fields, { rate: 'x' })).toEqual(refusal);
  });
});

it('a fresh form starts with the defaults that there are', () => {
  const fields = [field('a', { type: 'INT', defaultValue: 3 }), field('b', { type: 'STR' })];
  expect(defaultAnswers(fields)).toEqual({ a: 3 });
});

describe('a condition', () => {
  const above = [
    field('text', { type: 'STR' }),
    field('n', { type: 'INT' }),
    field('price', { type: 'DOUBLE' }),
    field('yes', { type: 'BOOL' }),
    field('at', { type: 'TIMESTAMP' }),
    field('list', { type: 'JSON_ARR' }),
    field('object', { type: 'JSON_OBJ' }),
  ];
  const isShown = (visibleWhen: FieldCondition, answers: JsonObject) =>
    shownFields([...above, field('asked', { type: 'STR', visibleWhen })], answers).some(
      (one) => one.field.name === 'asked',
    );

  test.each<[FieldCondition, JsonObject, boolean]>([
    [{ field: 'text', op: 'equals', value: 'a' }, { text: 'a' }, true],
    [{ field: 'text', op: 'equals', value: 'a' }, { text: 'b' }, false],
    [{ field: 'text', op: 'equals', value: 'a' }, {}, false],
    [{ field: 'text', op: 'notEquals', value: 'a' }, { text: 'b' }, true],
    [{ field: 'text', op: 'notEquals', value: 'a' }, {}, true],
    [{ field: 'text', op: 'in', value: ['a', 'b'] }, { text: 'b' }, true],
    [{ field: 'text', op: 'in', value: ['a', 'b'] }, { text: 'c' }, false],
    [{ field: 'text', op: 'isSet' }, { text: 'c' }, true],
    [{ field: 'text', op: 'isSet' }, { text: ' ' }, false],
    [{ field: 'n', op: 'lessThan', value: 3 }, { n: 2 }, true],
    [{ field: 'n', op: 'lessThan', value: 3 }, { n: 3 }, false],
    [{ field: 'n', op: 'lessThan', value: 3 }, {}, false],
    [{ field: 'n', op: 'lessThan', value: 3 }, { n: 'two' }, false],
    [{ field: 'n', op: 'greaterThan', value: '9223372036854775806' }, { n: '9223372036854775807' }, true],
    [{ field: 'price', op: 'greaterThan', value: 2 }, { price: 2.5 }, true],
    [{ field: 'price', op: 'equals', value: 2 }, { price: 2.0 }, true],
    [{ field: 'yes', op: 'equals', value: false }, { yes: false }, true],
    [{ field: 'yes', op: 'equals', value: false }, {}, false],
    [{ field: 'yes', op: 'isSet' }, { yes: false }, true],
    [{ field: 'at', op: 'equals', value: '2026-05-01T00:00:00Z' }, { at: '2026-05-01T02:00:00+02:00' }, true],
    [{ field: 'at', op: 'lessThan', value: '2026-05-01T00:00:00Z' }, { at: '2026-05-01T01:00:00+02:00' }, true],
    [{ field: 'list', op: 'in', value: ['a'] }, { list: ['b', 'a'] }, true],
    [{ field: 'list', op: 'in', value: ['a'] }, { list: ['b'] }, false],
    [{ field: 'list', op: 'isSet' }, { list: [] }, false],
    [{ field: 'object', op: 'isSet' }, { object: {} }, true],
    [{ not: { field: 'text', op: 'isSet' } }, {}, true],
    [
      {
        all: [
          { field: 'text', op: 'isSet' },
          { field: 'n', op: 'isSet' },
        ],
      },
      { text: 'a' },
      false,
    ],
    [
      {
        any: [
          { field: 'text', op: 'isSet' },
          { field: 'n', op: 'isSet' },
        ],
      },
      { text: 'a' },
      true,
    ],
  ])('%j of %j: %s', (condition, answers, expected) => expect(isShown(condition, answers)).toBe(expected));

  const kind = field('kind', { type: 'STR', required: true, options: [{ value: 'trip' }, { value: 'thing' }] });
  const isTrip: FieldCondition = { field: 'kind', op: 'equals', value: 'trip' };
  const nights = field('nights', { type: 'INT', required: true, min: 1, visibleWhen: isTrip });
  const hotel = field('hotel', {
    type: 'STR',
    required: true,
    visibleWhen: { field: 'nights', op: 'greaterThan', value: 0 },
  });
  const why = field('why', { type: 'STR', requiredWhen: isTrip });
  const form = [kind, nights, hotel, why];

  it('that hides a field drops what was said there, right or wrong, and what hangs on it', () => {
    const given = { kind: 'thing', nights: 'many', hotel: 'Sacher' };
    expect(checkComplete(form, given)).toEqual({ ok: true, results: { kind: 'thing' } });
    expect(checkComplete(form, { kind: 'thing' }, { nights: 3, hotel: 'Sacher' })).toEqual({
      ok: true,
      results: { kind: 'thing' },
    });
  });

  it('that shows a field asks for all that it asks', () => {
    expect(checkComplete(form, { kind: 'trip', nights: 0 })).toEqual({
      ok: false,
      errors: [
        { path: 'results.nights', message: 'nights must be at least 1', rule: 'min', params: { min: 1 } },
        { path: 'results.why', message: 'why is required', rule: 'required' },
      ],
    });
    const whole = { kind: 'trip', nights: 2, hotel: 'Sacher', why: 'a fair' };
    expect(checkComplete(form, whole)).toEqual({ ok: true, results: whole });
  });

  it('says in place of `required` whether there must be an answer', () => {
    const fields = [
      field('a', { type: 'BOOL' }),
      field('b', { type: 'STR', required: true, requiredWhen: { field: 'a', op: 'equals', value: true } }),
    ];
    expect(shownFields(fields, { a: false }).map(({ isRequired }) => isRequired)).toEqual([false, false]);
    expect(shownFields(fields, { a: true }).map(({ isRequired }) => isRequired)).toEqual([false, true]);
  });
});

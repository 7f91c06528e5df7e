import { expect, it } from 'vitest';
import { userTaskField } from '#contracts/user-task-def-shape.ts';
import { choicesOf, listOf, textOfList } from './choices.ts';
import { controlOf } from './field-control.ts';

const field = (more: object) => userTaskField.parse({ name: 'x', ...more });
const options = [{ value: 1, label: 'One' }, { value: 2 }];

it('offers the options by their labels, and no answer where none is needed', () => {
  const choices = [
    { value: '1', label: 'One' },
    { value: '2', label: '2' },
  ];
  expect(choicesOf(field({ type: 'INT', options }), true)).toEqual(choices);
  expect(choicesOf(field({ type: 'INT', options }), false)).toEqual([...choices, { value: '', label: 'No answer' }]);
  expect(choicesOf(field({ type: 'BOOL' }), true).map(({ label }) => label)).toEqual(['Yes', 'No']);
});

it('holds a list of options as JSON, whatever their types', () => {
  const list = field({ type: 'JSON_ARR', options: [{ value: 1 }, { value: '1' }, { value: true }] });
  const keys = choicesOf(list, true).map(({ value }) => value);
  expect(new Set(keys).size).toBe(3);
  expect(textOfList(keys)).toBe('[1,"1",true]');
  expect(listOf(list, '[1,"1",true]')).toEqual(keys);
  expect([textOfList([]), listOf(list, ''), listOf(list, 'x')]).toEqual(['', [], []]);
});

it.each([
  [{ type: 'STR' }, 'lines'],
  [{ type: 'STR', widget: 'email' }, 'line'],
  [{ type: 'STR', widget: 'date' }, 'date'],
  [{ type: 'STR', options }, 'radio'],
  [{ type: 'STR', options, widget: 'select' }, 'select'],
  [{ type: 'INT', options: [1, 2, 3, 4, 5, 6].map((value) => ({ value })) }, 'select'],
  [{ type: 'DOUBLE' }, 'number'],
  [{ type: 'BOOL' }, 'yes-no'],
  [{ type: 'BOOL', required: false }, 'switch'],
  [{ type: 'BOOL', widget: 'checkbox' }, 'checkbox'],
  [{ type: 'BOOL', required: false, requiredWhen: { field: 'a', op: 'isSet' } }, 'yes-no'],
  [{ type: 'TIMESTAMP' }, 'instant'],
  [{ type: 'TIMESTAMP', widget: 'date' }, 'day'],
  [{ type: 'JSON_OBJ' }, 'json'],
  [{ type: 'JSON_ARR' }, 'json'],
  [{ type: 'JSON_ARR', options }, 'list'],
])('asks %j by %s', (more, how) => expect(controlOf(field(more))).toBe(how));

import { expect, it } from 'vitest';
import { checkComplete } from '#contracts/form-rules.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { sampleAnswers } from './sample-answers.ts';

const field = (name: string, more: Partial<UserTaskField>): UserTaskField => ({
  name,
  type: 'STR',
  required: true,
  ...more,
});

it('would be taken, whatever the rules are', () => {
  const fields = [
    field('text', {}),
    field('long', { minLength: 20 }),
    field('short', { maxLength: 3 }),
    field('mail', { widget: 'email' }),
    field('link', { widget: 'uri' }),
    field('day', { widget: 'date' }),
    field('amount', { type: 'INT', min: 10 }),
    field('little', { type: 'DOUBLE', max: 0.5 }),
    field('at', { type: 'TIMESTAMP', max: '2026-01-01T00:00:00Z' }),
    field('one', { options: [{ value: 'x' }] }),
    field('some', { type: 'JSON_ARR', options: [{ value: 1 }] }),
    field('list', { type: 'JSON_ARR', minLength: 2 }),
    field('object', { type: 'JSON_OBJ' }),
    field('yes', { type: 'BOOL' }),
    field('why', { required: false, requiredWhen: { field: 'yes', op: 'equals', value: true } }),
    field('no', { visibleWhen: { field: 'yes', op: 'equals', value: false } }),
  ];
  const answers = sampleAnswers(fields);
  expect(checkComplete(fields, answers)).toMatchObject({ ok: true });
  expect(answers).not.toHaveProperty('no');
});

it('keeps what a form starts with, and leaves open what need not be answered', () => {
  expect(sampleAnswers([field('a', { defaultValue: 'b' }), field('c', { required: false })])).toEqual({ a: 'b' });
});

import type { ResolverOptions } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import type { UserTaskDef, UserTaskField } from '#contracts/user-task-def.ts';
import { userTaskField } from '#contracts/user-task-def-shape.ts';
import {
  type Answers,
  answersOf,
  asText,
  completeResolver,
  decodeAnswer,
  draftFault,
  fieldOf,
  resultsOf,
  saysNoWhenOff,
} from './answers.ts';

const fields = [
  { name: 'isApproved', type: 'BOOL', displayName: 'Approved' },
  { name: 'amount', type: 'INT' },
  { name: 'rate', type: 'DOUBLE', required: false },
  { name: 'express', type: 'BOOL', required: false },
  { name: 'comments', type: 'STR' },
].map((field) => userTaskField.parse(field));
const userTaskDef: UserTaskDef = { name: 'approve', version: 0, createdAt: '2026-11-24T10:00:00Z', fields };
const options = {} as ResolverOptions<Answers>;
const blank = answersOf({ userTaskDef, results: null, draft: null });

describe('answers', () => {
  it('sends nothing for what was left empty: no zero, no No', () => {
    expect(Object.values(resultsOf(fields, blank))).toEqual([null, null, null, null, null]);
  });

  it('turns what was typed into values of the types, and values back into what is shown', () => {
    const typed = { isApproved: 'false', amount: ' 12 ', rate: '.5', express: 'true', comments: 'Fine' };
    const results = { isApproved: false, amount: 12, rate: 0.5, express: true, comments: 'Fine' };
    expect(resultsOf(fields, typed)).toEqual(results);
    const shown = answersOf({ userTaskDef, results, draft: null });
    expect(resultsOf(fields, shown)).toEqual(results);
  });

  it('takes a switch for a No while it is off, where it must be answered always', () => {
    const asked = userTaskField.parse({ name: 'express', type: 'BOOL', widget: 'switch' });
    expect(saysNoWhenOff(asked)).toBe(true);
    expect(decodeAnswer(asked, '')).toBe(false);
    for (const other of [
      { ...asked, required: false },
      { ...asked, widget: undefined },
    ]) {
      expect(saysNoWhenOff(other)).toBe(false);
      expect(decodeAnswer(other, '')).toBe(null);
    }
  });

  it('starts from the draft of a task without results', () => {
    const draft = { results: { amount: 3 }, savedBy: 'ana', savedAt: '2026-11-24T10:00:00Z', fields: {} };
    expect(answersOf({ userTaskDef, results: null, draft })).toEqual({ ...blank, amount: '3' });
  });
});

it('finds fault with a draft only for what cannot be read', () => {
  const [, amount, rate] = fields as [UserTaskField, UserTaskField, UserTaskField];
  for (const text of ['0x10', '1.5', '99999999999999999999']) expect(draftFault(amount, text)?.type).toBe('type');
  expect(draftFault(rate, '1e999')?.type).toBe('type');
  for (const text of ['', ' ', '12']) expect(draftFault({ ...amount, required: true, max: 5 }, text)).toBeUndefined();
});

describe('completeResolver', () => {
  it('puts each message on its field, a yes or no that was not given among them', async () => {
    const { errors } = await completeResolver(fields)({ ...blank, amount: '1.5' }, undefined, options);
    expect(Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, error?.message]))).toEqual({
      isApproved: 'Approved is required',
      amount: 'amount must be a whole number',
      comments: 'comments is required',
    });
  });

  it('lets complete answers pass', async () => {
    const answers = { ...blank, isApproved: 'false', amount: '0', comments: 'No' };
    expect(await completeResolver(fields)(answers, undefined, options)).toEqual({ values: answers, errors: {} });
  });
});

it('knows which field an error of the server is about', () => {
  expect([fieldOf('results.amount'), fieldOf('version')]).toEqual(['amount', undefined]);
});

it('gives what was typed as text to copy, by the labels of the form', () => {
  expect(asText(userTaskDef, { ...blank, isApproved: 'true', comments: 'Go ahead' })).toBe(
    'Approved\nYes\n\ncomments\nGo ahead',
  );
});

describe('a form with rules', () => {
  const rich: UserTaskDef = {
    ...userTaskDef,
    fields: [
      { name: 'kind', type: 'STR', options: [{ value: 'a', label: 'Type A' }, { value: 'b' }], defaultValue: 'a' },
      { name: 'at', type: 'TIMESTAMP', visibleWhen: { field: 'kind', op: 'equals', value: 'b' } },
      { name: 'agreed', type: 'BOOL', widget: 'checkbox' },
      { name: 'list', type: 'JSON_ARR', required: false },
    ].map((field) => userTaskField.parse(field)),
  };
  const fresh = answersOf({ userTaskDef: rich, results: null, draft: null });

  it('starts with its defaults, and sends what is shown', () => {
    expect(fresh).toEqual({ kind: 'a', at: '', agreed: '', list: '' });
    expect(resultsOf(rich.fields, { ...fresh, at: 'half typ' })).toEqual({ kind: 'a', agreed: false, list: null });
    expect(resultsOf(rich.fields, { ...fresh, kind: 'b', list: '[1, 2]' })).toEqual({
      kind: 'b',
      at: null,
      agreed: false,
      list: [1, 2],
    });
  });

  it('finds no fault in a field that is not shown', async () => {
    const faults = async (answers: Answers) =>
      Object.keys((await completeResolver(rich.fields)(answers, undefined, options)).errors);
    expect(await faults({ ...fresh, at: 'half typ' })).toEqual([]);
    expect(await faults({ ...fresh, kind: 'b', list: '{' })).toEqual(['at', 'list']);
  });

  it('is told in the words of its options', () => {
    expect(asText(rich, { ...fresh, agreed: 'true' })).toBe('kind\nType A\n\nagreed\nYes');
  });
});

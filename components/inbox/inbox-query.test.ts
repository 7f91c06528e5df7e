import { expect, it } from 'vitest';
import { inboxHref, parseTaskId, readInboxQuery } from './inbox-query.ts';

it('gives back from the address what was put into it', () => {
  const query = {
    view: 'available',
    group: 'it & ops',
    task: 'run-1/0-2',
    q: 'a b',
    sort: 'created',
    bookmark: 'x+/=',
  } as const;
  const params = Object.fromEntries(new URL(inboxHref(query), 'http://docket.test').searchParams);
  expect(readInboxQuery(params)).toEqual(query);
});

it('takes nonsense in the address for absent', () => {
  const query = readInboxQuery({ view: 'everything', sort: 'priority', q: '', task: ['a/0-1', 'b/0-1'] });
  expect(query).toMatchObject({ view: 'mine', sort: undefined, q: undefined, task: 'a/0-1' });
});

it('knows a task id from other text', () => {
  expect(parseTaskId('run-1/0-2')).toEqual({ wfRunId: 'run-1', guid: '0-2' });
  expect([parseTaskId('run-1'), parseTaskId('/0-2'), parseTaskId('a/b/c')]).toEqual([null, null, null]);
});

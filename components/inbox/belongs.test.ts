import { describe, expect, it } from 'vitest';
import { stillBelongs } from './belongs.ts';
import type { InboxSearch } from './inbox-query.ts';

const ana = { userId: 'ana', groups: ['it'] };
const mine = { status: 'ASSIGNED', userId: 'ana', userGroup: 'it' } as const;
const bens = { status: 'ASSIGNED', userId: 'ben', userGroup: 'it' } as const;
const free = { status: 'UNASSIGNED', userId: null, userGroup: 'it' } as const;
const elsewhere = { status: 'UNASSIGNED', userId: null, userGroup: 'finance' } as const;
const done = { status: 'DONE', userId: 'ana', userGroup: 'it' } as const;
const all = { mine, bens, free, elsewhere, done };

const lists: [string, InboxSearch, (keyof typeof all)[]][] = [
  ['mine', { desk: 'mine' }, ['mine']],
  ['what is available', { available: true }, ['free']],
  ['what is available of another group', { available: true, userGroup: 'finance' }, []],
  ['what is due soon', { desk: 'workable', dueWithinHours: 72 }, ['mine', 'free']],
  ['what waits on others', { desk: 'waiting' }, ['bens', 'elsewhere']],
  ['what is done', { desk: 'done' }, ['done']],
  ['what is open of a group', { userGroup: 'it', status: ['UNASSIGNED', 'ASSIGNED'] }, ['mine', 'bens', 'free']],
  ['what one person has', { userId: 'ben', status: 'ASSIGNED' }, ['bens']],
  ['what is overdue', { overdue: true }, ['mine', 'bens', 'free', 'elsewhere']],
  ['everything', {}, ['mine', 'bens', 'free', 'elsewhere', 'done']],
];

describe('a task that changed still belongs to the list', () => {
  it.each(lists)('of %s', (_, search, expected) => {
    expect(Object.keys(all).filter((name) => stillBelongs(search, ana, all[name as keyof typeof all]))).toEqual(
      expected,
    );
  });
});

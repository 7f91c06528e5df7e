import { describe, expect, it } from 'vitest';
import { addressOf, isNarrowed, searchOf, sortsOffered } from './task-filters.ts';

describe('the search over all tasks', () => {
  it.each([
    ['everything', {}, {}],
    ['what is open', { status: 'open' }, { status: ['UNASSIGNED', 'ASSIGNED'] }],
    ['one status', { status: 'DONE', q: 'chair' }, { status: 'DONE', q: 'chair' }],
    ['what is overdue', { due: 'overdue' }, { overdue: true }],
    ['what is due within a day', { due: 'day' }, { dueWithinHours: 24 }],
    ['what is urgent', { priorityMin: '70' }, { priorityMin: 70 }],
    [
      'what is of a version',
      { userTaskDefName: 'f', userTaskDefVersion: '0' },
      { userTaskDefName: 'f', userTaskDefVersion: 0 },
    ],
    ['a version of nothing', { userTaskDefVersion: '1' }, {}],
    ['a version that is none', { userTaskDefName: 'f', userTaskDefVersion: '-1' }, { userTaskDefName: 'f' }],
    ['what is on hold', { suspended: 'true' }, { suspended: true }],
    ['what means nothing', { status: 'x', due: 'soon', priorityMin: '1e9', suspended: 'maybe', sort: 'x' }, {}],
    [
      'an order that its list has',
      { userId: 'ana', status: 'ASSIGNED', sort: 'due' },
      { userId: 'ana', status: 'ASSIGNED', sort: 'due' },
    ],
    ['an order that its list has not', { userId: 'ana', sort: 'due' }, { userId: 'ana' }],
  ])('%s', (_, filters, search) => {
    expect(searchOf(filters)).toEqual(search);
  });

  it('is offered by due date, urgency and priority for lists of open work alone', () => {
    const isOfWork = (filters: Parameters<typeof sortsOffered>[0]) => sortsOffered(filters).includes('urgency');
    expect(isOfWork({ userId: 'ana', status: 'ASSIGNED' })).toBe(true);
    expect(isOfWork({ userGroup: 'finance', status: 'UNASSIGNED' })).toBe(true);
    expect(isOfWork({ userTaskDefName: 'approve', status: 'open' })).toBe(true);
    expect(isOfWork({ userTaskDefName: 'approve', status: 'DONE' })).toBe(false);
    expect(isOfWork({ userGroup: 'finance', status: 'open' })).toBe(false);
    expect(isOfWork({ status: 'open' })).toBe(false);
  });

  it('stands in the address, always in the same order', () => {
    expect(addressOf('/list', { sort: 'created', q: ' a chair ', status: '' })).toBe('/list?q=a+chair&sort=created');
    expect(addressOf('/list', {})).toBe('/list');
  });

  it('is narrowed by filters, not by an order', () => {
    expect(isNarrowed({ sort: 'created' })).toBe(false);
    expect(isNarrowed({ due: 'day' })).toBe(true);
  });
});

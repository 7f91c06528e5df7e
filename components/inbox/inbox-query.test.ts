import { describe, expect, it } from 'vitest';
import type { SavedView } from '#contracts/saved-view.ts';
import { filtersShown, inboxHref, isChanged, parseTaskId, readInboxQuery, searchOf } from './inbox-query.ts';

const read = (href: string) => readInboxQuery(new URL(href, 'http://docket.test').searchParams);
const saved: SavedView = {
  id: 'v1',
  userId: 'ana',
  userGroup: null,
  name: 'Urgent invoices',
  query: { available: true, priorityMin: 70, q: 'invoice', sort: 'due' },
  createdAt: '2026-11-24T10:00:00Z',
  updatedAt: '2026-11-24T10:00:00Z',
};

describe('the address', () => {
  it('gives back what was put into it', () => {
    const query = {
      view: 'available',
      group: 'it & ops',
      task: 'run-1/0-2',
      q: 'a b',
      sort: 'created',
      due: '24',
    } as const;
    expect(read(inboxHref(query))).toEqual({ ...query, form: undefined, priority: undefined, saved: undefined });
  });

  it('is read as if what makes no sense there were absent', () => {
    const query = read('/inbox?view=everything&sort=colour&q=&priority=51.5&due=soon&form=%20&task=nothing&saved=v1');
    expect(Object.entries(query).filter(([, value]) => value !== undefined)).toEqual([['view', 'mine']]);
    expect(read('/inbox?view=group').view).toBe('mine');
  });

  it('says that a filter of a saved view is taken back', () => {
    const query = { view: 'saved', saved: 'v1', q: '' } as const;
    expect(inboxHref(query)).toBe('/inbox?view=saved&saved=v1&q=');
    expect(read(inboxHref(query)).q).toBe('');
  });
});

describe('the search', () => {
  it.each([
    ['/inbox?view=mine', { desk: 'mine', sort: 'urgency' }],
    ['/inbox?view=due-soon&group=it', { desk: 'workable', dueWithinHours: 72, userGroup: 'it', sort: 'due' }],
    [
      '/inbox?view=available&due=overdue&priority=70',
      { available: true, overdue: true, priorityMin: 70, sort: 'urgency' },
    ],
    [
      '/inbox?view=group&group=it&form=f-1',
      { status: ['UNASSIGNED', 'ASSIGNED'], userGroup: 'it', userTaskDefName: 'f-1', sort: '-created' },
    ],
    ['/inbox?view=done&sort=urgency', { desk: 'done', sort: '-created' }],
  ])('of %s', (href, expected) => {
    expect(searchOf(read(href))).toEqual(expected);
  });

  it('of a saved view is its own, changed by what the address says besides', () => {
    expect(searchOf(read('/inbox?view=saved&saved=v1'), saved)).toEqual(saved.query);
    expect(searchOf(read('/inbox?view=saved&saved=v1&q=&due=24&sort=created'), saved)).toEqual({
      available: true,
      priorityMin: 70,
      dueWithinHours: 24,
      sort: 'created',
    });
  });

  it('shows what it is narrowed by', () => {
    const ofSaved = read('/inbox?view=saved&saved=v1');
    expect(filtersShown(ofSaved, searchOf(ofSaved, saved))).toMatchObject({
      priority: '70',
      q: 'invoice',
      due: undefined,
    });
    const soon = read('/inbox?view=due-soon&group=it');
    expect(Object.values(filtersShown(soon, searchOf(soon))).filter(Boolean)).toEqual(['it']);
  });
});

it('knows a view that is narrowed from one that is not', () => {
  expect(isChanged(read('/inbox?view=group&group=it&task=a/0-1'))).toBe(false);
  expect(isChanged(read('/inbox?view=mine&group=it'))).toBe(true);
});

it('knows a task id from other text', () => {
  expect(parseTaskId('run-1/0-2')).toEqual({ wfRunId: 'run-1', guid: '0-2' });
  expect([parseTaskId('run-1'), parseTaskId('/0-2'), parseTaskId('a/b/c')]).toEqual([null, null, null]);
});

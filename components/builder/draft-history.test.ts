import { expect, it } from 'vitest';
import { type HistoryAction, historyOf, keepHistory } from './draft-history.ts';
import { draftOf } from './form-draft.ts';

const titled = (displayName: string, about?: string): HistoryAction => ({
  type: 'change',
  change: (draft) => ({ ...draft, about: { displayName } }),
  ...(about !== undefined && { about }),
});
const after = (...actions: HistoryAction[]) =>
  actions.reduce(keepHistory, historyOf(draftOf({ displayName: '0', fields: [] }))).present.about.displayName;
const undo = { type: 'undo' } as const;
const redo = { type: 'redo' } as const;

it('goes back step by step, and forth again', () => {
  expect(after(titled('1'), titled('2'), undo)).toBe('1');
  expect(after(titled('1'), titled('2'), undo, undo, undo)).toBe('0');
  expect(after(titled('1'), titled('2'), undo, undo, redo)).toBe('1');
});

it('takes typing in one place for one step', () => {
  expect(after(titled('1'), titled('2', 'title'), titled('22', 'title'), titled('222', 'title'), undo)).toBe('1');
  expect(after(titled('2', 'title'), titled('3', 'other'), undo)).toBe('2');
});

it('forgets what was undone once something else is done', () => {
  expect(after(titled('1'), undo, titled('2'), redo)).toBe('2');
});

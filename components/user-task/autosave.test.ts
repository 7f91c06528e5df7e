import { describe, expect, it } from 'vitest';
import {
  type Autosave,
  type AutosaveStep,
  autosave,
  changesOf,
  refusedCount,
  startAutosave,
  unsavedOf,
} from './autosave.ts';

const same = (_: string, a: string, b: string) => a === b || (a !== '' && b !== '' && Number(a) === Number(b));
const start = startAutosave({ item: '', amount: '1' });
const walked = (...steps: AutosaveStep[]): Autosave => steps.reduce(autosave, start);
const typed = (answers: Record<string, string>): AutosaveStep => ({
  type: 'typed',
  answers: { item: '', amount: '1', ...answers },
});

describe('autosave', () => {
  it('sends what changed alone, and counts it as kept once the server has it', () => {
    const state = walked(typed({ item: 'Desk' }));
    expect(changesOf(state)).toEqual({ item: 'Desk' });
    expect(unsavedOf(state)).not.toEqual({});
    const saved = [
      { type: 'sent', changes: changesOf(state) },
      { type: 'saved', isSittingOpen: true },
    ] as const;
    expect(unsavedOf(saved.reduce(autosave, state))).toEqual({});
  });

  it('keeps what was typed while a save was under way for the next one', () => {
    const state = walked(
      typed({ item: 'Desk' }),
      { type: 'sent', changes: { item: 'Desk' } },
      typed({ item: 'Desk, oak' }),
      { type: 'saved', isSittingOpen: true },
    );
    expect(changesOf(state)).toEqual({ item: 'Desk, oak' });
  });

  it('does not send again what the server does not take, until it changes; the rest goes on', () => {
    const state = walked(
      typed({ item: 'Desk', amount: '1e' }),
      { type: 'sent', changes: { item: 'Desk', amount: '1e' } },
      { type: 'refused', fields: ['amount'] },
    );
    expect(changesOf(state)).toEqual({ item: 'Desk' });
    expect([unsavedOf(state), refusedCount(state)]).toEqual([{ item: 'Desk', amount: '1e' }, 1]);
    const mended = autosave(state, typed({ item: 'Desk', amount: '1e3' }));
    expect(changesOf(mended)).toEqual({ item: 'Desk', amount: '1e3' });
    expect(refusedCount(mended)).toBe(0);
  });

  it('sends again after a failure', () => {
    const state = walked(typed({ item: 'Desk' }), { type: 'sent', changes: { item: 'Desk' } }, { type: 'failed' });
    expect([changesOf(state), state.failures]).toEqual([{ item: 'Desk' }, 1]);
  });

  it('takes what was saved elsewhere where nothing was typed, and leaves what was', () => {
    const state = walked(typed({ item: 'Desk' }), { type: 'followed', answers: { item: 'Chair', amount: '2' }, same });
    expect(state.typed).toEqual({ item: 'Desk', amount: '2' });
    expect(changesOf(state)).toEqual({ item: 'Desk' });
  });

  it('is not moved by an answer that says the same in other words', () => {
    const state = walked(
      typed({ amount: '1.0' }),
      { type: 'sent', changes: { amount: '1.0' } },
      {
        type: 'saved',
        isSittingOpen: true,
      },
    );
    const followed = autosave(state, { type: 'followed', answers: { item: '', amount: '1' }, same });
    expect(followed.typed.amount).toBe('1.0');
    expect(unsavedOf(followed)).toEqual({});
  });
});

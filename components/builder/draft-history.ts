// Undo and redo: what was typed in one go is one step.
import type { FormDraft } from './form-draft.ts';

export type History = {
  past: readonly FormDraft[];
  present: FormDraft;
  future: readonly FormDraft[];
  /** What the last change was about; the next one about the same goes on with it. */
  about: string | null;
};

export type HistoryAction =
  | { type: 'change'; change: (draft: FormDraft) => FormDraft; about?: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'start'; draft: FormDraft };

const MOST_STEPS = 200;

export const historyOf = (draft: FormDraft): History => ({ past: [], present: draft, future: [], about: null });

export function keepHistory(history: History, action: HistoryAction): History {
  const { past, present, future } = history;
  switch (action.type) {
    case 'start':
      return historyOf(action.draft);
    case 'change': {
      const next = action.change(present);
      if (next === present) return history;
      const about = action.about ?? null;
      const goesOn = about !== null && about === history.about;
      return { past: goesOn ? past : [...past, present].slice(-MOST_STEPS), present: next, future: [], about };
    }
    case 'undo': {
      const last = past.at(-1);
      return last ? { past: past.slice(0, -1), present: last, future: [present, ...future], about: null } : history;
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, present], present: next, future: rest, about: null } : history;
    }
  }
}

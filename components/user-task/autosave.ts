import type { Answers } from '../form/answers.ts';

/** What stands in the form against what the server keeps, field by field. */
export type Autosave = {
  /** What the server keeps, in the words in which it was typed. */
  known: Answers;
  typed: Answers;
  /** Texts that the server did not take, such as half a number: they are not sent again until they change. */
  refused: Answers;
  /** What is on its way. */
  sending: Answers | null;
  /** How many times in a row nothing could be sent. */
  failures: number;
  /** The server waits for more of this sitting. */
  isSittingOpen: boolean;
};

/** Whether two texts of a field say the same: "1.0" and "1" do for a number. */
export type SameText = (name: string, a: string, b: string) => boolean;

export type AutosaveStep =
  | { type: 'typed'; answers: Answers }
  | { type: 'sent'; changes: Answers }
  | { type: 'saved'; isSittingOpen: boolean }
  | { type: 'refused'; fields: readonly string[] }
  | { type: 'failed' }
  /** The server keeps something else now: saved elsewhere, or by whoever had the task before. */
  | { type: 'followed'; answers: Answers; same: SameText };

export const startAutosave = (answers: Answers): Autosave => ({
  known: answers,
  typed: answers,
  refused: {},
  sending: null,
  failures: 0,
  isSittingOpen: false,
});

export function autosave(state: Autosave, step: AutosaveStep): Autosave {
  switch (step.type) {
    case 'typed':
      return { ...state, typed: step.answers };
    case 'sent':
      return { ...state, sending: step.changes };
    case 'saved':
      return {
        ...state,
        known: { ...state.known, ...state.sending },
        sending: null,
        failures: 0,
        isSittingOpen: step.isSittingOpen,
      };
    case 'refused': {
      const sent = state.sending ?? {};
      const refused = Object.fromEntries(step.fields.map((name) => [name, sent[name] ?? '']));
      return { ...state, refused: { ...state.refused, ...refused }, sending: null };
    }
    case 'failed':
      return { ...state, sending: null, failures: state.failures + 1 };
    case 'followed':
      return follow(state, step.answers, step.same);
  }
}

/** Where the reader typed nothing, the form takes what the server keeps; what they typed stays. */
function follow(state: Autosave, answers: Answers, same: SameText): Autosave {
  const known = { ...state.known };
  const typed = { ...state.typed };
  for (const [name, text] of Object.entries(answers)) {
    const before = known[name] ?? '';
    if (same(name, text, before)) continue;
    known[name] = text;
    const isTyped = (typed[name] ?? '') !== before;
    if (!isTyped) typed[name] = text;
  }
  return { ...state, known, typed };
}

/** What is still to be sent. */
export function changesOf({ known, typed, refused }: Autosave): Answers {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => text !== (known[name] ?? '') && text !== refused[name]),
  );
}

/** What stands in the form and the server does not keep, whether it may be sent or not. */
export const unsavedOf = ({ known, typed }: Autosave): Answers =>
  Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== (known[name] ?? '')));

/** How many answers the server does not take as they are now. */
export const refusedCount = ({ typed, refused }: Autosave): number =>
  Object.entries(refused).filter(([name, text]) => typed[name] === text).length;

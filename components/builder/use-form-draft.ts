'use client';

import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { type JsonObject, jsonEquals } from '#contracts/json.ts';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { historyOf, keepHistory } from './draft-history.ts';
import { bodyOf, draftOf, type FormDraft } from './form-draft.ts';
import { forget, keep, readKept } from './kept-draft.ts';

export type FormDraftState = {
  /** What the form is called, or is to be called. */
  name: string;
  setName: (name: string) => void;
  draft: FormDraft;
  /** What the draft differs from: what is stored. */
  base: { version: number | null; body: UserTaskDefBody };
  isDirty: boolean;
  /** When unsaved work was put by in this browser. */
  keptAt: string | null;
  /** The work goes on that somebody left here. */
  wasKept: boolean;
  canUndo: boolean;
  canRedo: boolean;
  change: (change: (draft: FormDraft) => FormDraft, about?: string) => void;
  undo: () => void;
  redo: () => void;
  /** Starts over from what is stored; unsaved work is gone. */
  discard: () => void;
  /** The work stands, but on top of another version. */
  rebase: (base: { version: number; body: UserTaskDefBody }) => void;
  /** Starts over from another version. */
  restart: (base: { version: number; body: UserTaskDefBody }) => void;
  /** It is stored: nothing is unsaved any more. */
  settle: () => void;
};

const PAUSE_MS = 400;

/** A form while it is made, with undo and redo; what is unsaved stays in this browser until it is saved or discarded. */
export function useFormDraft(
  storedName: string | null,
  stored: { version: number | null; body: UserTaskDefBody },
  startFrom: UserTaskDefBody = stored.body,
): FormDraftState {
  const [history, dispatch] = useReducer(keepHistory, draftOf(startFrom), historyOf);
  const [name, setName] = useState(storedName ?? '');
  const [base, setBase] = useState(stored);
  // What is on the server, as far as is known here: work that was kept may have begun with something older.
  const [newest, setNewest] = useState(stored);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const isReady = useRef(false);
  const isSettled = useRef(false);
  const draft = history.present;
  const isDirty = useMemo(() => !isSameForm(bodyOf(draft), base.body), [draft, base]);
  const change = useCallback<FormDraftState['change']>(
    (change, about) => dispatch({ type: 'change', change, ...(about !== undefined && { about }) }),
    [],
  );

  // What is kept is known to the browser alone, so it is looked for once the page has come alive.
  const takeUp = useEffectEvent(() => {
    isReady.current = true;
    const kept = readKept(storedName);
    if (!kept || startFrom !== stored.body || isSameForm(kept.body, stored.body)) return;
    dispatch({ type: 'start', draft: draftOf(kept.body) });
    if (kept.base !== stored.version) setBase({ version: kept.base, body: stored.body });
    if (storedName === null) setName(kept.name);
    setKeptAt(kept.savedAt);
    setWasKept(true);
  });
  useEffect(() => takeUp(), []);

  const putBy = useEffectEvent(() => {
    if (!isReady.current || isSettled.current) return;
    if (!isDirty) {
      forget(storedName);
      setKeptAt(null);
      return;
    }
    const savedAt = new Date().toISOString();
    if (keep(storedName, { base: base.version, name, savedAt, body: bodyOf(draft) })) setKeptAt(savedAt);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the draft or its name is what starts the pause.
  useEffect(() => {
    const timer = setTimeout(() => putBy(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, base, name]);

  // Leaving by a link in between loses nothing either.
  useEffect(() => () => putBy(), []);

  function take(next: { version: number | null; body: UserTaskDefBody }) {
    setBase(next);
    setNewest(next);
  }
  function startOver(next: { version: number | null; body: UserTaskDefBody }) {
    take(next);
    dispatch({ type: 'start', draft: draftOf(next.body) });
    setWasKept(false);
    forget(storedName);
  }

  return {
    name,
    setName,
    draft,
    base,
    isDirty,
    keptAt: isDirty ? keptAt : null,
    wasKept,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    undo: () => dispatch({ type: 'undo' }),
    redo: () => dispatch({ type: 'redo' }),
    discard: () => startOver(newest),
    rebase: take,
    restart: startOver,
    settle: () => {
      isSettled.current = true;
      forget(storedName);
    },
  };
}

/** Neither has a member that is undefined: what is kept and what is stored has been JSON, and `bodyOf` leaves gaps out. */
const isSameForm = (one: UserTaskDefBody, other: UserTaskDefBody): boolean =>
  jsonEquals(one as JsonObject, other as JsonObject);

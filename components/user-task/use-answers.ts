'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { decodeText, sameAnswer } from '#contracts/form/answer-text.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { ActionResult } from '#contracts/operations/action.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { type Answers, answersOf, completeResolver, fieldOf } from '../form/answers.ts';
import { Autosaver, type SaveOutcome, type SendDraft } from './autosaver.ts';
import { isConflict, unreachable } from './refusals.ts';
import { sendLeaving } from './send-leaving.ts';

/** What was typed and could not be saved, by task, so that looking at another task in between loses nothing. */
const unsaved = new Map<string, Answers>();

export type AnswersOptions = {
  /** The task is the reader's to fill in. */
  isEditable: boolean;
  save: (draft: { results: JsonObject; sitting: 'GOES_ON' | 'ENDS' }) => Promise<ActionResult<UserTaskRun>>;
  onSaved: (task: UserTaskRun) => void;
  /** The task is another's now, or over: what was typed in this sitting cannot be added to. */
  onLost: (typed: Answers) => void;
  /** The reader left, and what they typed could not be saved. */
  onLeft: () => void;
};

/** The form of a task. It saves itself while somebody types, and follows what is saved elsewhere where they did not. */
export function useAnswers(task: UserTaskRun, { isEditable, save, onSaved, onLost, onLeft }: AnswersOptions) {
  const key = `${task.wfRunId}/${task.guid}`;
  const { fields } = task.userTaskDef;
  const form = useForm<Answers>({
    defaultValues: answersOf(task),
    resolver: completeResolver(fields),
    shouldFocusError: false,
  });
  const [autosaver] = useState(() => new Autosaver(answersOf(task), async () => ({ type: 'failed' })));

  const send: SendDraft = async (changes, sitting) => {
    const result = await save({ results: valuesOf(fields, changes), sitting }).catch(unreachable);
    const outcome = outcomeOf(result, changes);
    if (result.ok) onSaved(result.value);
    if (outcome.type === 'lost') onLost(autosaver.typedAnswers);
    return outcome;
  };
  useEffect(() => autosaver.connect(send));

  const show = useEffectEvent((answers: Answers) => {
    for (const [name, text] of Object.entries(answers)) {
      if (form.getValues(name) !== text) form.setValue(name, text);
    }
  });

  const isHere = useRef(false);
  const wasEditable = useRef(false);
  const follow = useEffectEvent(() => {
    const server = answersOf(task);
    const typed = unsaved.get(key);
    const isTaken = wasEditable.current && !isEditable;
    wasEditable.current = isEditable;
    if (isTaken && (autosaver.isUnsaved || autosaver.isSittingOpen)) onLost(autosaver.typedAnswers);
    if (!isEditable) {
      autosaver.reset(server);
      form.reset(server);
      return;
    }
    show(autosaver.follow(server, (name, a, b) => isSame(fields, name, a, b)));
    if (!typed) return;
    unsaved.delete(key);
    show({ ...form.getValues(), ...typed });
    autosaver.typed(form.getValues());
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say that the task has new answers; the rest is read when they do.
  useEffect(() => {
    autosaver.setActive(isEditable);
    follow();
  }, [task.version, task.draft?.savedAt, isEditable]);

  useEffect(() => {
    if (!isEditable) return;
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => autosaver.typed(values) });
  }, [form, autosaver, isEditable]);

  const leave = useEffectEvent(async () => {
    if (!isEditable) return;
    if (autosaver.isUnsaved) unsaved.set(key, autosaver.typedAnswers);
    const isSaved = await autosaver.flush('ENDS');
    if (isSaved && autosaver.refused === 0) unsaved.delete(key);
    else if (!isSaved && unsaved.has(key)) onLeft();
    // Whoever opens the task again begins with what is left; a late try of this one must not overtake them.
    if (!isHere.current) autosaver.setActive(false);
  });
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      void leave();
    };
  }, []);

  const leaveWindow = useEffectEvent(() => {
    const isLeft = autosaver.isSittingOpen || Object.keys(autosaver.unsent).length > 0;
    if (isEditable && isLeft)
      void sendLeaving(task, 'save', { results: valuesOf(fields, autosaver.unsent), sitting: 'ENDS' });
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (autosaver.isUnsaved) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === 'hidden' && autosaver.phase() === 'pending') void autosaver.flush('GOES_ON');
    };
    const go = () => leaveWindow();
    const retry = () => autosaver.retry();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pagehide', go);
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pagehide', go);
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [autosaver]);

  return { form, autosaver };
}

/** Texts as values; one left empty is null, which in a draft clears it. */
function valuesOf(fields: readonly UserTaskField[], texts: Answers): JsonObject {
  const named = fields.filter(({ name, readOnly }) => texts[name] !== undefined && !readOnly);
  return Object.fromEntries(named.map((field) => [field.name, decodeText(field, texts[field.name] ?? '')]));
}

function isSame(fields: readonly UserTaskField[], name: string, a: string, b: string): boolean {
  const field = fields.find((one) => one.name === name);
  return a === b || (field !== undefined && sameAnswer(decodeText(field, a), decodeText(field, b)));
}

function outcomeOf(result: { ok: true } | { ok: false; refusal: Refusal }, changes: Answers): SaveOutcome {
  if (result.ok) return { type: 'saved' };
  const { refusal } = result;
  if (isConflict(refusal)) return { type: 'lost' };
  const named = (refusal.errors ?? []).flatMap(({ path }) => fieldOf(path) ?? []);
  const refused = named.filter((name) => Object.hasOwn(changes, name));
  return refusal.code === 'INVALID_ARGUMENT' && refused.length > 0
    ? { type: 'refused', fields: refused }
    : { type: 'failed', isSignedOut: refusal.code === 'UNAUTHENTICATED' };
}

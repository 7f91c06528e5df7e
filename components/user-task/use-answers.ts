'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { decodeText, sameAnswer } from '#contracts/form/answer-text.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { ActionResult } from '#contracts/operations/action.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { type Answers, answersOf, completeResolver, fieldOf } from '../form/answers.ts';
import { Autosaver, type SaveOutcome, type SendDraft } from './autosaver.ts';
import { isConflict, unreachable } from './refusals.ts';
import { sendLeaving } from './send-leaving.ts';
import { unsavedAnswers } from './unsaved-answers.ts';

export type AnswersOptions = {
  /** Who types. */
  userId: string;
  /** The task is the reader's to fill in. */
  isEditable: boolean;
  save: (draft: { results: JsonObject; sitting: 'GOES_ON' | 'ENDS' }) => Promise<ActionResult<UserTaskRun>>;
  onSaved: (task: UserTaskRun) => void;
  /** The task is another's now, or over: what was typed in this sitting cannot be added to. */
  onLost: (typed: Answers) => void;
  /** The reader left, and what they typed could not be saved. */
  onLeft: () => void;
};

/**
 * The form of a task. It saves itself while somebody types, and follows what is saved elsewhere where they did not. What cannot be saved
 * is kept in the tab, so that looking at another task and reading the page anew lose nothing.
 */
export function useAnswers(task: UserTaskRun, { userId, isEditable, save, onSaved, onLost, onLeft }: AnswersOptions) {
  const { wfRunId, guid } = task;
  const { fields } = task.userTaskDef;
  const form = useForm<Answers>({
    defaultValues: answersOf(task),
    resolver: completeResolver(fields),
    shouldFocusError: false,
  });
  const [autosaver] = useState(() => new Autosaver(answersOf(task), async () => ({ type: 'failed' })));

  const isHere = useRef(false);
  /** Keeps what is left besides what has just been saved; nothing left, nothing kept. */
  const keep = (saved: Answers = {}) => {
    const besides = (answers: Answers): Answers =>
      Object.fromEntries(Object.entries(answers).filter(([name, text]) => saved[name] !== text));
    const results = valuesOf(fields, besides(autosaver.unsent));
    unsavedAnswers.keep(userId, { wfRunId, guid, answers: besides(autosaver.unsaved), results });
  };

  const send: SendDraft = async (changes, sitting) => {
    const result = await save({ results: valuesOf(fields, changes), sitting }).catch(unreachable);
    const outcome = outcomeOf(result, changes);
    if (result.ok) onSaved(result.value);
    if (outcome.type === 'saved') keep(changes);
    if (outcome.type === 'failed') keep();
    if (outcome.type === 'lost' && isHere.current) lose(autosaver.typedAnswers);
    return outcome;
  };
  useEffect(() => autosaver.connect(send));

  /** Once it is told, with what was typed, it is not to come back. */
  const lose = (typed: Answers) => {
    unsavedAnswers.forget(userId, task);
    onLost(typed);
  };

  const show = useEffectEvent((answers: Answers) => {
    for (const [name, text] of Object.entries(answers)) {
      if (form.getValues(name) !== text) form.setValue(name, text);
    }
  });

  const wasEditable = useRef(false);
  const isRestored = useRef(false);
  const follow = useEffectEvent(() => {
    const server = answersOf(task);
    const left = unsavedAnswers.of(userId, task)?.answers;
    const isTaken = wasEditable.current && !isEditable;
    wasEditable.current = isEditable;
    if (isTaken && (autosaver.isUnsaved || autosaver.isSittingOpen)) lose(autosaver.typedAnswers);
    else if (left && isOver(task, userId)) lose(left);
    if (!isEditable) {
      autosaver.reset(server);
      form.reset(server);
      return;
    }
    show(autosaver.follow(server, (name, a, b) => isSame(fields, name, a, b)));
    if (isRestored.current) return;
    isRestored.current = true;
    if (!left) return;
    show(Object.fromEntries(Object.entries(left).filter(([name]) => Object.hasOwn(server, name))));
    autosaver.typed(form.getValues());
    // What the server has by now needs no saving.
    if (!autosaver.isUnsaved) unsavedAnswers.forget(userId, task);
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
    // At once, for whoever opens the task again before the answer is here.
    keep();
    const isSaved = await autosaver.flush('ENDS');
    if (!isSaved && unsavedAnswers.of(userId, task)) onLeft();
    // Whoever opens the task again begins with what is left; a late try of this one must not overtake them.
    if (!isHere.current) autosaver.setActive(false);
  });
  useEffect(() => {
    isHere.current = true;
    const close = unsavedAnswers.open({ wfRunId, guid });
    return () => {
      isHere.current = false;
      close();
      void leave();
    };
  }, [wfRunId, guid]);

  const leaveWindow = useEffectEvent(() => {
    // What is only waiting for its pause is sent here, and most likely arrives.
    if (isEditable && (autosaver.isStuck || !autosaver.isUnsaved)) keep();
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

/** It has ended or is another's: what this reader typed cannot be added to it. */
const isOver = (task: UserTaskRun, userId: string): boolean =>
  isFinished(task.status) || (task.userId !== null && task.userId !== userId);

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

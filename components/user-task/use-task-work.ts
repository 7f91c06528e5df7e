'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { type Answers, asText, placeErrors, resultsOf } from '../form/answers.ts';
import { useAnswerWords } from '../form/use-answer-words.ts';
import { isHolding } from './hold-choice.ts';
import { offerUndo, withdrawUndo } from './last-undo.ts';
import type { Reader } from './reader.ts';
import { isConflict, unreachable } from './refusals.ts';
import { markStart, takeStart } from './start-mark.ts';
import type { TaskActions } from './task-actions.ts';
import type { Act, CancelTask } from './task-dialogs.tsx';
import { useAnswers } from './use-answers.ts';
import { type Ending, type EndOptions, useEnding } from './use-ending.ts';
import { useHeld } from './use-held.ts';
import { useTask } from './use-task.ts';
import { useTaskTitle } from './use-task-title.ts';

export type TaskWorkOptions = {
  reader: Reader;
  actions: TaskActions;
  onChanged: ((task: UserTaskRun) => void) | undefined;
  /** Where "Complete and next" leads to; without it that is not offered. */
  onNext: ((done: UserTaskRun) => void) | undefined;
  /** The button that had the focus is gone: a screen reader goes on with the task as it is now. */
  onEnded: () => void;
};

/** A task with its form, and all that its reader may do to it; what they typed is kept, whatever becomes of the task. */
export function useTaskWork(given: UserTaskRun, options: TaskWorkOptions) {
  const { reader, actions, onChanged, onNext, onEnded } = options;
  const t = useTranslations('task');
  const { task, conflict, setConflict, busy, run, bring } = useTask(given, onChanged);
  const words = useRefusalWords();
  const answerWords = useAnswerWords();
  const held = useHeld(task);
  const titleOf = useTaskTitle();
  const end = useEnding(task, actions, run);
  const [failure, setFailure] = useState<Refusal | null>(null);
  const [isDraftAccepted, setDraftAccepted] = useState(false);
  /** What the reader does with the task themself is no surprise to them. */
  const isLettingGo = useRef(false);

  const id = { wfRunId: task.wfRunId, guid: task.guid };
  const seen = { ...id, version: task.version };
  const about = `${task.wfRunId}/${task.guid}`;
  const offer = (message: string, back: () => void) => offerUndo(message, t('undo'), back, about);
  const { draft } = task;
  const { fields } = task.userTaskDef;
  const isMine = task.userId === reader.userId;
  const isEditable = isMine && task.allowed.includes('save');
  // While its end is held back, nothing else can be done to it.
  const allowed: readonly UserTaskVerb[] = held ? task.allowed.filter((verb) => verb === 'comment') : task.allowed;
  const isFormersDraft =
    isEditable && draft !== null && draft.savedBy !== reader.userId && Object.keys(draft.results).length > 0;

  const { form, autosaver } = useAnswers(task, {
    userId: reader.userId,
    isEditable,
    save: (changed) => actions.save({ ...id, ...changed }),
    onSaved: bring,
    onLost: (typed) => {
      if (!isLettingGo.current)
        setConflict({ isTold: true, isGone: false, kept: asText(task.userTaskDef, typed, answerWords) });
    },
    onLeft: () => toast.error(t('save.left', { title: titleOf(task) })),
  });
  const typed = () => (autosaver.isUnsaved ? asText(task.userTaskDef, form.getValues(), answerWords) : '');

  /** Puts a refusal where it belongs: on the fields it names, else above the form; conflicts have their own notice. */
  function show(refusal: Refusal) {
    const errors = refusal.errors ?? [];
    const isPlaced = placeErrors(form, fields, errors).length < errors.length;
    if (!isPlaced && !isConflict(refusal)) setFailure(refusal);
  }

  async function undo() {
    isLettingGo.current = true;
    await autosaver.flush('ENDS');
    const refusal = await run('undo', () => actions.undo(id));
    isLettingGo.current = refusal === undefined;
    if (refusal) toast.error(words(refusal));
    else toast.success(t('done.undo'));
  }

  async function claim() {
    setFailure(null);
    isLettingGo.current = false;
    markStart(id);
    const refusal = await run('claim', () => actions.claim(seen));
    if (!refusal) return offer(t('done.claim'), () => void undo());
    takeStart(id);
    show(refusal);
  }

  /** Gives back why it could not be, if it could not, and the reader is still here to see it. */
  async function finish(ending: Ending, given: Pick<EndOptions, 'isHeld' | 'busy' | 'typed'>) {
    withdrawUndo(about);
    const onSent = () => {
      isLettingGo.current = true;
    };
    const ended = await end(ending, { ...given, onSent });
    if (ended.is === 'done' || ended.is === 'taken-back') onEnded();
    if (ended.is === 'refused' || ended.is === 'taken-back') {
      isLettingGo.current = false;
      autosaver.setActive(isEditable);
    }
    return ended.is === 'refused' ? ended.refusal : undefined;
  }

  async function completeWith(answers: Answers, busyWith: 'complete' | 'complete-and-next') {
    setFailure(null);
    // What is held back may come to nothing when the reader has gone on: then the server has their answers all the same.
    const isHeld = isHolding(reader.userId) && (await autosaver.flush('GOES_ON'));
    autosaver.setActive(false);
    const kept = asText(task.userTaskDef, answers, answerWords);
    const results = resultsOf(fields, answers);
    const finished = finish({ verb: 'complete', results }, { isHeld, busy: busyWith, typed: kept });
    const goOn = busyWith === 'complete-and-next' ? onNext : undefined;
    if (isHeld) goOn?.(task);
    const refusal = await finished;
    if (refusal) show(refusal);
    else if (!isHeld) goOn?.(task);
  }

  /** Saves what is left, before the task is given away or ended; false when that cannot be. */
  async function letGo(): Promise<boolean> {
    setFailure(null);
    isLettingGo.current = true;
    const isSaved = !isEditable || (await autosaver.flush('ENDS'));
    isLettingGo.current = isSaved;
    return isSaved;
  }

  /** Acts from a dialog: a conflict closes it, since the notice on the page says more than its one line. */
  const act: Act = async (verb, call, done) => {
    const kept = typed();
    if (!(await letGo())) return words(unreachable().refusal);
    const refusal = await run(verb, call, kept);
    if (!refusal) {
      offer(done, () => void undo());
      return undefined;
    }
    isLettingGo.current = false;
    return isConflict(refusal) ? undefined : words(refusal);
  };

  const cancel: CancelTask = async (reason) => {
    const kept = typed();
    if (!(await letGo())) return words(unreachable().refusal);
    const isHeld = isHolding(reader.userId);
    isLettingGo.current = !isHeld;
    const finished = finish({ verb: 'cancel', reason }, { isHeld, busy: 'cancel', typed: kept });
    if (isHeld) {
      void finished.then((refusal) => refusal && show(refusal));
      return undefined;
    }
    const refusal = await finished;
    return refusal && !isConflict(refusal) ? words(refusal) : undefined;
  };

  async function startClean() {
    const before = draft?.results ?? {};
    const clean = Object.fromEntries(
      fields.filter(({ readOnly }) => !readOnly).map(({ name, defaultValue = null }) => [name, defaultValue]),
    );
    const save = (results: typeof before) => run('clean', () => actions.save({ ...id, results, sitting: 'ENDS' }));
    const refusal = await save(clean);
    if (refusal) return show(refusal);
    setDraftAccepted(true);
    offer(t('done.clean'), () => {
      void save(before).then((refused) => {
        if (!refused) toast.success(t('done.continue'));
      });
    });
  }

  return {
    task,
    /** With what may be done just now. */
    offered: { ...task, allowed: [...allowed] },
    held,
    busy,
    run,
    conflict,
    dismissConflict: () => setConflict(null),
    failure,
    form,
    autosaver,
    isMine,
    isEditable,
    isCompletable: isEditable && allowed.includes('complete'),
    formersDraft: isFormersDraft && !isDraftAccepted ? draft : null,
    acceptDraft: () => setDraftAccepted(true),
    startClean: () => void startClean(),
    claim: () => void claim(),
    complete: form.handleSubmit((answers) => completeWith(answers, 'complete')),
    completeAndNext: form.handleSubmit((answers) => completeWith(answers, 'complete-and-next')),
    act,
    cancel,
  };
}

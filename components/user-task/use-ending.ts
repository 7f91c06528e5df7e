'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { JsonObject } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { heldActs, type SendAct } from './held-acts.ts';
import { isConflict, unreachable } from './refusals.ts';
import { sendLeaving } from './send-leaving.ts';
import type { TaskActions } from './task-actions.ts';
import type { TaskId } from './task-query.ts';
import { dropHeldToast, useHeldToast } from './use-held-toast.tsx';
import type { Run } from './use-task.ts';
import { useTaskTitle } from './use-task-title.ts';

export type Ending = { verb: 'complete'; results: JsonObject } | { verb: 'cancel'; reason: string };
type EndActions = Pick<TaskActions, 'complete' | 'cancel'>;

/** What came of it; `told` when the reader had gone on, and heard of it where they are. */
export type Ended = { is: 'done' | 'taken-back' | 'told' } | { is: 'refused'; refusal: Refusal };

export type EndOptions = {
  /** It is held back for some seconds, in which it can be taken back. */
  isHeld: boolean;
  /** Now it is on its way. */
  onSent: () => void;
  /** What is shown to be under way then. */
  busy: string;
  /** What the reader had typed, to be kept if somebody was first. */
  typed: string;
};

/** Ends a task, at once or after a while; by then the reader may have gone on to another, and what comes of it is told to them there. */
export function useEnding(task: UserTaskRun, actions: EndActions, run: Run) {
  const t = useTranslations('task');
  const titleOf = useTaskTitle();
  const router = useRouter();
  const words = useRefusalWords();
  useHeldToast(task);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  return async (ending: Ending, { isHeld, onSent, busy, typed }: EndOptions): Promise<Ended> => {
    const send = senderOf(task, ending, actions);
    const open = { label: t('held.open'), onClick: () => router.push(hrefOf(task)) };
    let call = () => send(false);
    if (isHeld) {
      const { wfRunId, guid } = task;
      const title = titleOf(task);
      const held = await heldActs.hold({ wfRunId, guid, title }, ending.verb, send);
      dropHeldToast(task);
      if (!held.isSent) {
        if (isHere.current) return { is: 'taken-back' };
        toast.success(t('held.takenBack', { title }), { duration: 10_000, action: open });
        return { is: 'told' };
      }
      call = () => held.answer;
    }
    onSent();
    const refusal = await run(busy, call, typed);
    if (!refusal) {
      toast.success(t(ending.verb === 'complete' ? 'done.complete' : 'done.cancel'));
      return { is: 'done' };
    }
    if (isHere.current) return { is: 'refused', refusal };
    const why = isConflict(refusal) ? t('conflict.changed') : words(refusal);
    toast.error(t('held.failed', { title: titleOf(task) }), { description: why, duration: 20_000, action: open });
    return { is: 'told' };
  };
}

function senderOf({ wfRunId, guid, version }: UserTaskRun, ending: Ending, actions: EndActions): SendAct {
  const id = { wfRunId, guid };
  if (ending.verb === 'complete') {
    const body = { version, results: ending.results };
    return (isLeaving) =>
      isLeaving ? sendLeaving(id, 'complete', body) : actions.complete({ ...id, ...body }).catch(unreachable);
  }
  const body = { version, reason: ending.reason };
  return (isLeaving) =>
    isLeaving ? sendLeaving(id, 'cancel', body) : actions.cancel({ ...id, ...body }).catch(unreachable);
}

/** Where a task is opened from here: beside the list that is shown, else on its own page. */
function hrefOf({ wfRunId, guid }: TaskId): string {
  const { pathname, search } = window.location;
  if (pathname !== '/inbox') return `/tasks/${wfRunId}/${guid}`;
  const params = new URLSearchParams(search);
  params.set('task', `${wfRunId}/${guid}`);
  return `/inbox?${params}`;
}

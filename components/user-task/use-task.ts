'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionResult } from '#contracts/operations/action.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { isConflict, unreachable } from './refusals.ts';
import { taskKey, taskQuery } from './task-query.ts';

/** Somebody was first, or the task went to others: what came of it, and what the reader had typed. */
export type Conflict = {
  /** Whether who did what since stands in the history. */
  isTold: boolean;
  /** The reader may no longer see it. */
  isGone: boolean;
  kept: string;
};

export type Run = (
  verb: string,
  call: () => Promise<ActionResult<UserTaskRun>>,
  typed?: string,
) => Promise<Refusal | undefined>;

/**
 * The newest state of a task that the page, the browser's store or an action has brought, and the way to act on it.
 * `run` gives back the refusal, if there was one; that somebody was first is also kept as `conflict`, with the task as it is now.
 */
export function useTask(given: UserTaskRun, onChanged: ((task: UserTaskRun) => void) | undefined) {
  const store = useQueryClient();
  const [brought, setBrought] = useState(given);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const task = isNewer(brought, given) ? brought : given;

  function bring(newer: UserTaskRun) {
    setBrought((known) => (isNewer(known, newer) ? known : newer));
    store.setQueryData(taskKey(newer), newer);
    onChanged?.(newer);
  }

  /** Reads the task anew; false when the reader may no longer see it. */
  async function lookAgain(): Promise<UserTaskRun | null> {
    const newer = await store.fetchQuery({ ...taskQuery(task), staleTime: 0, retry: false }).catch(() => null);
    if (newer) bring(newer);
    return newer;
  }

  const run: Run = async (verb, call, typed = '') => {
    setBusy(verb);
    const result = await call().catch(unreachable);
    if (!result.ok && isConflict(result.refusal)) {
      const newer = await lookAgain();
      const isGone = newer === null && result.refusal.code === 'NOT_FOUND';
      setConflict({ isTold: newer !== null && newer.events.length > task.events.length, isGone, kept: typed });
    }
    setBusy(null);
    if (!result.ok) return result.refusal;
    bring(result.value);
    setConflict(null);
    return undefined;
  };

  return { task, conflict, setConflict, busy, run, bring, lookAgain };
}

/** History only grows; a draft between two of its entries tells by its time. */
function isNewer(a: UserTaskRun, b: UserTaskRun): boolean {
  if (a.events.length !== b.events.length) return a.events.length > b.events.length;
  if (a.version !== b.version) return a.version > b.version;
  return (a.draft?.savedAt ?? '') > (b.draft?.savedAt ?? '');
}

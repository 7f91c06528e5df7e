'use client';

import { useState } from 'react';
import type { ActionResult } from '#contracts/operations/action.ts';
import type { ProblemCode, Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';

/** Somebody was first: how the refusal puts it, how far the history went that the reader acted on, and what they had typed. */
export type Conflict = { detail: string; seenEvents: number; kept: string };

/**
 * The newest state of a task that the page or an action has brought, and the way to act on it. The page comes anew with every
 * answer, a refusal too, so that after a conflict the task shows as it is.
 * `run` gives back the refusal, if there was one; that somebody was first is also kept as `conflict`.
 */
export function useTask(given: UserTaskRun) {
  const [brought, setBrought] = useState(given);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const task = isNewer(given, brought) ? given : brought;

  async function run(
    verb: string,
    call: () => Promise<ActionResult<UserTaskRun>>,
    typed = '',
  ): Promise<Refusal | undefined> {
    setBusy(verb);
    const result = await call().catch(unreachable);
    setBusy(null);
    if (result.ok) {
      setBrought(result.value);
      setConflict(null);
      return undefined;
    }
    const { refusal } = result;
    if (isConflict(refusal)) {
      setConflict({ detail: refusal.detail, seenEvents: task.events.length, kept: typed });
    }
    return refusal;
  }

  return { task, conflict, busy, run, dismissConflict: () => setConflict(null) };
}

const CONFLICTS: readonly ProblemCode[] = ['ABORTED', 'FAILED_PRECONDITION', 'PERMISSION_DENIED', 'NOT_FOUND'];

/** The task is no longer as the reader saw it: what the page offered when they did is refused, for whatever reason. */
export const isConflict = ({ code }: Refusal) => CONFLICTS.includes(code);

function unreachable(): { ok: false; refusal: Refusal } {
  const detail = 'Docket could not be reached, so nothing was changed. What you typed is still here; try again.';
  return { ok: false, refusal: { code: 'UNAVAILABLE', detail } };
}

/** History only grows; a draft between two of its entries tells by its time. */
function isNewer(a: UserTaskRun, b: UserTaskRun): boolean {
  if (a.events.length !== b.events.length) return a.events.length > b.events.length;
  if (a.version !== b.version) return a.version > b.version;
  return (a.draft?.savedAt ?? '') > (b.draft?.savedAt ?? '');
}

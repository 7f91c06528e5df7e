// CancelUserTask: the task ends and its node fails, under the name that the workflow gave or USER_TASK_CANCELLED (decision 9).
import type { Refusal } from '#contracts/problem.ts';
import type { CommandOf } from '../command.ts';
import { newFailure } from '../failure.ts';
import { refuse } from '../refuse.ts';
import { scopeOf } from '../scope.ts';
import { settleFailure } from '../settle.ts';
import { textOf } from '../values/cast.ts';
import { evaluate } from '../values/evaluate.ts';
import { ValueError } from '../values/value.ts';
import { nodeOf, type Site, siteOf } from '../work.ts';
import { endUserTask, type TaskSite } from './change-user-task.ts';
import { refuseFinished, refuseStale } from './refuse-user-task.ts';
import { endSitting } from './sitting.ts';

export function cancelUserTask(site: TaskSite, command: CommandOf<'CancelUserTask'>): Refusal | null {
  const { work, run, task } = site;
  const { actor, reason } = command;
  const refusal = refuseFinished(task) ?? refuseStale(task, command.expectedVersion);
  if (refusal) return refusal;
  const threadSite = siteOf(work, run, task.threadRunNumber);
  const named = failureName(threadSite);
  if (!named.ok) return named.refusal;
  endSitting(site);
  endUserTask(
    site,
    { status: 'CANCELLED', results: null, endedBy: actor.onBehalfOf ?? actor.id },
    { actor, cause: 'cancel', reason },
    { type: 'CANCELLED' },
  );
  const message = reason === null ? 'User task cancelled' : `User task cancelled: ${reason}`;
  settleFailure(threadSite, newFailure(named.name, message));
  return null;
}

/** Worked out when the task is cancelled, not when it began; a blank name counts as none. */
function failureName(site: Site): { ok: true; name: string } | { ok: false; refusal: Refusal } {
  const node = nodeOf(site);
  const assignment = node.type === 'USER_TASK' ? node.onCancellationExceptionName : undefined;
  try {
    const name = assignment ? textOf(evaluate(assignment, scopeOf(site)))?.trim() : null;
    return { ok: true, name: name || 'USER_TASK_CANCELLED' };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const detail = `The name of the exception cannot be worked out: ${error.message}`;
    return { ok: false, refusal: refuse('INVALID_ARGUMENT', detail) };
  }
}

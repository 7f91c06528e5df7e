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
import { nodeOf, siteOf, type TaskSite } from '../work.ts';
import { endUserTask, type Why } from './change-user-task.ts';
import { refuseFinished, refuseStale } from './refuse-user-task.ts';
import { endSitting } from './sitting.ts';

export function cancelUserTask(site: TaskSite, command: CommandOf<'CancelUserTask'>): Refusal | null {
  const { actor, reason } = command;
  const refusal = refuseFinished(site.task) ?? refuseStale(site.task, command.expectedVersion);
  if (refusal) return refusal;
  const named = exceptionName(site);
  if (!named.ok) return refuse('INVALID_ARGUMENT', named.message);
  cancelTask(site, { actor, cause: 'cancel', reason }, actor.onBehalfOf ?? actor.id);
  return null;
}

/** Ends an open task, and fails its node; `endedBy` is null when nobody did. A name that cannot be worked out is as none. */
export function cancelTask(site: TaskSite, why: Why, endedBy: string | null): void {
  const { work, run, task } = site;
  const named = exceptionName(site);
  endSitting(site);
  endUserTask(site, { status: 'CANCELLED', results: null, endedBy }, why, { type: 'CANCELLED' });
  const message = why.reason === null ? 'User task cancelled' : `User task cancelled: ${why.reason}`;
  const name = named.ok ? named.name : 'USER_TASK_CANCELLED';
  settleFailure(siteOf(work, run, task.threadRunNumber), newFailure(name, message));
}

/** Worked out when the task is cancelled, not when it began; a blank name counts as none. */
function exceptionName({ work, run, task }: TaskSite): { ok: true; name: string } | { ok: false; message: string } {
  const site = siteOf(work, run, task.threadRunNumber);
  const node = nodeOf(site);
  const assignment = node.type === 'USER_TASK' ? node.onCancellationExceptionName : undefined;
  try {
    const name = assignment ? textOf(evaluate(assignment, scopeOf(site)))?.trim() : null;
    return { ok: true, name: name || 'USER_TASK_CANCELLED' };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return { ok: false, message: `The name of the exception cannot be worked out: ${error.message}` };
  }
}

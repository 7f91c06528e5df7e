// Why a write on a UserTaskRun is turned down: each refusal carries the present state, so that its caller sees what happened (decisions 1, 6).
import type { Refusal } from '#contracts/problem.ts';
import { type Because, because } from '#contracts/reasons.ts';
import { isFinished, type UserTaskStatus } from '#contracts/user-task-status.ts';
import { instantToText } from '#contracts/value.ts';
import type { UserTaskRunState } from '../family.ts';
import { refuse } from '../refuse.ts';

/** The `current` of these refusals. */
export type CurrentUserTask = {
  status: UserTaskStatus;
  userId: string | null;
  userGroup: string | null;
  version: number;
  endedBy: string | null;
  endedAt: string | null;
};

/** Finished is finished. */
export function refuseFinished(task: UserTaskRunState): Refusal | null {
  if (!isFinished(task.status)) return null;
  return refuse('FAILED_PRECONDITION', howItEnded(task), currentOf(task));
}

function howItEnded({ status, endedBy: by }: UserTaskRunState): Because {
  if (by === null) return because('taskCancelledByWorkflow');
  return status === 'DONE' ? because('taskDone', { by }) : because('taskCancelled', { by });
}

/** A write that names the version it saw fails if the task has changed since. */
export function refuseStale(task: UserTaskRunState, expectedVersion: number | undefined): Refusal | null {
  if (expectedVersion === undefined || expectedVersion === task.version) return null;
  const why = because('taskChanged', { seen: expectedVersion, now: task.version });
  return refuse('ABORTED', why, currentOf(task));
}

/** A person has it: who else wants it is told who. */
export function refuseTaken(task: UserTaskRunState): Refusal {
  return refuse('FAILED_PRECONDITION', because('taskTaken', { userId: task.userId ?? '' }), currentOf(task));
}

/** Separation of duties: whatever groups they are in, and whoever gives it to them (decision 12). */
export function refuseExcluded(task: UserTaskRunState, userId: string | null): Refusal | null {
  if (userId === null || !task.excludeUsers.includes(userId)) return null;
  return refuse('PERMISSION_DENIED', because('excluded', { userId }), currentOf(task));
}

/** Its thread stands still: it cannot be worked on (decision 8). */
export function refuseSuspended(task: UserTaskRunState): Refusal | null {
  if (task.suspendedAt === null) return null;
  return refuse('FAILED_PRECONDITION', because('taskSuspended'), currentOf(task));
}

export function refuseWithoutGroup(task: UserTaskRunState): Refusal {
  return refuse('FAILED_PRECONDITION', because('taskHasNoGroup'), currentOf(task));
}

function currentOf({ status, userId, userGroup, version, endedBy, endedAt }: UserTaskRunState): CurrentUserTask {
  return { status, userId, userGroup, version, endedBy, endedAt: endedAt === null ? null : instantToText(endedAt) };
}

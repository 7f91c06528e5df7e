// AssignUserTask and ReleaseUserTask: who has the task (decisions 2, 5, 12).
import type { Refusal } from '#contracts/problem.ts';
import type { Cause, Owners } from '#contracts/user-task-run.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refuse.ts';
import { ownersOf, setOwners, type TaskSite } from './change-user-task.ts';
import {
  refuseExcluded,
  refuseFinished,
  refuseStale,
  refuseSuspended,
  refuseTaken,
  refuseWithoutGroup,
} from './refuse-user-task.ts';

export function assignUserTask(site: TaskSite, command: CommandOf<'AssignUserTask'>): Refusal | null {
  const { owners, cause, onlyFromUnassigned } = command;
  if (owners.userId === null && owners.userGroup === null) {
    return refuse('INVALID_ARGUMENT', 'Must specify userGroup or userId');
  }
  const { userId } = site.task;
  const isByAdmin = cause === 'assign' || cause === 'take-over';
  const refusal =
    refuseFinished(site.task) ??
    (isByAdmin ? null : refuseSuspended(site.task)) ??
    refuseExcluded(site.task, owners.userId);
  if (refusal) return refusal;
  if (onlyFromUnassigned && userId !== null && userId !== owners.userId) return refuseTaken(site.task);
  return hand(site, owners, cause, command);
}

/** Back to the group. */
export function releaseUserTask(site: TaskSite, command: CommandOf<'ReleaseUserTask'>): Refusal | null {
  const { userGroup } = site.task;
  const refusal =
    refuseFinished(site.task) ??
    refuseSuspended(site.task) ??
    (userGroup === null ? refuseWithoutGroup(site.task) : null);
  return refusal ?? hand(site, { userId: null, userGroup }, 'release', command);
}

/** To those who have it already is no change. */
function hand(
  site: TaskSite,
  after: Owners,
  cause: Cause,
  command: CommandOf<'AssignUserTask' | 'ReleaseUserTask'>,
): Refusal | null {
  const before = ownersOf(site.task);
  const stale = refuseStale(site.task, command.expectedVersion);
  if (stale) return stale;
  if (before.userId === after.userId && before.userGroup === after.userGroup) return null;
  setOwners(site, before, after, { actor: command.actor, cause, reason: command.reason });
  return null;
}

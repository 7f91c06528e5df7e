// AssignUserTask and ReleaseUserTask: who has the task (decisions 2, 5, 12).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refuse.ts';
import type { TaskSite } from '../work.ts';
import { armOnAssignment } from './arm-hooks.ts';
import { ownersOf, setOwners, type Why } from './change-user-task.ts';
import {
  refuseExcluded,
  refuseFinished,
  refuseStale,
  refuseSuspended,
  refuseTaken,
  refuseWithoutGroup,
} from './refuse-user-task.ts';
import { endSitting } from './sitting.ts';

export function assignUserTask(site: TaskSite, command: CommandOf<'AssignUserTask'>): Refusal | null {
  const { owners, cause, onlyFromUnassigned } = command;
  if (owners.userId === null && owners.userGroup === null) {
    return refuse('INVALID_ARGUMENT', because('taskNeedsOwner'));
  }
  const { userId } = site.task;
  const isByAdmin = cause === 'assign' || cause === 'take-over';
  const refusal =
    refuseFinished(site.task) ??
    (isByAdmin ? null : refuseSuspended(site.task)) ??
    refuseExcluded(site.task, owners.userId);
  if (refusal) return refusal;
  if (onlyFromUnassigned && userId !== null && userId !== owners.userId) return refuseTaken(site.task);
  const stale = refuseStale(site.task, command.expectedVersion);
  if (stale) return stale;
  const { actor, reason } = command;
  hand(site, owners, { actor, cause, reason });
  return null;
}

/** Back to the group. */
export function releaseUserTask(site: TaskSite, command: CommandOf<'ReleaseUserTask'>): Refusal | null {
  const { userGroup } = site.task;
  const refusal =
    refuseFinished(site.task) ??
    refuseSuspended(site.task) ??
    (userGroup === null ? refuseWithoutGroup(site.task) : null);
  if (refusal) return refusal;
  const stale = refuseStale(site.task, command.expectedVersion);
  if (stale) return stale;
  const { actor, reason } = command;
  hand(site, { userId: null, userGroup }, { actor, cause: 'release', reason });
  return null;
}

/** To those who have it already is no change: so chains of hooks end. */
export function hand(site: TaskSite, after: Owners, why: Why): void {
  const before = ownersOf(site.task);
  if (before.userId === after.userId && before.userGroup === after.userGroup) return;
  endSitting(site);
  setOwners(site, before, after, why);
  armOnAssignment(site);
}

// What a commit tells to those who follow what goes on: one narrow entry for each task, run or saved view that it changed.
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import type { RunStatus } from '#contracts/wf-run.ts';
import type { UserTaskRunState } from '#engine/family.ts';

/**
 * A task with whoever may see it, and whoever had it before; answers saved in one sitting, which is one event of its history; a run,
 * whose status is null once it was deleted; or a saved view with whose it is.
 */
export type LiveChange =
  | {
      type: 'userTask';
      wfRunId: string;
      guid: string;
      status: UserTaskStatus;
      userId: string | null;
      userGroup: string | null;
      requester: string | null;
      version: number;
      before: { userId: string | null; userGroup: string | null };
      excludeUsers: string[];
    }
  | { type: 'userTaskDraft'; wfRunId: string; guid: string; userId: string | null }
  | { type: 'wfRun'; wfRunId: string; wfSpecName: string; status: RunStatus | null }
  | { type: 'savedView'; viewId: string; userId: string | null; userGroup: string | null };

/** As they are stored: without names, since there are many. */
export type StoredChange =
  | [
      kind: 't',
      wfRunId: string,
      guid: string,
      status: UserTaskStatus,
      userId: string | null,
      userGroup: string | null,
      requester: string | null,
      version: number,
      beforeUserId: string | null,
      beforeUserGroup: string | null,
      ...excludeUsers: string[],
    ]
  | [kind: 'd', wfRunId: string, guid: string, userId: string | null]
  | [kind: 'r', wfRunId: string, wfSpecName: string, status: RunStatus | null]
  | [kind: 'v', viewId: string, userId: string | null, userGroup: string | null];

/**
 * Stores what a commit tells, in one row for all of a tenant: that costs little beside what it does. `from` is the rows with what each of
 * them tells. A row of this position can only be there in a database that was restored from another's.
 */
export const tellingOf = ({ tenant, change, from }: { tenant: string; change: string; from: string }): string => `
  INSERT INTO live_change (position, tenant_id, at, changes)
  SELECT pg_current_xact_id()::text::bigint, ${tenant}, clock_timestamp(), json_agg(${change}) FROM ${from} GROUP BY ${tenant}
  ON CONFLICT (position, tenant_id) DO UPDATE SET at = excluded.at, changes = excluded.changes`;

export function writeTaskChange(
  wfRunId: string,
  { guid, status, userId, userGroup, requester, version, excludeUsers }: UserTaskRunState,
  before: UserTaskRunState | undefined,
): string {
  const was = [before?.userId ?? null, before?.userGroup ?? null] as const;
  const change: StoredChange = [
    't',
    wfRunId,
    guid,
    status,
    userId,
    userGroup,
    requester,
    version,
    ...was,
    ...excludeUsers,
  ];
  return JSON.stringify(change);
}

export function writeDraftChange(wfRunId: string, { guid, userId }: UserTaskRunState): string {
  const change: StoredChange = ['d', wfRunId, guid, userId];
  return JSON.stringify(change);
}

export function writeRunChange(wfRunId: string, wfSpecName: string, status: RunStatus): string {
  const change: StoredChange = ['r', wfRunId, wfSpecName, status];
  return JSON.stringify(change);
}

export function readChange(stored: StoredChange): LiveChange {
  if (stored[0] === 'r') {
    const [, wfRunId, wfSpecName, status] = stored;
    return { type: 'wfRun', wfRunId, wfSpecName, status };
  }
  if (stored[0] === 'd') {
    const [, wfRunId, guid, userId] = stored;
    return { type: 'userTaskDraft', wfRunId, guid, userId };
  }
  if (stored[0] === 'v') {
    const [, viewId, userId, userGroup] = stored;
    return { type: 'savedView', viewId, userId, userGroup };
  }
  const [
    ,
    wfRunId,
    guid,
    status,
    userId,
    userGroup,
    requester,
    version,
    beforeUserId,
    beforeUserGroup,
    ...excludeUsers
  ] = stored;
  const before = { userId: beforeUserId, userGroup: beforeUserGroup };
  return { type: 'userTask', wfRunId, guid, status, userId, userGroup, requester, version, before, excludeUsers };
}

// User tasks with their history, one bounded batch after the other: what is read when all of it is to be looked through.
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { type UserTaskJson, type UserTaskView, userTaskQuery, viewOf } from './user-task-view.ts';

/** By family, run and guid, in this order. */
export type WalkKey = [familyId: string, wfRunId: string, guid: string];

const WALK: Statement = {
  name: 'walk-user-tasks',
  text: `
SELECT w.family_id AS "familyId", (${userTaskQuery('w.tenant_id', 'w.family_id', 'w.wf_run_id', 'w.guid')}) AS task
FROM user_task_run w
WHERE w.tenant_id = $1 AND (w.family_id, w.wf_run_id, w.guid) > ($2, $3, $4)
ORDER BY w.family_id, w.wf_run_id, w.guid LIMIT $5`,
};

/** The next batch of a tenant's tasks; `next` is where the one after it begins, null at the end. */
export async function walkUserTasks(
  { pool }: Store,
  tenantId: string,
  after: WalkKey | null,
  take: number,
): Promise<{ views: UserTaskView[]; next: WalkKey | null }> {
  const rows = await run<{ familyId: string; task: UserTaskJson }>(pool, WALK, [
    tenantId,
    ...(after ?? ['', '', '']),
    take,
  ]);
  const views = rows.map(({ task }) => viewOf(task));
  const last = rows.length < take ? undefined : rows.at(-1);
  return { views, next: last ? [last.familyId, last.task.summary.wfRunId, last.task.summary.guid] : null };
}

const OF_RUN: Statement = {
  name: 'user-tasks-of-run',
  text: `
SELECT (${userTaskQuery('w.tenant_id', 'w.family_id', 'w.wf_run_id', 'w.guid')}) AS task
FROM wf_run r JOIN user_task_run w ON w.tenant_id = r.tenant_id AND w.family_id = r.family_id AND w.wf_run_id = r.id
WHERE r.tenant_id = $1 AND r.id = $2 ORDER BY w.guid`,
};

/** The tasks of one run. */
export async function userTasksOfRun({ pool }: Store, tenantId: string, wfRunId: string): Promise<UserTaskView[]> {
  const rows = await run<{ task: UserTaskJson }>(pool, OF_RUN, [tenantId, wfRunId]);
  return rows.map(({ task }) => viewOf(task));
}

const TOMBSTONE: Statement = {
  name: 'find-tombstone',
  text: `
SELECT erased_at AS "erasedAt", erased_by AS "erasedBy", reason, histories FROM wf_run_tombstone
WHERE tenant_id = $1 AND family_id = $2 ORDER BY erased_at DESC LIMIT 1`,
};

/** What is left of a run that was deleted. */
export type Tombstone = {
  erasedAt: Date;
  erasedBy: string;
  reason: string | null;
  histories: { wfRunId: string; guid: string; events: number; lastHash: string }[];
};

export async function findTombstone({ pool }: Store, tenantId: string, wfRunId: string): Promise<Tombstone | null> {
  const [row] = await run<Tombstone>(pool, TOMBSTONE, [tenantId, wfRunId]);
  return row ?? null;
}

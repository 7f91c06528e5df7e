// One user task with all that belongs to it, for reading.
import type { WfSpecId } from '#contracts/wf-spec.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { type UserTaskJson, type UserTaskView, userTaskQuery, viewOf } from './user-task-view.ts';

const FIND: Statement = {
  name: 'find-user-task',
  text: `
SELECT (${userTaskQuery('$1', 'r.family_id', '$2', '$3')}) AS task, r.wf_spec_name AS name,
  r.major_version AS "majorVersion", r.revision
FROM wf_run r WHERE r.tenant_id = $1 AND r.id = $2`,
};

/** The task and the WfSpec that its run is pinned to, or null. */
export async function findUserTask(
  { pool }: Store,
  tenantId: string,
  wfRunId: string,
  guid: string,
): Promise<{ view: UserTaskView; wfSpec: WfSpecId } | null> {
  const [row] = await run<WfSpecId & { task: UserTaskJson | null }>(pool, FIND, [tenantId, wfRunId, guid]);
  if (!row?.task) return null;
  const { task, ...wfSpec } = row;
  return { view: viewOf(task), wfSpec };
}

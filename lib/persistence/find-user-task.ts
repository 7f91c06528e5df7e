// One user task with all that belongs to it, for reading.
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { type UserTaskJson, type UserTaskView, userTaskQuery, viewOf } from './user-task-view.ts';

const FIND: Statement = {
  name: 'find-user-task',
  text: `
SELECT (${userTaskQuery('$1', 'r.family_id', '$2', '$3')}) AS task
FROM wf_run r WHERE r.tenant_id = $1 AND r.id = $2`,
};

/** The task, or null. */
export async function findUserTask(
  { pool }: Store,
  tenantId: string,
  wfRunId: string,
  guid: string,
): Promise<{ view: UserTaskView } | null> {
  const [row] = await run<{ task: UserTaskJson | null }>(pool, FIND, [tenantId, wfRunId, guid]);
  return row?.task ? { view: viewOf(row.task) } : null;
}

// A WfRun and its parts as an admin reads them, a page at a time. What is going on is in the run's state, what has ended has rows; each part is
// in one of the two.

import type { TaskRun } from '#contracts/task-run.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { NodeRun, RunVariable, WfRun } from '#contracts/wf-run.ts';
import { readLeftTask, readLeftThread } from './family-codec.ts';
import { findLiveRun } from './live-run.ts';
import { compareParts, endedNodeRunOf, liveNodeRunsOf, type NodeRunRow, nodeRunKey } from './node-runs.ts';
import { variablesOf } from './run-variables.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { endedTaskRunOf, liveTaskRunsOf, taskRunKey } from './task-runs.ts';
import { SUMMARY_COLUMNS, summaryOf } from './user-task-view.ts';
import { wfRunOf } from './wf-run-of.ts';

/** What comes after a part; null for the first page. `take` is one more than the page. */
export type PartPage<After> = { after: After | null; take: number };

export async function findWfRun(store: Store, tenantId: string, wfRunId: string): Promise<WfRun | null> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  return found && wfRunOf(found.state);
}

const KNOWN: Statement = { name: 'is-wf-run-known', text: 'SELECT FROM wf_run WHERE tenant_id = $1 AND id = $2' };

export async function isWfRunKnown({ pool }: Store, tenantId: string, wfRunId: string): Promise<boolean> {
  return (await run(pool, KNOWN, [tenantId, wfRunId])).length > 0;
}

const NODE_RUNS: Statement = {
  name: 'list-node-runs',
  text: `
SELECT thread_run_number AS "threadRunNumber", position, thread_spec_name AS "threadSpecName", node_name AS "nodeName",
  node_type AS "nodeType", status, arrived_at AS "arrivedAt", ended_at AS "endedAt", detail
FROM node_run
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3
  AND (arrived_at, thread_run_number, position) > ($4::timestamptz, $5::int, $6::int)
  AND ($8::text IS NULL OR thread_spec_name = $8) AND ($9::text IS NULL OR node_name = $9)
  AND ($10::int IS NULL OR thread_run_number = $10)
ORDER BY arrived_at, thread_run_number, position LIMIT $7`,
};

/** Of which arrivals: those at a node, those of a thread. */
export type NodeRunFilter = {
  threadSpecName?: string | undefined;
  nodeName?: string | undefined;
  threadRunNumber?: number | undefined;
};

/** In order of arrival. */
export async function listNodeRuns(
  store: Store,
  tenantId: string,
  wfRunId: string,
  { after, take, ...filter }: PartPage<[arrivedAt: string, thread: number, position: number]> & NodeRunFilter,
): Promise<NodeRun[]> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  if (!found) return [];
  const { familyId, state } = found;
  const { threadSpecName, nodeName, threadRunNumber } = filter;
  const wanted = [threadSpecName ?? null, nodeName ?? null, threadRunNumber ?? null];
  const values = [tenantId, familyId, wfRunId, ...(after ?? ['-infinity', -1, -1]), take, ...wanted];
  const rows = await run<NodeRunRow>(store.pool, NODE_RUNS, values);
  const live = await liveNodeRunsOf(store, tenantId, state);
  const later = live.filter(
    (nodeRun) =>
      (after === null || compareParts(nodeRunKey(nodeRun), after) > 0) &&
      (threadSpecName === undefined || nodeRun.threadSpecName === threadSpecName) &&
      (nodeName === undefined || nodeRun.nodeName === nodeName) &&
      (threadRunNumber === undefined || nodeRun.threadRunNumber === threadRunNumber),
  );
  return merged([...rows.map(endedNodeRunOf), ...later], nodeRunKey, take);
}

const LEFT_THREADS: Statement = {
  name: 'list-left-threads',
  text: `
SELECT state FROM thread_run
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND number >= $4 AND state->'variables' IS NOT NULL
ORDER BY number LIMIT $5`,
};

/** By thread and name, those of threads that have left the run too. */
export async function listVariables(
  store: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[thread: number, name: string]>,
): Promise<RunVariable[]> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  if (!found) return [];
  const { familyId, state } = found;
  const rows = await run<{ state: unknown }>(store.pool, LEFT_THREADS, [
    tenantId,
    familyId,
    wfRunId,
    after?.[0] ?? 0,
    take,
  ]);
  const threads = [...rows.map((row) => readLeftThread(row.state)), ...state.threads];
  const variables = await variablesOf(store, tenantId, state, threads);
  const keyOf = ({ threadRunNumber, name }: RunVariable): [number, string] => [threadRunNumber, name];
  const later = variables.filter((variable) => after === null || compareParts(keyOf(variable), after) > 0);
  return merged(later, keyOf, take);
}

// The place that a guid names, as numbers: a reminder's ends with the seq of its event. The index has it in these very words, and the bare
// comparison of times is what the condition of the index follows from.
const PLACE = (guid: string): string => `string_to_array(replace(${guid}, 'ut-', ''), '-')::int[]`;

const TASK_RUNS: Statement = {
  name: 'list-task-runs',
  text: `
SELECT state, status FROM task_run
WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND created_at >= $4::timestamptz
  AND (created_at, ${PLACE('guid')}) > ($4::timestamptz, ${PLACE('$5')})
ORDER BY created_at, ${PLACE('guid')} LIMIT $6`,
};

/** Oldest first, those of one moment by thread; each with its attempts. */
export async function listTaskRuns(
  store: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[createdAt: string, guid: string]>,
): Promise<TaskRun[]> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  if (!found) return [];
  const { familyId, state, leases } = found;
  const values = [tenantId, familyId, wfRunId, ...(after ?? ['-infinity', '']), take];
  const rows = await run<{ state: unknown; status: string }>(store.pool, TASK_RUNS, values);
  const ended = rows.map((row) => endedTaskRunOf(readLeftTask(row.state), row.status));
  const key = after && taskRunKey(...after);
  const later = liveTaskRunsOf(state, leases).filter(
    ({ createdAt, guid }) => key === null || compareParts(taskRunKey(createdAt, guid), key) > 0,
  );
  return merged([...ended, ...later], ({ createdAt, guid }) => taskRunKey(createdAt, guid), take);
}

const USER_TASKS: Statement = {
  name: 'list-user-tasks-of-run',
  text: `
SELECT ${SUMMARY_COLUMNS} FROM wf_run r
JOIN user_task_run t ON t.tenant_id = r.tenant_id AND t.family_id = r.family_id AND t.wf_run_id = r.id
WHERE r.tenant_id = $1 AND r.id = $2
  AND (t.created_at, t.thread_run_number, t.position) > ($3::timestamptz, $4::int, $5::int)
ORDER BY t.created_at, t.thread_run_number, t.position LIMIT $6`,
};

type SummaryRow = Omit<UserTaskRunSummary, 'createdAt' | 'endedAt'> & { createdAt: Date; endedAt: Date | null };

/** Oldest first, those of one moment by thread. */
export async function listUserTasksOfRun(
  { pool }: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[createdAt: string, thread: number, position: number]>,
): Promise<UserTaskRunSummary[]> {
  const rows = await run<SummaryRow>(pool, USER_TASKS, [tenantId, wfRunId, ...(after ?? ['-infinity', -1, -1]), take]);
  return rows.map(summaryOf);
}

/** The first of them in the order of their keys. */
function merged<Part>(parts: Part[], keyOf: (part: Part) => readonly (string | number)[], take: number): Part[] {
  return parts.sort((a, b) => compareParts(keyOf(a), keyOf(b))).slice(0, take);
}

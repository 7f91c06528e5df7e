// A WfRun and its parts as an admin reads them, a page at a time.
import type { JsonValue } from '#contracts/json.ts';
import { type TaskAttempt, type TaskRun, type TaskStatus, taskInput } from '#contracts/task-run.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { VariableType } from '#contracts/value.ts';
import { failure, type NodeRun, type RunStatus, type RunVariable, type WfRun } from '#contracts/wf-run.ts';
import type { NodeRunModel, TaskAttemptModel, TaskQueueModel, ThreadRunModel, WfRunModel } from './generated/models.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { SUMMARY_COLUMNS, summaryOf, timestampOf } from './user-task-view.ts';

/** What comes after a part; null for the first page. `take` is one more than the page. */
export type PartPage<After> = { after: After | null; take: number };

type OfRun = { tenantId: string; familyId: string; wfRunId: string };
const ofRun = (tenantId: string, wfRunId: string): OfRun => ({ tenantId, familyId: wfRunId, wfRunId });

const endOf = (at: Date | null): string | null => (at === null ? null : timestampOf(at));
const failureOf = (stored: unknown) => failure.nullable().parse(stored);

export async function findWfRun({ prisma }: Store, tenantId: string, wfRunId: string): Promise<WfRun | null> {
  const where = { tenantId_familyId_id: { tenantId, familyId: wfRunId, id: wfRunId } };
  const [row, threads] = await Promise.all([
    prisma.wfRun.findUnique({ where }),
    prisma.threadRun.findMany({ where: ofRun(tenantId, wfRunId), orderBy: { number: 'asc' } }),
  ]);
  return row && { ...wfRunSummaryOf(row), threadRuns: threads.map(threadRunOf) };
}

export async function isWfRunKnown({ prisma }: Store, tenantId: string, wfRunId: string): Promise<boolean> {
  return (await prisma.wfRun.count({ where: { tenantId, familyId: wfRunId, id: wfRunId } })) > 0;
}

export type WfRunRow = Pick<
  WfRunModel,
  'id' | 'wfSpecName' | 'majorVersion' | 'revision' | 'status' | 'requester' | 'startedAt' | 'endedAt'
>;

export function wfRunSummaryOf(row: WfRunRow) {
  return {
    id: row.id,
    wfSpecName: row.wfSpecName,
    majorVersion: row.majorVersion,
    revision: row.revision,
    status: row.status as RunStatus,
    requester: row.requester,
    startedAt: timestampOf(row.startedAt),
    endedAt: endOf(row.endedAt),
  };
}

function threadRunOf(row: ThreadRunModel): WfRun['threadRuns'][number] {
  return {
    number: row.number,
    threadSpecName: row.threadSpecName,
    status: row.status as RunStatus,
    startedAt: timestampOf(row.startedAt),
    endedAt: endOf(row.endedAt),
    currentNodeName: row.currentNodeName,
    currentNodePosition: row.currentNodePosition,
    failure: failureOf(row.failure),
  };
}

/** In the order of threads, and in each of arrival. */
export async function listNodeRuns(
  { prisma }: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[thread: number, position: number]>,
): Promise<NodeRun[]> {
  const later = after && [
    { threadRunNumber: { gt: after[0] } },
    { threadRunNumber: after[0], position: { gt: after[1] } },
  ];
  const rows = await prisma.nodeRun.findMany({
    where: { ...ofRun(tenantId, wfRunId), ...(later && { OR: later }) },
    orderBy: [{ threadRunNumber: 'asc' }, { position: 'asc' }],
    take,
  });
  return rows.map(nodeRunOf);
}

function nodeRunOf(row: NodeRunModel): NodeRun {
  return {
    threadRunNumber: row.threadRunNumber,
    position: row.position,
    threadSpecName: row.threadSpecName,
    nodeName: row.nodeName,
    nodeType: row.nodeType,
    status: row.status as RunStatus,
    arrivedAt: timestampOf(row.arrivedAt),
    endedAt: endOf(row.endedAt),
    failure: failureOf(row.failure),
    taskRunGuid: row.taskRunGuid,
    userTaskRunGuid: row.userTaskRunGuid,
  };
}

/** By thread and name. */
export async function listVariables(
  { prisma }: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[thread: number, name: string]>,
): Promise<RunVariable[]> {
  const later = after && [{ threadRunNumber: { gt: after[0] } }, { threadRunNumber: after[0], name: { gt: after[1] } }];
  const rows = await prisma.variable.findMany({
    where: { ...ofRun(tenantId, wfRunId), ...(later && { OR: later }) },
    orderBy: [{ threadRunNumber: 'asc' }, { name: 'asc' }],
    take,
  });
  return rows.map((row) => ({
    threadRunNumber: row.threadRunNumber,
    name: row.name,
    type: row.type as VariableType,
    value: row.value as JsonValue,
    updatedAt: timestampOf(row.updatedAt),
  }));
}

/** By guid, each with its attempts: those that have ended, then the one in the queue. */
export async function listTaskRuns(
  { prisma }: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<string>,
): Promise<TaskRun[]> {
  const where = { ...ofRun(tenantId, wfRunId), ...(after !== null && { guid: { gt: after } }) };
  const rows = await prisma.taskRun.findMany({ where, orderBy: { guid: 'asc' }, take });
  const attemptsOf = { ...ofRun(tenantId, wfRunId), guid: { in: rows.map(({ guid }) => guid) } };
  const [ended, queued] = await Promise.all([
    prisma.taskAttempt.findMany({ where: attemptsOf, orderBy: { attempt: 'asc' } }),
    prisma.taskQueue.findMany({ where: attemptsOf }),
  ]);
  return rows.map((row) => {
    const attempts = [
      ...ended.filter(({ guid }) => guid === row.guid).map(endedAttemptOf),
      ...queued.filter(({ guid }) => guid === row.guid).map(queuedAttemptOf),
    ];
    return {
      guid: row.guid,
      taskDefName: row.taskDefName,
      status: attempts.at(-1)?.status ?? 'SCHEDULED',
      inputs: taskInput.array().parse(row.inputs),
      timeoutSeconds: row.timeoutSeconds,
      totalAttempts: row.totalAttempts,
      attempts,
    };
  });
}

function endedAttemptOf(row: TaskAttemptModel): TaskAttempt {
  return {
    number: row.attempt,
    status: row.status as TaskStatus,
    scheduledAt: timestampOf(row.scheduledAt),
    startedAt: endOf(row.startedAt),
    endedAt: timestampOf(row.endedAt),
    workerId: row.workerId,
    output: row.output as JsonValue,
    error: row.error as TaskAttempt['error'],
    logOutput: row.logOutput,
  };
}

function queuedAttemptOf(row: TaskQueueModel): TaskAttempt {
  return {
    number: row.attempt,
    status: row.leaseToken === null ? 'SCHEDULED' : 'RUNNING',
    scheduledAt: timestampOf(row.scheduledAt),
    startedAt: endOf(row.startedAt),
    endedAt: null,
    workerId: row.workerId,
    output: null,
    error: null,
    logOutput: null,
  };
}

const USER_TASKS: Statement = {
  name: 'list-user-tasks-of-run',
  text: `
SELECT ${SUMMARY_COLUMNS} FROM user_task_run t
WHERE t.tenant_id = $1 AND t.family_id = $2 AND t.wf_run_id = $2 AND ($3::timestamptz, $4) < (t.created_at, t.guid)
ORDER BY t.created_at, t.guid LIMIT $5`,
};

type SummaryRow = Omit<UserTaskRunSummary, 'createdAt' | 'endedAt'> & { createdAt: Date; endedAt: Date | null };

/** Oldest first. */
export async function listUserTasksOfRun(
  { pool }: Store,
  tenantId: string,
  wfRunId: string,
  { after, take }: PartPage<[createdAt: string, guid: string]>,
): Promise<UserTaskRunSummary[]> {
  const [createdAt, guid] = after ?? ['-infinity', ''];
  const rows = await run<SummaryRow>(pool, USER_TASKS, [tenantId, wfRunId, createdAt, guid, take]);
  return rows.map(summaryOf);
}

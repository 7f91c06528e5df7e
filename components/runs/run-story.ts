import type { ExternalEvent, WorkflowEvent } from '#contracts/event.ts';
import type { TaskAttempt, TaskRun } from '#contracts/task-run.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { Failure, NodeRun, RunAct, ThreadRun, WfRun } from '#contracts/wf-run.ts';

/** What a run is told from. */
export type RunParts = {
  run: WfRun;
  nodeRuns: readonly NodeRun[];
  taskRuns: readonly TaskRun[];
  userTaskRuns: readonly UserTaskRunSummary[];
  externalEvents: readonly ExternalEvent[];
  workflowEvents: readonly WorkflowEvent[];
};

/** One thing that happened, or that a run now waits for. */
export type Moment = { at: string; thread: number } & (
  | { kind: 'started' }
  | { kind: 'ended'; failure: Failure | null }
  | { kind: 'threadStarted'; name: string }
  | { kind: 'node'; nodeRun: NodeRun }
  | { kind: 'failed'; nodeRun: NodeRun; failure: Failure }
  | { kind: 'act'; act: RunAct }
  | { kind: 'attempt'; task: TaskRun; attempt: TaskAttempt }
  | { kind: 'userTask'; task: UserTaskRunSummary; ended: boolean }
  | { kind: 'eventCame'; event: ExternalEvent }
  | { kind: 'eventThrown'; event: WorkflowEvent }
);

/** One step writes one instant for all that it does: what brought it about is told first, and then what came of it; the threads stay in their order. */
const RANKS: Record<Moment['kind'], number> = {
  started: 0,
  act: 1,
  eventCame: 2,
  attempt: 3,
  failed: 4,
  node: 5,
  eventThrown: 6,
  threadStarted: 7,
  userTask: 8,
  ended: 10,
};
const WAITS = 9;

function rankOf(moment: Moment): number {
  const isWaiting =
    (moment.kind === 'attempt' && moment.attempt.endedAt === null) ||
    (moment.kind === 'node' && moment.nodeRun.endedAt === null);
  return isWaiting ? WAITS : RANKS[moment.kind];
}

/** What happened in a run, oldest first. What has a moment of its own, an attempt or a user task, is not told as a node besides. */
export function storyOf(parts: RunParts): Moment[] {
  const { run, nodeRuns, taskRuns, userTaskRuns, externalEvents, workflowEvents } = parts;
  const moments: Moment[] = [
    { at: run.startedAt, thread: 0, kind: 'started' },
    ...run.threadRuns.filter(({ number }) => number > 0).map(threadStarted),
    ...nodeRuns.flatMap(nodeMoments),
    ...taskRuns.flatMap(attempts),
    ...userTaskRuns.flatMap(userTask),
    ...externalEvents.map(
      (event): Moment => ({ at: event.createdAt, thread: event.threadRunNumber ?? 0, kind: 'eventCame', event }),
    ),
    ...workflowEvents.map(
      (event): Moment => ({ at: event.createdAt, thread: event.threadRunNumber, kind: 'eventThrown', event }),
    ),
  ];
  moments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rankOf(a) - rankOf(b) || a.thread - b.thread);
  if (run.endedAt === null) return moments;
  const failure = run.threadRuns.find(({ number }) => number === 0)?.failure ?? null;
  return [...moments, { at: run.endedAt, thread: 0, kind: 'ended', failure }];
}

const threadStarted = ({ startedAt, number, threadSpecName }: ThreadRun): Moment => ({
  at: startedAt,
  thread: number,
  kind: 'threadStarted',
  name: threadSpecName,
});

function nodeMoments(nodeRun: NodeRun): Moment[] {
  const { nodeType, threadRunNumber: thread, arrivedAt, endedAt, failures, acts } = nodeRun;
  const isTold =
    nodeType === 'ENTRYPOINT' ||
    nodeType === 'EXIT' ||
    nodeType === 'NOP' ||
    nodeType === 'TASK' ||
    nodeType === 'USER_TASK';
  const at = endedAt ?? arrivedAt;
  return [
    ...(isTold ? [] : [{ at, thread, kind: 'node', nodeRun } as const]),
    ...failures.map((failure) => ({ at, thread, kind: 'failed', nodeRun, failure }) as const),
    ...acts.map((act) => ({ at: act.at, thread, kind: 'act', act }) as const),
  ];
}

function attempts(task: TaskRun): Moment[] {
  const thread = Number(task.guid.replace(/^ut-/, '').split('-')[0]);
  return task.attempts.map((attempt) => ({
    at: attempt.endedAt ?? attempt.startedAt ?? attempt.scheduledAt,
    thread,
    kind: 'attempt',
    task,
    attempt,
  }));
}

function userTask(task: UserTaskRunSummary): Moment[] {
  const thread = Number(task.guid.split('-')[0]);
  return [
    { at: task.createdAt, thread, kind: 'userTask', task, ended: false },
    ...(task.endedAt === null ? [] : [{ at: task.endedAt, thread, kind: 'userTask', task, ended: true } as const]),
  ];
}

// Attempts on their way to a worker: into the queue, put off for a backoff, and out again.
import { claimKey } from '../command.ts';
import type { TaskRunState, WfRunState } from '../family.ts';
import { clearTimer, setTimer, taskTimer } from '../timers.ts';
import { record, request, type Work } from '../work.ts';

/** Puts a TaskRun into a run that is ready to be changed. */
export function setTaskRun(run: WfRunState, taskRun: TaskRunState): void {
  run.taskRuns = { ...run.taskRuns, [taskRun.guid]: taskRun };
}

export function dropTaskRun(run: WfRunState, guid: string): void {
  const { [guid]: _, ...rest } = run.taskRuns;
  run.taskRuns = rest;
}

/** Puts the present attempt in front of the workers. The run is ready to be changed. */
export function scheduleTask(work: Work, run: WfRunState, scheduled: TaskRunState): void {
  const { at } = work;
  const taskRun: TaskRunState = { ...scheduled, state: 'SCHEDULED' };
  const { guid, attempt, scheduleTimeoutSeconds } = taskRun;
  setTaskRun(run, taskRun);
  const wfSpecName = run.wfSpec.name;
  request(work, queueKey(run, taskRun), { type: 'ScheduleTask', wfRunId: run.id, taskRun, wfSpecName, at });
  if (scheduleTimeoutSeconds !== null) {
    setTimer(work, run.id, taskTimer(guid, attempt), taskRun.scheduledAt + scheduleTimeoutSeconds * 1000);
  }
}

/** Sends the present attempt on its way: to the workers, or first into its backoff. */
export function beginAttempt(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  if (taskRun.scheduledAt > work.at) putOffTask(work, run, taskRun);
  else scheduleTask(work, run, { ...taskRun, scheduledAt: work.at });
}

function putOffTask(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  const { guid, attempt, scheduledAt } = taskRun;
  setTaskRun(run, { ...taskRun, state: 'PENDING' });
  setTimer(work, run.id, taskTimer(guid, attempt), scheduledAt);
}

/** Takes the present attempt, which no worker had when the family was loaded, out of the queue. */
export function withdrawTask(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  if (taskRun.state === 'WITHDRAWN') return;
  const { guid, attempt, state } = taskRun;
  if (state === 'PENDING' || taskRun.scheduleTimeoutSeconds !== null) {
    clearTimer(work, run.id, taskTimer(guid, attempt));
  }
  if (state === 'SCHEDULED') unschedule(work, run, taskRun, true);
  setTaskRun(run, { ...taskRun, state: 'WITHDRAWN' });
}

/** After a halt. A worker may have been quicker than the halt: then the queue has the attempt still. */
export function resumeTask(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  const { guid, attempt, state } = taskRun;
  if (state !== 'WITHDRAWN') return;
  if (work.claims.has(claimKey(run.id, guid, attempt))) setTaskRun(run, { ...taskRun, state: 'SCHEDULED' });
  else beginAttempt(work, run, taskRun);
}

/** Ends a TaskRun whose outcome nobody waits for any more. */
export function cancelTask(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  const { guid, attempt } = taskRun;
  clearTimer(work, run.id, taskTimer(guid, attempt));
  unschedule(work, run, taskRun);
  dropTaskRun(run, guid);
  record(work, `task-run ${run.id} ${guid}`, {
    type: 'TaskRunEnded',
    wfRunId: run.id,
    taskRun,
    status: 'CANCELLED',
    at: work.at,
  });
}

/** Reminders do not outlive the thread, or with null the run, that they hang on in its state. The run is ready to be changed. */
export function cancelReminders(work: Work, run: WfRunState, threadRunNumber: number | null): void {
  for (const taskRun of Object.values(run.taskRuns)) {
    const isOfIt = threadRunNumber === null || taskRun.threadRunNumber === threadRunNumber;
    if (taskRun.userTask !== null && isOfIt) cancelTask(work, run, taskRun);
  }
}

export function unschedule(work: Work, run: WfRunState, taskRun: TaskRunState, onlyUnclaimed = false): void {
  const { guid, attempt } = taskRun;
  request(work, queueKey(run, taskRun), { type: 'UnscheduleTask', wfRunId: run.id, guid, attempt, onlyUnclaimed });
}

const queueKey = (run: WfRunState, { guid, attempt }: TaskRunState): string => `queue ${run.id} ${guid} ${attempt}`;

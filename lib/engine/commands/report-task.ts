// ReportTask: how an attempt ended; it is tried again, or the thread goes on with its output or failure (semantics.md 10.3).
import type { Refusal } from '#contracts/problem.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import type { CommandOf, Lease } from '../command.ts';
import type { TaskAttemptState, TaskRunState, WfRunState } from '../family.ts';
import { lookup } from '../lookup.ts';
import { refuse } from '../refuse.ts';
import { settle, settleFailure } from '../settle.ts';
import { type EndedAttempt, endAttempt } from '../task/end-attempt.ts';
import { beginAttempt, dropTaskRun, setTaskRun, unschedule } from '../task/schedule-task.ts';
import { clearTimer, taskTimer } from '../timers.ts';
import { ownRun, record, siteOf, threadOf, type Work } from '../work.ts';

export function reportTask(work: Work, command: CommandOf<'ReportTask'>): Refusal | null {
  const { wfRunId, guid, attempt, outcome, lease } = command;
  const run = ownRun(work, wfRunId);
  const taskRun = lookup(run.taskRuns, guid);
  if (!taskRun || taskRun.attempt !== attempt) {
    return refuse('FAILED_PRECONDITION', `Attempt ${attempt} of TaskRun ${guid} has ended, or never was`);
  }
  unschedule(work, run, taskRun);
  finishAttempt(work, run, taskRun, endAttempt(work, taskRun, outcome), lease, outcome.logOutput ?? null);
  return null;
}

/** Notes how the present attempt ended, and either begins the next or tells the thread. */
export function finishAttempt(
  work: Work,
  run: WfRunState,
  taskRun: TaskRunState,
  ended: EndedAttempt,
  lease: Lease | null,
  logOutput: string | null,
): void {
  const { guid, attempt } = taskRun;
  if (taskRun.scheduleTimeoutSeconds !== null) clearTimer(work, run.id, taskTimer(guid, attempt));
  const { status, output, error } = ended;
  const noted: TaskAttemptState = {
    number: attempt,
    status,
    scheduledAt: taskRun.scheduledAt,
    startedAt: lease?.startedAt ?? null,
    endedAt: work.at,
    workerId: lease?.workerId ?? null,
    leaseToken: lease?.leaseToken ?? null,
    output,
    error,
    logOutput,
  };
  const after: TaskRunState = { ...taskRun, attempts: [...taskRun.attempts, noted] };
  if (lease !== null && isRetried(status) && attempt + 1 < taskRun.totalAttempts) tryAgain(work, run, after);
  else endTaskRun(work, run, after, ended);
}

/** A thread that is to stand still gets its next attempt when it goes on (decision 17). */
function tryAgain(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  const next: TaskRunState = {
    ...taskRun,
    attempt: taskRun.attempt + 1,
    scheduledAt: work.at + delayOf(taskRun),
  };
  const isHalting = taskRun.userTask === null && (threadOf(run, taskRun.threadRunNumber)?.haltReasons.length ?? 0) > 0;
  if (isHalting) setTaskRun(run, { ...next, state: 'WITHDRAWN' });
  else beginAttempt(work, run, next);
  work.awake.add(run.id);
}

/** Before retry N, counted from 1: min(baseMs · multiplier^(N-1), maxMs). */
function delayOf({ backoff, attempt }: TaskRunState): number {
  return backoff ? Math.round(Math.min(backoff.baseMs * backoff.multiplier ** attempt, backoff.maxMs)) : 0;
}

function endTaskRun(
  work: Work,
  run: WfRunState,
  taskRun: TaskRunState,
  { status, output, failure }: EndedAttempt,
): void {
  dropTaskRun(run, taskRun.guid);
  record(work, `task-run ${run.id} ${taskRun.guid}`, {
    type: 'TaskRunEnded',
    wfRunId: run.id,
    taskRun,
    status,
    at: work.at,
  });
  if (taskRun.userTask !== null) return;
  const thread = threadOf(run, taskRun.threadRunNumber);
  // Its thread may have ended, or have been moved to another node, while the worker was at it.
  if (!thread || thread.current.position !== taskRun.position || thread.current.endedAt !== null) return;
  const site = siteOf(work, run, taskRun.threadRunNumber);
  if (failure) settleFailure(site, failure);
  else settle(site, output);
}

function isRetried(status: TaskStatus): boolean {
  return status === 'FAILED' || status === 'TIMEOUT';
}

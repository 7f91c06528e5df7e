// TaskRuns as callers see them: masked inputs and outputs are never shown.
import { MASK, type TaskAttempt, type TaskRun, type TaskStatus } from '#contracts/task-run.ts';
import { claimKey } from '#engine/command.ts';
import type { TaskAttemptState, TaskRunState, WfRunState } from '#engine/family.ts';
import type { Leases } from './load-families.ts';
import { timestampOf } from './user-task-view.ts';

export const endedTaskRunOf = (task: TaskRunState, status: string): TaskRun =>
  // The engine wrote it.
  taskRunOf(task, status as TaskStatus, task.attempts.map(attemptOf(task)));

/** Those whose outcome the run waits for, with the attempt that is waiting or running. */
export function liveTaskRunsOf(run: WfRunState, leases: Leases): TaskRun[] {
  return Object.values(run.taskRuns).map((task) => {
    const lease = leases.get(claimKey(run.id, task.guid, task.attempt));
    const waiting = task.state === 'SCHEDULED' ? 'SCHEDULED' : 'PENDING';
    const status = lease ? 'RUNNING' : waiting;
    const current: TaskAttempt = {
      number: task.attempt,
      status,
      scheduledAt: timestampOf(task.scheduledAt),
      startedAt: lease ? timestampOf(lease.startedAt) : null,
      endedAt: null,
      workerId: lease?.workerId ?? null,
      output: null,
      error: null,
      logOutput: null,
    };
    return taskRunOf(task, status, [...task.attempts.map(attemptOf(task)), current]);
  });
}

/** When it was made, and the numbers that its guid is made of. */
export const taskRunKey = (createdAt: string, guid: string): [string, ...number[]] => [
  createdAt,
  ...guid.replace('ut-', '').split('-').map(Number),
];

function taskRunOf(task: TaskRunState, status: TaskStatus, attempts: TaskAttempt[]): TaskRun {
  const { guid, taskDefName, inputs, timeoutSeconds, totalAttempts, userTask, createdAt } = task;
  return {
    guid,
    taskDefName,
    status,
    inputs: inputs.map(({ name, value, masked }) => ({ name, value: masked ? MASK : value })),
    timeoutSeconds,
    totalAttempts,
    userTask,
    createdAt: timestampOf(createdAt),
    attempts,
  };
}

const attemptOf =
  ({ outputMasked }: TaskRunState) =>
  ({ leaseToken: _, output, scheduledAt, startedAt, endedAt, ...attempt }: TaskAttemptState): TaskAttempt => ({
    ...attempt,
    output: outputMasked && output !== null ? MASK : output,
    scheduledAt: timestampOf(scheduledAt),
    startedAt: startedAt === null ? null : timestampOf(startedAt),
    endedAt: timestampOf(endedAt),
  });

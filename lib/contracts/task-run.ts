// TaskRun, its attempts, and what a task worker polls and reports (semantics.md 10, decision 23).
import { z } from 'zod';
import { jsonValue } from './json-shape.ts';
import { count, docketName, positionGuid, taskRunGuid, timestamp } from './names.ts';

export const TASK_STATUSES = [
  'PENDING',
  'SCHEDULED',
  'RUNNING',
  'SUCCESS',
  'FAILED',
  'TIMEOUT',
  'OUTPUT_ERROR',
  'INPUT_ERROR',
  'EXCEPTION',
  'CANCELLED',
] as const;
export const taskStatus = z.enum(TASK_STATUSES).meta({ id: 'TaskStatus' });
export type TaskStatus = z.infer<typeof taskStatus>;

export const taskError = z.strictObject({ type: z.string().max(200), message: z.string().max(10_000) });
export const taskException = z.strictObject({
  name: docketName,
  message: z.string().max(10_000),
  content: jsonValue.optional(),
});

export const taskAttempt = z
  .object({
    number: z.int(),
    status: taskStatus,
    scheduledAt: timestamp,
    startedAt: timestamp.nullable(),
    endedAt: timestamp.nullable(),
    workerId: z.string().nullable(),
    output: jsonValue,
    error: z.object({ type: z.string(), message: z.string() }).nullable(),
    logOutput: z.string().nullable(),
  })
  .meta({ id: 'TaskAttempt' });
export type TaskAttempt = z.infer<typeof taskAttempt>;

export const taskInput = z.object({ name: z.string(), value: jsonValue });
export const MASK = '*****';

/** The user task that a reminder is about, with its owners when that fell due. */
export const remindedUserTask = z
  .object({ guid: positionGuid, userId: z.string().nullable(), userGroup: z.string().nullable() })
  .meta({ id: 'RemindedUserTask' });
export type RemindedUserTask = z.infer<typeof remindedUserTask>;

export const taskRun = z
  .object({
    guid: taskRunGuid,
    taskDefName: docketName,
    status: taskStatus,
    inputs: z.array(taskInput),
    timeoutSeconds: z.int(),
    totalAttempts: z.int(),
    userTask: remindedUserTask.nullable(),
    createdAt: timestamp,
    attempts: z.array(taskAttempt),
  })
  .meta({ id: 'TaskRun' });
export type TaskRun = z.infer<typeof taskRun>;

/** A lease on one attempt: report or heartbeat with `leaseToken` before `leaseUntil`, or the attempt is a TIMEOUT. */
export const taskLease = z
  .object({
    wfRunId: docketName,
    guid: taskRunGuid,
    taskDefName: docketName,
    wfSpecName: docketName,
    threadRunNumber: z.int(),
    nodeRunPosition: z.int(),
    attempt: z.int().meta({ description: '0 for the first.' }),
    inputs: z.array(taskInput),
    leaseToken: z.string(),
    leaseUntil: timestamp,
    timeoutSeconds: z.int(),
    scheduledAt: timestamp,
    checkpoints: z.int().meta({ description: 'How many checkpoints earlier attempts have put.' }),
    userTask: remindedUserTask.nullable().meta({ description: 'Of a reminder.' }),
  })
  .meta({ id: 'TaskLease' });
export type TaskLease = z.infer<typeof taskLease>;

export const checkpoint = z
  .object({
    number: z.int(),
    attempt: z.int(),
    value: jsonValue,
    logOutput: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Checkpoint' });
export type Checkpoint = z.infer<typeof checkpoint>;

/**
 * Exactly one of output (null when nothing is returned), error (may be retried), inputError (the worker could not read the inputs) and
 * exception (a business outcome); the last two are never retried.
 */
export const taskReportBody = z
  .strictObject({
    attempt: count,
    leaseToken: z.string().min(1).max(200),
    output: jsonValue.optional(),
    error: taskError.optional(),
    inputError: z.strictObject({ message: z.string().max(10_000) }).optional(),
    exception: taskException.optional(),
    logOutput: z.string().max(100_000).optional(),
  })
  .refine(
    ({ output, error, inputError, exception }) =>
      [output, error, inputError, exception].filter((part) => part !== undefined).length === 1,
    { error: 'give exactly one of output, error, inputError and exception' },
  );

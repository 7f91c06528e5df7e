// Operations of task workers: poll, report, heartbeat (decision 23).
import { z } from 'zod';
import { jsonValue } from '../json-shape.ts';
import { count, docketName, taskRunGuid, timestamp } from '../names.ts';
import { checkpoint, taskLease, taskReportBody } from '../task-run.ts';
import { operation } from './operation.ts';

const attemptOf = z.strictObject({ wfRunId: docketName, guid: taskRunGuid });
const checkpointOf = attemptOf.extend({ number: z.coerce.number<number>().int().min(0).max(100_000) });
const leased = z.strictObject({ attempt: count, leaseToken: z.string().min(1).max(200) });
const access = { user: 'admin', scope: 'workers' } as const;

export const MAX_POLL_SECONDS = 30;
export const MAX_POLL_TASKS = 50;

export const workerOperations = {
  pollTaskRuns: operation({
    method: 'POST',
    path: '/task-runs/poll',
    tag: 'Workers',
    summary: 'Take up to `max` attempts that are waiting; wait for the first up to `waitSeconds`',
    access,
    body: z.strictObject({
      taskDefNames: z.array(docketName).min(1).max(100),
      workerId: z.string().min(1).max(200),
      max: z.int().min(1).max(MAX_POLL_TASKS).default(1),
      waitSeconds: z.number().min(0).max(MAX_POLL_SECONDS).default(0),
    }),
    response: z.object({ results: z.array(taskLease) }),
    status: 200,
    errors: [],
  }),
  reportTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/task-runs/{guid}/report',
    tag: 'Workers',
    summary: 'Report the outcome of an attempt',
    description:
      'The same report again is a no-op. One whose lease has ended is FAILED_PRECONDITION and changes nothing.',
    access,
    params: attemptOf,
    body: taskReportBody,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  heartbeatTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/task-runs/{guid}/heartbeat',
    tag: 'Workers',
    summary: 'Extend the lease on an attempt by its time-out',
    access,
    params: attemptOf,
    body: leased,
    response: z.object({ leaseUntil: timestamp }),
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  }),
  putCheckpoint: operation({
    method: 'PUT',
    path: '/wf-runs/{wfRunId}/task-runs/{guid}/checkpoints/{number}',
    tag: 'Workers',
    summary: 'Keep what an attempt has done once and for all, and extend its lease',
    description:
      'Numbers count from 0, without gaps. Attempts after it read the checkpoints and do not repeat what they hold.',
    access,
    params: checkpointOf,
    body: leased.extend({ value: jsonValue, logOutput: z.string().max(100_000).optional() }),
    response: z.object({ leaseUntil: timestamp }),
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'PAYLOAD_TOO_LARGE'],
  }),
  getCheckpoint: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/task-runs/{guid}/checkpoints/{number}',
    tag: 'Workers',
    summary: 'Get a checkpoint',
    access,
    params: checkpointOf,
    response: checkpoint,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
};

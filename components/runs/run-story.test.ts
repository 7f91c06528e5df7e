import { expect, it } from 'vitest';
import type { TaskAttempt, TaskRun } from '#contracts/task-run.ts';
import type { NodeRun, WfRun } from '#contracts/wf-run.ts';
import { storyOf } from './run-story.ts';

const AT = '2026-11-30T10:00:00.000Z';
const LATER = '2026-11-30T10:05:00.000Z';

const thread = (number: number, startedAt: string): WfRun['threadRuns'][number] => ({
  number,
  type: number === 0 ? 'ENTRYPOINT' : 'INTERRUPT',
  parentThreadRunNumber: number === 0 ? null : 0,
  threadSpecName: number === 0 ? 'main' : 'refund',
  status: 'RUNNING',
  startedAt,
  endedAt: null,
  currentNodeName: 'work',
  currentNodePosition: 1,
  haltReasons: [],
  handledFailedChildren: [],
  failure: null,
  output: null,
});

const run: WfRun = {
  id: 'run',
  wfSpecName: 'order',
  majorVersion: 0,
  revision: 0,
  status: 'RUNNING',
  requester: null,
  parentWfRunId: null,
  scheduledWfRunId: null,
  startedAt: AT,
  endedAt: null,
  oldWfSpecVersions: [],
  output: null,
  threadRuns: [thread(0, AT), thread(1, LATER)],
};

const attempt = (endedAt: string | null): TaskAttempt => ({
  number: 0,
  status: endedAt === null ? 'SCHEDULED' : 'FAILED',
  scheduledAt: endedAt ?? LATER,
  startedAt: endedAt,
  endedAt,
  workerId: null,
  output: null,
  error: null,
  logOutput: null,
});

const task = (guid: string, of: TaskAttempt): TaskRun => ({
  guid,
  taskDefName: 'pay',
  status: of.status,
  inputs: [],
  timeoutSeconds: 60,
  totalAttempts: 1,
  userTask: null,
  createdAt: of.scheduledAt,
  attempts: [of],
});

const failed: NodeRun = {
  threadRunNumber: 0,
  position: 1,
  threadSpecName: 'main',
  nodeName: 'work',
  nodeType: 'TASK',
  status: 'ERROR',
  arrivedAt: AT,
  endedAt: LATER,
  failures: [
    { name: 'TASK_FAILURE', message: '', content: null, handlerThreadRunNumber: null, wasProperlyHandled: false },
  ],
  taskRunGuid: '0-1',
  userTaskRunGuid: null,
  childWfRunId: null,
  childThreadRuns: [],
  externalEventGuid: null,
  wakeAt: null,
  acts: [],
  correlationKey: null,
};

it('tells of one instant what brought it about first, and what waits last', () => {
  const moments = storyOf({
    run,
    nodeRuns: [failed],
    taskRuns: [task('1-1', attempt(null)), task('0-1', attempt(LATER))],
    userTaskRuns: [],
    externalEvents: [],
    workflowEvents: [],
  });
  expect(moments.map(({ kind, thread: of }) => [kind, of])).toEqual([
    ['started', 0],
    ['attempt', 0],
    ['failed', 0],
    ['threadStarted', 1],
    ['attempt', 1],
  ]);
});

it('tells what was done by hand where it was done, before what came of it', () => {
  const act = { type: 'RESUMED', by: 'ada', at: LATER, reason: 'It is mended' } as const;
  const moments = storyOf({
    run,
    nodeRuns: [{ ...failed, acts: [act] }],
    taskRuns: [],
    userTaskRuns: [],
    externalEvents: [],
    workflowEvents: [],
  });
  expect(moments.map(({ kind }) => kind)).toEqual(['started', 'act', 'failed', 'threadStarted']);
});

it('tells of one instant thread by thread, in the order of their numbers', () => {
  const moments = storyOf({
    run: { ...run, threadRuns: [thread(0, AT)] },
    nodeRuns: [],
    taskRuns: ['0-1', '1-1', '10-1', '2-1'].map((guid) => task(guid, attempt(LATER))),
    userTaskRuns: [],
    externalEvents: [],
    workflowEvents: [],
  });
  expect(moments.map(({ kind, thread: of }) => [kind, of])).toEqual([
    ['started', 0],
    ['attempt', 0],
    ['attempt', 1],
    ['attempt', 2],
    ['attempt', 10],
  ]);
});

// Operations that keep a Docket in order: bulk jobs, timers, metrics.
import { z } from 'zod';
import { countInAddress, docketName, timestamp, userGroup, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { bulkJob, bulkJobBody, bulkJobStatus, metrics, timer } from '../upkeep.ts';
import { metricsGrouping, timeZone, userTaskMetrics } from '../user-task-metrics.ts';
import { operation } from './operation.ts';

const ofJob = z.strictObject({ jobId: docketName });
const read = { user: 'admin', scope: 'read' } as const;
const write = { user: 'admin', scope: 'runs' } as const;
const tag = 'Upkeep';

const window = z.strictObject({
  from: timestamp,
  to: timestamp.optional().meta({ description: 'Until before then; unless given, now.' }),
});

export const upkeepOperations = {
  createBulkJob: operation({
    method: 'POST',
    path: '/bulk-jobs',
    tag,
    summary: 'Delete many WfRuns in the background',
    description:
      'Runs of one WfSpec in a final status, with their child runs, in bounded batches. Child runs go with their roots only.',
    access: write,
    body: bulkJobBody,
    response: bulkJob,
    status: 201,
    errors: [],
  }),
  searchBulkJobs: operation({
    method: 'GET',
    path: '/bulk-jobs',
    tag,
    summary: 'List bulk jobs, newest first',
    access: read,
    query: pageQuery.extend({ jobStatus: bulkJobStatus.optional() }),
    response: pageOf(bulkJob),
    status: 200,
    errors: [],
  }),
  getBulkJob: operation({
    method: 'GET',
    path: '/bulk-jobs/{jobId}',
    tag,
    summary: 'Get a bulk job',
    access: read,
    params: ofJob,
    response: bulkJob,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  deleteBulkJob: operation({
    method: 'DELETE',
    path: '/bulk-jobs/{jobId}',
    tag,
    summary: 'Delete a bulk job; one that is under way ends with its batch',
    access: write,
    params: ofJob,
    status: 204,
    errors: ['NOT_FOUND'],
  }),
  searchFailedTimers: operation({
    method: 'GET',
    path: '/timers/failed',
    tag,
    summary: 'List timers whose command failed, longest due first',
    description: 'Each is tried again, ever less often, until it succeeds or its run is gone.',
    access: read,
    query: pageQuery,
    response: pageOf(timer),
    status: 200,
    errors: [],
  }),
  getWfRunMetrics: operation({
    method: 'GET',
    path: '/metrics/wf-runs',
    tag,
    summary: 'Count the WfRuns of a WfSpec that started within a window and have ended, and how long they took',
    access: read,
    query: window.extend({
      wfSpecName: docketName,
      majorVersion: countInAddress.optional(),
      revision: countInAddress.optional(),
    }),
    response: metrics,
    status: 200,
    errors: [],
  }),
  getTaskRunMetrics: operation({
    method: 'GET',
    path: '/metrics/task-runs',
    tag,
    summary: 'Count the TaskRuns of a TaskDef that ended within a window, and how long they took',
    access: read,
    query: window.extend({ taskDefName: docketName }),
    response: metrics,
    status: 200,
    errors: [],
  }),
  getUserTaskMetrics: operation({
    method: 'GET',
    path: '/metrics/user-tasks',
    tag,
    summary:
      'What happened to user tasks within a window: waits, holders, hand-overs, hooks, throughput; and the age of open ones',
    access: read,
    query: window.extend({
      userTaskDefName: docketName.optional(),
      userGroup: userGroup.optional(),
      userId: userId.optional(),
      by: metricsGrouping.optional().meta({ description: 'Tells the figures apart, in `groups`.' }),
      zone: timeZone.default('UTC').meta({ description: 'Whose days the window is told by.' }),
    }),
    response: userTaskMetrics,
    status: 200,
    errors: [],
  }),
};

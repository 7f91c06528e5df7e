// Operations on WfRuns and their parts.
import { z } from 'zod';
import { jsonObject } from '../json.ts';
import { docketName, timestamp, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { taskRun } from '../task-run.ts';
import { userTaskRunSummary } from '../user-task-run.ts';
import { nodeRun, runStatus, runVariable, wfRun, wfRunSummary } from '../wf-run.ts';
import { operation } from './operation.ts';

const ofRun = z.strictObject({ wfRunId: docketName });
const read = { user: 'admin', scope: 'read' } as const;

export const runOperations = {
  runWf: operation({
    method: 'POST',
    path: '/wf-runs',
    tag: 'Runs',
    summary: 'Start a WfRun',
    description:
      'Without a version the latest runs; with a major version, its latest revision. The WfRun that comes back has gone as far as it can without waiting. A person who starts a run is its requester; a service key may name one.',
    access: { user: 'any', scope: 'runs' },
    body: z.strictObject({
      wfSpecName: docketName,
      majorVersion: z.int().min(0).optional(),
      revision: z.int().min(0).optional(),
      id: docketName.optional(),
      variables: jsonObject.default({}),
      requester: userId.optional(),
    }),
    response: wfRun,
    status: 201,
    errors: ['NOT_FOUND', 'ALREADY_EXISTS', 'ABORTED'],
  }),
  searchWfRuns: operation({
    method: 'GET',
    path: '/wf-runs',
    tag: 'Runs',
    summary: 'Search WfRuns, newest first',
    access: read,
    query: pageQuery.extend({
      wfSpecName: docketName.optional(),
      status: runStatus.optional(),
      startedAfter: timestamp.optional(),
      startedBefore: timestamp.optional(),
    }),
    response: pageOf(wfRunSummary),
    status: 200,
    errors: [],
  }),
  getWfRun: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}',
    tag: 'Runs',
    summary: 'Get a WfRun with its ThreadRuns',
    access: read,
    params: ofRun,
    response: wfRun,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  deleteWfRun: operation({
    method: 'DELETE',
    path: '/wf-runs/{wfRunId}',
    tag: 'Runs',
    summary: 'Delete a WfRun that is no longer RUNNING, with everything of it',
    access: { user: 'admin', scope: 'runs' },
    params: ofRun,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  }),
  listNodeRuns: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/node-runs',
    tag: 'Runs',
    summary: 'List the NodeRuns of a WfRun, in order of arrival',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(nodeRun),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listTaskRuns: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/task-runs',
    tag: 'Runs',
    summary: 'List the TaskRuns of a WfRun with their attempts',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(taskRun),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listUserTaskRuns: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs',
    tag: 'Runs',
    summary: 'List the UserTaskRuns of a WfRun',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(userTaskRunSummary),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listVariables: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/variables',
    tag: 'Runs',
    summary: 'List the variables of a WfRun',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(runVariable),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
};

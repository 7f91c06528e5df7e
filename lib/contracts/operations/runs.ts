// Operations on WfRuns and their parts.
import { z } from 'zod';
import { jsonObject } from '../json-shape.ts';
import { count, countInAddress, docketName, nodeName, timestamp, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { taskRun } from '../task-run.ts';
import { userTaskRunSummary } from '../user-task-run.ts';
import {
  actReason,
  nodeRun,
  runStatus,
  runVariable,
  variableMatch,
  wfRun,
  wfRunCount,
  wfRunPath,
  wfRunSummary,
} from '../wf-run.ts';
import { operation } from './operation.ts';

const ofRun = z.strictObject({ wfRunId: docketName });
const read = { user: 'admin', scope: 'read' } as const;

const version = countInAddress.optional();
const searchShape = pageQuery.extend({
  wfSpecName: docketName.optional(),
  majorVersion: version,
  revision: version,
  status: runStatus.optional(),
  parentWfRunId: docketName.optional(),
  q: z.string().min(1).max(200).optional().meta({ description: 'Looked for in title and context of its user tasks.' }),
  startedAfter: timestamp.optional(),
  startedBefore: timestamp.optional(),
});
export const VARIABLE_FILTER = 'variable.';
type ByVariable = { [name: `variable.${string}`]: string };
/** Zod has no type for an object with some named keys and others of one form: it is checked, and said here. */
const searchQuery = searchShape.catchall(z.string().max(500)).superRefine((query, context) => {
  for (const key of Object.keys(query)) {
    const isKnown =
      Object.hasOwn(searchShape.shape, key) || (key.startsWith(VARIABLE_FILTER) && key.length > VARIABLE_FILTER.length);
    if (!isKnown) context.addIssue({ code: 'unrecognized_keys', keys: [key], input: query });
  }
}) as unknown as z.ZodObject<(typeof searchShape)['shape'], { in: ByVariable; out: ByVariable }>;

const onThread = z.strictObject({ threadRunNumber: count.default(0) });
const write = { user: 'admin', scope: 'runs' } as const;

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
      majorVersion: count.optional(),
      revision: count.optional(),
      id: docketName.optional(),
      variables: jsonObject.default({}),
      requester: userId.optional(),
      parentWfRunId: docketName.optional().meta({ description: 'Of a WfSpec that has a parent, and of no other.' }),
    }),
    response: wfRun,
    status: 201,
    errors: ['NOT_FOUND', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'PAYLOAD_TOO_LARGE', 'ABORTED'],
  }),
  searchWfRuns: operation({
    method: 'GET',
    path: '/wf-runs',
    tag: 'Runs',
    summary: 'Search WfRuns, newest first',
    description:
      'All filters are ANDed. With a `wfSpecName`, `variable.NAME=VALUE` finds runs by a searchable variable of the entrypoint thread, and `variable.NAME_$.path=VALUE` by an indexed field of a JSON one.',
    access: read,
    query: searchQuery,
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
    summary: 'Delete a WfRun that is neither RUNNING nor HALTING, with everything of it',
    description:
      'Its child runs go with it; a child run goes with its root only. What stays is who deleted it, when and why, and how the history of each of its user tasks ended.',
    access: write,
    params: ofRun,
    query: z.strictObject({ reason: actReason.optional() }),
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  }),
  stopWfRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/stop',
    tag: 'Runs',
    summary: 'Halt a thread and its children until they are resumed',
    description: 'A task that a worker has is waited for: until then the thread is HALTING.',
    access: write,
    params: ofRun,
    body: onThread.extend({ reason: actReason.optional() }),
    response: wfRun,
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  resumeWfRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/resume',
    tag: 'Runs',
    summary: 'Let a thread that was stopped go on',
    access: write,
    params: ofRun,
    body: onThread.extend({ reason: actReason.optional() }),
    response: wfRun,
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  rescueWfRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/rescue',
    tag: 'Runs',
    summary: 'Take up a thread again that ended in ERROR or EXCEPTION',
    description: 'It tries the node again on which it failed, or with `skipCurrentNode` goes on to the next.',
    access: write,
    params: ofRun,
    body: onThread.extend({ skipCurrentNode: z.boolean().default(false), reason: actReason.optional() }),
    response: wfRun,
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  migrateWfRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/migrate',
    tag: 'Runs',
    summary: 'Move a live WfRun to another version of its WfSpec, by a MigrationPlan',
    description: 'Each thread moves when it stands at a node that the plan maps, or comes to one.',
    access: write,
    params: ofRun,
    body: z.strictObject({ plan: docketName }),
    response: wfRun,
    status: 200,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  countWfRuns: operation({
    method: 'GET',
    path: '/wf-run-counts',
    tag: 'Runs',
    summary: 'Count the WfRuns of some WfSpecs that have not completed, by status',
    description: '`wfSpecNames` is a list with commas. What has no run of a status is left out.',
    access: read,
    query: z.strictObject({
      wfSpecNames: z
        .string()
        .max(30_000)
        .regex(/^[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*$/, { error: 'must be names with commas between them' }),
    }),
    response: z.object({ results: z.array(wfRunCount) }),
    status: 200,
    errors: [],
  }),
  getWfRunPath: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/path',
    tag: 'Runs',
    summary: 'Get where the threads of a WfRun have been, summed up by node',
    description:
      'With `threadRunNumber` of that thread alone. Of a run with very many NodeRuns the latest 20,000 count.',
    access: read,
    params: ofRun,
    query: z.strictObject({ threadRunNumber: countInAddress.optional() }),
    response: wfRunPath,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listNodeRuns: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/node-runs',
    tag: 'Runs',
    summary: 'List the NodeRuns of a WfRun, in order of arrival',
    access: read,
    params: ofRun,
    query: pageQuery.extend({
      threadSpecName: nodeName.optional(),
      nodeName: nodeName.optional(),
      threadRunNumber: countInAddress.optional(),
    }),
    response: pageOf(nodeRun),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listTaskRuns: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/task-runs',
    tag: 'Runs',
    summary: 'List the TaskRuns of a WfRun with their attempts, in the order in which they were made',
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
  searchVariables: operation({
    method: 'GET',
    path: '/variables',
    tag: 'Runs',
    summary: 'Find WfRuns by a searchable variable, newest first',
    description:
      '`name` is that of a variable of the entrypoint thread, or `NAME_$.path` for an indexed field of a JSON one.',
    access: read,
    query: pageQuery.extend({
      wfSpecName: docketName,
      majorVersion: version,
      revision: version,
      name: z.string().min(1).max(700),
      value: z.string().max(500),
    }),
    response: pageOf(variableMatch),
    status: 200,
    errors: [],
  }),
};

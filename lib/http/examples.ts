// One call of each operation, all from the life of one IT request: what the reference shows and the OpenAPI document carries.
import type { CallOf, OperationId } from '#contracts/operations/table.ts';

const run = { wfRunId: 'req-2041' } as const;
const task = { ...run, guid: '0-1' } as const;
const attempt = { ...run, guid: '0-3', attempt: 0, leaseToken: 'kq3v9-1' } as const;
const hook = { ...task, hookId: '0-1' } as const;
const comment = { ...task, commentId: 1 } as const;
const event = { externalEventDefName: 'goods-received', key: 'order-4711' } as const;
const schedule = { scheduleId: 'license-review' } as const;
const job = { jobId: '6f0d2c1b9a8e4d53b7c1e2f3a4b5c6d7' } as const;
const page = { limit: 20 } as const;

export const EXAMPLES: { [Id in OperationId]: CallOf<Id> } = {
  putTaskDef: { name: 'send-mail', inputVars: [{ name: 'to', type: 'STR' }], returnType: 'STR' },
  getTaskDef: { name: 'send-mail' },
  searchTaskDefs: { prefix: 'send', ...page },
  deleteTaskDef: { name: 'send-mail' },
  putUserTaskDef: {
    name: 'approve-it-request',
    fields: [
      { name: 'isApproved', type: 'BOOL', displayName: 'Approved' },
      { name: 'comments', type: 'STR', required: false },
    ],
  },
  getUserTaskDef: { name: 'approve-it-request' },
  listUserTaskDefVersions: { name: 'approve-it-request', ...page },
  getUserTaskDefVersion: { name: 'approve-it-request', version: 0 },
  searchUserTaskDefs: { prefix: 'approve', ...page },
  deleteUserTaskDefVersion: { name: 'approve-it-request', version: 0 },
  putStructDef: {
    name: 'delivery-address',
    fields: {
      street: { type: 'STR' },
      city: { type: 'STR' },
      note: { type: 'STR', nullable: true, description: 'What the driver should know.' },
    },
  },
  getStructDef: { name: 'delivery-address' },
  listStructDefVersions: { name: 'delivery-address', ...page },
  getStructDefVersion: { name: 'delivery-address', version: 0 },
  searchStructDefs: { prefix: 'delivery', ...page },
  deleteStructDefVersion: { name: 'delivery-address', version: 0 },
  putExternalEventDef: {
    name: 'goods-received',
    contentType: 'JSON_OBJ',
    retention: { secondsAfterPut: 604_800 },
    correlation: { ttlSeconds: 604_800, deleteAfterFirstCorrelation: true },
  },
  getExternalEventDef: { name: 'goods-received' },
  searchExternalEventDefs: { prefix: 'goods', ...page },
  deleteExternalEventDef: { name: 'goods-received' },
  putWorkflowEventDef: { name: 'request-decided', contentType: 'BOOL' },
  getWorkflowEventDef: { name: 'request-decided' },
  searchWorkflowEventDefs: { prefix: 'request', ...page },
  deleteWorkflowEventDef: { name: 'request-decided' },
  putWfSpec: {
    name: 'it-request',
    entrypoint: 'main',
    threads: {
      main: {
        variables: [{ name: 'requester', type: 'STR', required: true }],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'it-request',
            userId: { variable: 'requester' },
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  },
  simulateWfSpec: {
    spec: { name: 'it-request' },
    inputs: { requester: 'maria' },
    elapse: 259_200,
    answers: { ask: { after: 3600, results: { requestedItem: 'a chair', justification: 'Mine is broken.' } } },
  },
  getWfSpec: { name: 'it-request' },
  listWfSpecVersions: { name: 'it-request', ...page },
  getWfSpecVersion: { name: 'it-request', version: '1.0' },
  searchWfSpecs: { prefix: 'it', ...page },
  deleteWfSpecVersion: { name: 'it-request', version: '1.0' },
  putMigrationPlan: {
    name: 'it-request-with-budget',
    wfSpecName: 'it-request',
    from: { majorVersion: 1, revision: 0 },
    to: { majorVersion: 1, revision: 1 },
    threads: { main: { to: 'main', nodes: { ask: { to: 'ask' } }, variables: { budget: { literal: 500 } } } },
  },
  getMigrationPlan: { name: 'it-request-with-budget' },
  searchMigrationPlans: { prefix: 'it', ...page },
  deleteMigrationPlan: { name: 'it-request-with-budget' },

  runWf: { wfSpecName: 'it-request', id: run.wfRunId, variables: { requester: 'maria' } },
  searchWfRuns: { wfSpecName: 'it-request', status: 'RUNNING', 'variable.requester': 'maria', ...page },
  getWfRun: run,
  deleteWfRun: run,
  stopWfRun: run,
  resumeWfRun: run,
  rescueWfRun: { ...run, threadRunNumber: 0, skipCurrentNode: true },
  migrateWfRun: { ...run, plan: 'it-request-with-budget' },
  listNodeRuns: run,
  listTaskRuns: run,
  listUserTaskRuns: run,
  listVariables: run,
  searchVariables: { wfSpecName: 'it-request', name: 'requester', value: 'maria', ...page },

  putExternalEvent: {
    ...run,
    externalEventDefName: 'goods-received',
    guid: 'delivery-7731',
    content: { parcels: 2 },
  },
  listExternalEvents: run,
  searchExternalEvents: { externalEventDefName: 'goods-received', claimed: 'false', ...page },
  putCorrelatedEvent: { ...event, content: { parcels: 2 } },
  getCorrelatedEvent: event,
  searchCorrelatedEvents: { externalEventDefName: 'goods-received', ...page },
  deleteCorrelatedEvent: event,
  listWorkflowEvents: run,
  awaitWorkflowEvent: { ...run, name: 'request-decided', timeoutSeconds: 20 },

  searchUserTaskRuns: { userGroup: 'finance', status: 'UNASSIGNED', ...page },
  getUserTaskRun: task,
  assignUserTaskRun: { ...task, userGroup: 'finance', overrideClaim: true, reason: 'On holiday until Monday.' },
  claimUserTaskRun: { ...task, version: 1 },
  releaseUserTaskRun: { ...task, reason: 'Not mine to decide.' },
  saveUserTaskRun: { ...task, results: { comments: 'Is this within the budget?' } },
  completeUserTaskRun: { ...task, version: 2, results: { isApproved: true, comments: 'Fine with me.' } },
  cancelUserTaskRun: { ...task, reason: 'Asked for twice.' },
  listUserTaskHooks: task,
  fireUserTaskHook: { ...hook, reason: 'They are on the phone now.' },
  postponeUserTaskHook: { ...hook, until: '2030-01-07T08:00:00Z', reason: 'Everybody is at the fair this week.' },
  disarmUserTaskHook: { ...hook, reason: 'The customer asked for more time.' },
  addComment: { ...task, comment: 'Which model?' },
  editComment: { ...comment, comment: 'Which model, and when?' },
  deleteComment: comment,

  pollTaskRuns: { taskDefNames: ['send-mail'], workerId: 'mailer-1', max: 5, waitSeconds: 20 },
  reportTaskRun: { ...attempt, output: 'sent' },
  heartbeatTaskRun: attempt,
  putCheckpoint: { ...attempt, number: 0, value: { messageId: 'a-20481' } },
  getCheckpoint: { ...run, guid: '0-3', number: 0 },

  scheduleWf: {
    id: 'license-review',
    wfSpecName: 'it-request',
    cron: '30 7 * * MON-FRI',
    timeZone: 'Europe/Vienna',
    variables: { requester: 'maria' },
  },
  searchScheduledWfRuns: { wfSpecName: 'it-request', ...page },
  getScheduledWfRun: schedule,
  deleteScheduledWfRun: schedule,
  pauseScheduledWfRun: schedule,
  resumeScheduledWfRun: schedule,
  listRunsOfSchedule: { ...schedule, ...page },

  createBulkJob: {
    type: 'DELETE_WF_RUNS',
    wfSpecName: 'it-request',
    status: 'COMPLETED',
    startedBefore: '2026-01-01T00:00:00Z',
  },
  searchBulkJobs: { jobStatus: 'RUNNING', ...page },
  getBulkJob: job,
  deleteBulkJob: job,
  searchFailedTimers: page,
  getWfRunMetrics: { wfSpecName: 'it-request', from: '2026-11-01T00:00:00Z' },
  getTaskRunMetrics: { taskDefName: 'send-mail', from: '2026-11-01T00:00:00Z' },

  whoAmI: {},
  searchUsers: { prefix: 'ma', ...page },
  searchPeople: { userGroup: 'finance', ...page },
  getUser: { userId: 'maria' },
  putUser: { userId: 'maria', displayName: 'Maria', groups: ['sales'], password: 'something long enough' },
  deleteUser: { userId: 'maria' },
  putGroup: { name: 'sales', members: ['maria'] },
  deleteGroup: { name: 'sales' },
  searchServiceKeys: page,
  createServiceKey: { name: 'mailer', scopes: ['workers'] },
  revokeServiceKey: { keyId: '01a20e4918af71213dc7a550b569c711' },
  searchGroups: page,
};

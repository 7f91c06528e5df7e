// One call of each operation, all from the life of one IT request: what the reference shows and the OpenAPI document carries.
import type { CallOf, OperationId } from '#contracts/operations/table.ts';

const run = { wfRunId: 'req-2041' } as const;
const task = { ...run, guid: '0-1' } as const;
const attempt = { ...run, guid: '0-3', attempt: 0, leaseToken: 'kq3v9-1' } as const;
const comment = { ...task, commentId: 1 } as const;
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
  getWfSpec: { name: 'it-request' },
  listWfSpecVersions: { name: 'it-request', ...page },
  getWfSpecVersion: { name: 'it-request', version: '1.0' },
  searchWfSpecs: { prefix: 'it', ...page },
  deleteWfSpecVersion: { name: 'it-request', version: '1.0' },

  runWf: { wfSpecName: 'it-request', id: run.wfRunId, variables: { requester: 'maria' } },
  searchWfRuns: { wfSpecName: 'it-request', status: 'RUNNING', ...page },
  getWfRun: run,
  deleteWfRun: run,
  listNodeRuns: run,
  listTaskRuns: run,
  listUserTaskRuns: run,
  listVariables: run,

  searchUserTaskRuns: { userGroup: 'finance', status: 'UNASSIGNED', ...page },
  getUserTaskRun: task,
  assignUserTaskRun: { ...task, userGroup: 'finance', overrideClaim: true, reason: 'On holiday until Monday.' },
  claimUserTaskRun: { ...task, version: 1 },
  releaseUserTaskRun: { ...task, reason: 'Not mine to decide.' },
  saveUserTaskRun: { ...task, results: { comments: 'Is this within the budget?' } },
  completeUserTaskRun: { ...task, version: 2, results: { isApproved: true, comments: 'Fine with me.' } },
  cancelUserTaskRun: { ...task, reason: 'Asked for twice.' },
  addComment: { ...task, comment: 'Which model?' },
  editComment: { ...comment, comment: 'Which model, and when?' },
  deleteComment: comment,

  pollTaskRuns: { taskDefNames: ['send-mail'], workerId: 'mailer-1', max: 5, waitSeconds: 20 },
  reportTaskRun: { ...attempt, output: 'sent' },
  heartbeatTaskRun: attempt,

  whoAmI: {},
  searchUsers: { prefix: 'ma', ...page },
  searchGroups: page,
};

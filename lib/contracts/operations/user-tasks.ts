// Operations on UserTaskRuns: what people do, and what other systems do for them.
import { z } from 'zod';
import { userTaskDiagram } from '../diagram.ts';
import { historyVerification } from '../history-chain.ts';
import { jsonObject } from '../json-shape.ts';
import { count, countInAddress, docketName, positionGuid, timestamp, userGroup, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { problemCode } from '../problem.ts';
import { taskCount } from '../saved-view.ts';
import { MAX_COMMENT_LENGTH, MAX_REASON_LENGTH } from '../text-limits.ts';
import { userTaskHistory } from '../user-task-history.ts';
import { armedHook, hookId } from '../user-task-hook.ts';
import { userTaskRun, userTaskRunSummary } from '../user-task-run.ts';
import { userTaskSearch } from '../user-task-search.ts';
import { operation } from './operation.ts';

const task = z.strictObject({ wfRunId: docketName, guid: positionGuid });
const taskComment = task.extend({ commentId: z.coerce.number<number>().int().min(1) });
const reason = z.string().trim().min(1).max(MAX_REASON_LENGTH);
const commentText = z
  .string()
  .max(MAX_COMMENT_LENGTH)
  .refine((text) => text.trim() !== '', { error: "Comment can't be empty" });

/** Every write may carry the version its caller saw; a stale one is ABORTED with the present state. */
const write = z.strictObject({ version: count.optional() });
/** A service key names the person for whom it acts; a person may only name themself. */
const asPerson = write.extend({ userId: userId.optional() });

const access = { user: 'any', scope: 'user-tasks' } as const;
const read = { user: 'any', scope: 'read' } as const;
const writeErrors = ['NOT_FOUND', 'FAILED_PRECONDITION', 'ABORTED'] as const;

const hook = task.extend({ hookId });
const changeOfHook = { ...write.shape, reason };
const anAdmins = { user: 'admin', scope: '*' } as const;

export const BULK_ACTIONS = ['assign', 'cancel', 'claim', 'release', 'undo'] as const;
const MAX_BULK = 200;
const bulkOutcome = z
  .object({
    wfRunId: docketName,
    guid: positionGuid,
    problem: z
      .object({ code: problemCode, detail: z.string(), current: z.unknown().optional() })
      .nullable()
      .meta({ description: 'Why it was not done, or, with `dryRun`, could not be; null when it was.' }),
  })
  .meta({ id: 'BulkOutcome' });

export const userTaskOperations = {
  searchUserTaskRuns: operation({
    method: 'GET',
    path: '/user-task-runs',
    tag: 'User tasks',
    summary: 'Search user tasks',
    description:
      'All filters are ANDed. A person sees what they own, owned or requested and what their groups hold; an admin or a service key sees all. `q` is looked for in title and context.',
    access: read,
    query: pageQuery.extend(userTaskSearch.shape),
    response: pageOf(userTaskRunSummary),
    status: 200,
    errors: [],
  }),
  countUserTaskRuns: operation({
    method: 'GET',
    path: '/user-task-runs/count',
    tag: 'User tasks',
    summary: 'Count what a search for user tasks finds, up to ten thousand',
    access: read,
    query: userTaskSearch.omit({ sort: true }),
    response: taskCount,
    status: 200,
    errors: [],
  }),
  getUserTaskRun: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}',
    tag: 'User tasks',
    summary: 'Get a user task with its form, answers, comments and assignment history',
    access: read,
    params: task,
    response: userTaskRun,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  getUserTaskDiagram: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/diagram',
    tag: 'User tasks',
    summary: 'Get the workflow of a UserTaskRun as a small picture, with the place where the task stands',
    access: read,
    params: task,
    response: userTaskDiagram,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  getUserTaskHistory: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/history',
    tag: 'User tasks',
    summary:
      'Get the history of a user task: its events, who held it for how long, and whether it is as it was written',
    access: read,
    params: task,
    response: userTaskHistory,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  verifyUserTaskRun: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/verification',
    tag: 'User tasks',
    summary: 'Verify that the history of a user task is as it was written',
    description: 'Hashes every event anew, each on top of the one before; says which is the first that does not fit.',
    access: { user: 'admin', scope: 'read' },
    params: task,
    response: historyVerification,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  assignUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/assign',
    tag: 'User tasks',
    summary: 'Assign a user task to a person, a group, or both',
    description:
      'Replaces both owners: one that is not given is cleared. Refused when a person has it, unless `overrideClaim`, for which an admin gives a reason.',
    access,
    params: task,
    body: write.extend({
      userId: userId.optional(),
      userGroup: userGroup.optional(),
      overrideClaim: z.boolean().default(false),
      reason: reason.optional(),
    }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  claimUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/claim',
    tag: 'User tasks',
    summary: 'Claim a task of a group; the group stays',
    access,
    params: task,
    body: asPerson,
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  releaseUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/release',
    tag: 'User tasks',
    summary: 'Give a claimed task back to its group',
    access,
    params: task,
    body: asPerson.extend({ reason: reason.optional() }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  handOverUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/hand-over',
    tag: 'User tasks',
    summary: 'Hand a task over to a colleague, in one step',
    description:
      'By who has it, or an admin: to another member of its group, or, when it has none, to anyone in the directory. The group and the draft stay.',
    access,
    params: task,
    body: write.extend({ userId: userId.meta({ description: 'Who gets it.' }), reason }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  takeOverUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/take-over',
    tag: 'User tasks',
    summary: 'Take a task over as an admin, whoever has it; the group and the draft stay',
    access: { user: 'admin', scope: '*' },
    params: task,
    body: write.extend({ reason }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  undoUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/undo',
    tag: 'User tasks',
    summary: 'Take back a claim, release, assignment or hand-over of your own, within ten seconds',
    description: 'Restores who had the task, as one more event. Refused once anything else has changed it.',
    access,
    params: task,
    body: write,
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  nextUserTaskRun: operation({
    method: 'POST',
    path: '/user-task-runs/next',
    tag: 'User tasks',
    summary: 'Claim the most urgent task that you may claim',
    description:
      'Two callers never get the same one. 204 when there is none. A person has the groups they are in; a service key names groups, and the person it acts for.',
    access,
    body: z.strictObject({
      userId: userId.optional(),
      userGroups: z.array(userGroup).min(1).max(50).optional(),
      userTaskDefName: docketName.optional(),
    }),
    response: userTaskRun,
    mayBeEmpty: true,
    status: 200,
    errors: [],
  }),
  bulkUserTaskRuns: operation({
    method: 'POST',
    path: '/user-task-runs/bulk',
    tag: 'User tasks',
    summary: 'Assign, cancel, claim or release many tasks, each on its own, or undo it',
    description:
      'One that fails stops no other; the outcomes come in the order of `ids`. With `dryRun` nothing is done, and the outcomes say what could be.',
    access,
    body: z.strictObject({
      action: z.enum(BULK_ACTIONS),
      ids: z
        .array(task.extend({ version: count.optional() }))
        .min(1)
        .max(MAX_BULK),
      userId: userId.optional().meta({ description: 'Of assign: who gets them. Of claim and release: for whom.' }),
      userGroup: userGroup.optional().meta({ description: 'Of assign.' }),
      overrideClaim: z.boolean().default(false).meta({ description: 'Of assign.' }),
      reason: reason.optional(),
      dryRun: z.boolean().default(false),
    }),
    response: z.object({ results: z.array(bulkOutcome) }),
    status: 200,
    errors: [],
  }),
  migrateUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/migrate',
    tag: 'User tasks',
    summary: 'Move an open task to a newer version of its form',
    description: 'What of the draft fits the newer version, field by field, stays; the event names what was dropped.',
    access: { user: 'admin', scope: '*' },
    params: task,
    body: write.extend({ userTaskDefVersion: count }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  saveUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/save',
    tag: 'User tasks',
    summary: 'Save a draft',
    description:
      'Any of the fields, each checked for its type; laid over what was saved before, and a null clears a field.',
    access,
    params: task,
    body: asPerson.extend({
      results: jsonObject,
      policy: z.enum(['FAIL_IF_CLAIMED_BY_OTHER', 'IGNORE_CLAIM']).default('FAIL_IF_CLAIMED_BY_OTHER'),
      sitting: z.enum(['ENDS', 'GOES_ON']).default('ENDS').meta({
        description:
          'GOES_ON for saving while somebody types: the history gets one entry for the whole sitting, once it ends by a save, a change of owner or a pause of ten minutes.',
      }),
    }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  completeUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/complete',
    tag: 'User tasks',
    summary: 'Complete a task; the workflow moves on in the same commit',
    description:
      'Every field is checked, the saved draft counting for those not given. Completing again with the same answers gives the task as it is.',
    access,
    params: task,
    body: asPerson.extend({ results: jsonObject.default({}) }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  cancelUserTaskRun: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/cancel',
    tag: 'User tasks',
    summary: 'Cancel a task; its step fails with USER_TASK_CANCELLED or the name that the workflow gave',
    description: 'By an admin or a service key, and by who has it where its form says `ownerMayCancel`.',
    access,
    params: task,
    body: write.extend({ reason: reason.optional().meta({ description: 'Required of a person.' }) }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  listUserTaskHooks: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/hooks',
    tag: 'User tasks',
    summary: 'What happens next: the armed hooks of a task, soonest first',
    access: read,
    params: task,
    response: z.object({ results: z.array(armedHook) }),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  fireUserTaskHook: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/hooks/{hookId}/fire',
    tag: 'User tasks',
    summary: 'Fire an armed hook now',
    access: anAdmins,
    params: hook,
    body: z.strictObject(changeOfHook),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  postponeUserTaskHook: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/hooks/{hookId}/postpone',
    tag: 'User tasks',
    summary: 'Put an armed hook off until later than it is due',
    access: anAdmins,
    params: hook,
    body: z.strictObject({ ...changeOfHook, until: timestamp }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  disarmUserTaskHook: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/hooks/{hookId}/disarm',
    tag: 'User tasks',
    summary: 'Disarm a hook; those of ownership are armed again when the task changes hands',
    access: anAdmins,
    params: hook,
    body: z.strictObject(changeOfHook),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  addComment: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/comments',
    tag: 'User tasks',
    summary: 'Comment on a task, finished ones too',
    access,
    params: task,
    body: asPerson.extend({ comment: commentText }),
    response: userTaskRun,
    status: 201,
    errors: ['NOT_FOUND', 'ABORTED'],
  }),
  editComment: operation({
    method: 'PUT',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/comments/{commentId}',
    tag: 'User tasks',
    summary: 'Edit a comment of your own, or as an admin any',
    access,
    params: taskComment,
    body: asPerson.extend({ comment: commentText }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
  deleteComment: operation({
    method: 'DELETE',
    path: '/wf-runs/{wfRunId}/user-task-runs/{guid}/comments/{commentId}',
    tag: 'User tasks',
    summary: 'Delete a comment of your own, or as an admin any; the history keeps that it was there',
    access,
    params: taskComment,
    query: z.strictObject({ userId: userId.optional(), version: countInAddress.optional() }),
    response: userTaskRun,
    status: 200,
    errors: writeErrors,
  }),
};

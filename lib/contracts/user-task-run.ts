// UserTaskRun, its events and comments as callers see them (definitions.md, decisions 1 to 6).
import { z } from 'zod';
import { actorKind } from './actor.ts';
import { jsonObject, jsonValue } from './json-shape.ts';
import { textsByLanguage } from './local-text-shape.ts';
import { docketName, positionGuid, taskRunGuid, timestamp } from './names.ts';
import { userTaskDef } from './user-task-def-shape.ts';
import { HOOK_CHANGES, hookRef } from './user-task-hook.ts';
import { USER_TASK_STATUSES } from './user-task-status.ts';

export const userTaskStatus = z.enum(USER_TASK_STATUSES).meta({ id: 'UserTaskStatus' });

/** Both owners of a task; null where there is none. */
export const owners = z.object({ userId: z.string().nullable(), userGroup: z.string().nullable() });
export type Owners = z.infer<typeof owners>;

export const CAUSES = [
  'arrival',
  'assign',
  'claim',
  'release',
  'hand-over',
  'take-over',
  'undo',
  'completion',
  'save',
  'complete',
  'cancel',
  'comment',
  'halt',
  'on-arrival',
  'on-task-assigned',
  'on-inactivity',
  'fire-hook',
  'postpone-hook',
  'disarm-hook',
  'migrate',
] as const;
/** Which call, which hook, or the arrival itself, brought an event about. */
export const cause = z.enum(CAUSES);
export type Cause = z.infer<typeof cause>;

/** What an event says beside who, when and why. */
export const userTaskEventBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ASSIGNED'), before: owners.nullable(), after: owners }),
  z.object({
    type: z.literal('SAVED'),
    from: timestamp.meta({ description: 'When the sitting began in which these were filled in.' }),
    until: timestamp.meta({ description: 'When it was last saved in it.' }),
    changes: z.array(z.object({ field: z.string(), before: jsonValue, after: jsonValue })),
  }),
  z.object({ type: z.literal('TASK_EXECUTED'), taskRunGuid, hook: hookRef }),
  z.object({ type: z.literal('HOOK_FAILED'), hook: hookRef, message: z.string() }),
  z.object({
    type: z.literal('HOOK_CHANGED'),
    hook: hookRef,
    change: z.enum(HOOK_CHANGES),
    dueBefore: timestamp,
    dueAfter: timestamp.nullable(),
  }),
  z.object({ type: z.literal('COMMENT_ADDED'), commentId: z.int(), text: z.string() }),
  z.object({ type: z.literal('COMMENT_EDITED'), commentId: z.int(), text: z.string() }),
  z.object({ type: z.literal('COMMENT_DELETED'), commentId: z.int() }),
  z.object({ type: z.literal('SUSPENDED') }),
  z.object({ type: z.literal('RESUMED') }),
  z.object({
    type: z.literal('MIGRATED'),
    before: z.int(),
    after: z.int(),
    dropped: z.array(z.string()).meta({ description: 'Fields of the draft that the newer version does not take.' }),
  }),
  z.object({ type: z.literal('COMPLETED'), results: jsonObject }),
  z.object({ type: z.literal('CANCELLED') }),
]);
export type UserTaskEventBody = z.infer<typeof userTaskEventBody>;

const eventHead = z.object({
  seq: z.int().min(0),
  at: timestamp,
  actorKind,
  actorId: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  cause,
  reason: z.string().nullable(),
  hash: z.string().meta({
    description: 'SHA-256 over this event and the hash of the one before it: docs/history.md says how it is made.',
  }),
});

/** One entry of the assignment history. */
export const userTaskEvent = z.intersection(eventHead, userTaskEventBody).meta({ id: 'UserTaskEvent' });
export type UserTaskEvent = z.infer<typeof userTaskEvent>;

export const comment = z
  .object({
    id: z.int(),
    userId: z.string(),
    text: z.string(),
    createdAt: timestamp,
    editedAt: timestamp.nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof comment>;

export const taskTitles = textsByLanguage.nullable().meta({
  description: 'The title per language, where it is that of a form which has it in several; else null.',
});

/** A task in a list. */
export const userTaskRunSummary = z
  .object({
    wfRunId: docketName,
    guid: positionGuid,
    wfSpecName: docketName,
    userTaskDefName: docketName,
    userTaskDefVersion: z.int(),
    title: z.string(),
    titles: taskTitles,
    context: z.string().nullable(),
    status: userTaskStatus,
    userId: z.string().nullable(),
    userGroup: z.string().nullable(),
    requester: z.string().nullable(),
    priority: z.int().meta({ description: 'From 0 to 100; 50 unless the workflow says otherwise.' }),
    dueAt: timestamp.nullable(),
    followUpAt: timestamp.nullable(),
    urgencyAt: timestamp.meta({
      description:
        'Orders by urgency, earliest first: the due date, or seven days after it began, moved forward by a day for every ten points of priority above 50, and back for those below.',
    }),
    createdAt: timestamp,
    endedAt: timestamp.nullable(),
    suspendedAt: timestamp
      .nullable()
      .meta({ description: 'Since when its thread stands still: it cannot be claimed or completed.' }),
    version: z
      .int()
      .meta({ description: 'Raised by every change but a comment or a draft: hand it back to compare and set.' }),
    epoch: z.int().meta({ description: 'Raised by every change of ownership.' }),
    hasDraft: z.boolean(),
    commentCount: z.int(),
  })
  .meta({ id: 'UserTaskRunSummary' });
export type UserTaskRunSummary = z.infer<typeof userTaskRunSummary>;

/** A line beside the form, its value as the workflow had it when the task arrived. */
export const userTaskDetail = z.object({ label: z.string(), value: jsonValue }).meta({ id: 'UserTaskDetail' });
export type UserTaskDetail = z.infer<typeof userTaskDetail>;

const saved = { savedBy: z.string(), savedAt: timestamp };
export const draft = z
  .object({
    results: jsonObject,
    ...saved,
    fields: z.record(z.string(), z.object(saved)).meta({ description: 'Who saved each field last, and when.' }),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

/** What the caller may do with the task now; the page offers just these. */
export const USER_TASK_VERBS = [
  'claim',
  'release',
  'hand-over',
  'take-over',
  'save',
  'complete',
  'assign',
  'cancel',
  'change-hooks',
  'migrate',
  'comment',
] as const;
export const userTaskVerb = z.enum(USER_TASK_VERBS);
export type UserTaskVerb = z.infer<typeof userTaskVerb>;

/** A task as a page or a program works with it: the form's version, the answers or the draft, comments, and the whole history. */
export const userTaskRun = userTaskRunSummary
  .extend({
    userTaskDef,
    notes: z.string().nullable(),
    details: z.array(userTaskDetail).meta({ description: 'What to know beside the form.' }),
    excludeUsers: z
      .array(z.string())
      .meta({ description: 'Separation of duties: who may not do this task, whatever groups they are in.' }),
    results: jsonObject.nullable().meta({ description: 'Once it is DONE.' }),
    draft: draft.nullable(),
    comments: z.array(comment),
    events: z.array(userTaskEvent).meta({ description: 'The assignment history, oldest first.' }),
    allowed: z.array(userTaskVerb),
  })
  .meta({ id: 'UserTaskRun' });
export type UserTaskRun = z.infer<typeof userTaskRun>;

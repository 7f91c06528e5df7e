// Lifecycle hooks of a user task: what happens by itself when nobody acts (definitions.md, decision 7).
import { z } from 'zod';
import { variableAssignment } from './assignment.ts';
import { docketName, timestamp } from './names.ts';

/**
 * ON_ARRIVAL counts from the task's beginning, once, whoever has it. ON_TASK_ASSIGNED counts from every change of ownership, to a person or
 * a group, and is void once that changed again. ON_INACTIVITY counts from the owner's last act: assignment, save or comment.
 */
export const HOOK_TYPES = ['ON_ARRIVAL', 'ON_TASK_ASSIGNED', 'ON_INACTIVITY'] as const;
export const hookType = z.enum(HOOK_TYPES).meta({ id: 'HookType' });
export type HookType = z.infer<typeof hookType>;

export const HOOK_ACTIONS = ['TASK', 'REASSIGN', 'CANCEL'] as const;
const hookActionType = z.enum(HOOK_ACTIONS);

/** Has a worker do a task that is told of the user task; its outcome is nothing to the run. Inputs are positional. */
const remindAction = z.strictObject({
  type: z.literal('TASK'),
  taskDefName: docketName,
  inputs: z.array(variableAssignment).max(100).default([]),
  timeoutSeconds: z.int().min(1).max(86_400).default(60),
  retries: z.int().min(0).max(100).default(0),
});
export type RemindAction = z.infer<typeof remindAction>;

/** Replaces both owners: at least one is given. */
const reassignAction = z.strictObject({
  type: z.literal('REASSIGN'),
  userId: variableAssignment.optional(),
  userGroup: variableAssignment.optional(),
});
export type ReassignAction = z.infer<typeof reassignAction>;

const cancelAction = z.strictObject({ type: z.literal('CANCEL'), reason: variableAssignment.optional() });

/** `delay` is in seconds, whole or fractional, or the instant itself; `maxFirings` is per task. All else is worked out when it fires. */
export const userTaskAction = z
  .strictObject({
    hook: hookType,
    delay: variableAssignment,
    maxFirings: z.int().min(1).max(1000).default(10),
    action: z.discriminatedUnion('type', [remindAction, reassignAction, cancelAction]),
  })
  .meta({ id: 'UserTaskAction' });
export type UserTaskAction = z.infer<typeof userTaskAction>;

/** `<action>-<epoch>`: the place of the action in its node, and the change of ownership that armed it; 0 for the arrival. */
export const hookId = z.string().regex(/^\d{1,3}-\d{1,9}$/, { error: 'must be <action>-<epoch>' });

/** A hook as the history names it. */
export const hookRef = z.object({ id: hookId, hook: hookType, action: hookActionType });
export type HookRef = z.infer<typeof hookRef>;

export const HOOK_CHANGES = ['FIRED', 'POSTPONED', 'DISARMED'] as const;

/** One that is armed, and what it would do if it fired now. */
export const armedHook = hookRef
  .extend({
    dueAt: timestamp.meta({ description: 'While the task is suspended: if its workflow went on now.' }),
    suspended: z.boolean().meta({ description: 'Its workflow is halted, and its time stands still.' }),
    firingsLeft: z.int(),
    effect: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('TASK'), taskDefName: docketName }),
        z.object({ type: z.literal('REASSIGN'), userId: z.string().nullable(), userGroup: z.string().nullable() }),
        z.object({ type: z.literal('CANCEL'), reason: z.string().nullable() }),
      ])
      .nullable()
      .meta({ description: 'Null when it cannot be worked out as things are.' }),
    problem: z.string().nullable().meta({ description: 'Why it cannot.' }),
  })
  .meta({ id: 'ArmedHook' });
export type ArmedHook = z.infer<typeof armedHook>;

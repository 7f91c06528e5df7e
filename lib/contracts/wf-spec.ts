// WfSpec: a process as data. Shape only; what must hold between its parts is checked by the engine's validation (semantics.md 12.1).
import { z } from 'zod';
import { variableAssignment } from './assignment.ts';
import { jsonValue } from './json.ts';
import { docketName, identifier, nodeName, timestamp } from './names.ts';
import { variableType } from './value.ts';

/** A typed variable of a thread. A `required` one must be given when the thread starts; a null satisfies it. */
export const threadVariable = z
  .strictObject({
    name: identifier,
    type: variableType,
    required: z.boolean().default(false),
    default: jsonValue.optional(),
  })
  .meta({ id: 'ThreadVariable' });
export type ThreadVariable = z.infer<typeof threadVariable>;

export const mutation = z
  .strictObject({ variable: identifier, operation: z.enum(['ASSIGN']).default('ASSIGN'), value: variableAssignment })
  .meta({ id: 'Mutation' });
export type Mutation = z.infer<typeof mutation>;

/** Edges are tried in order; the first without a condition, or whose condition is true, is taken, and its mutations run. */
export const edge = z
  .strictObject({
    to: nodeName,
    condition: variableAssignment.optional(),
    mutations: z.array(mutation).max(200).default([]),
  })
  .meta({ id: 'Edge' });
export type Edge = z.infer<typeof edge>;

const edges = z.array(edge).max(100).default([]);

export const entrypointNode = z.strictObject({ type: z.literal('ENTRYPOINT'), edges });
export const exitNode = z.strictObject({ type: z.literal('EXIT') });
export const nopNode = z.strictObject({ type: z.literal('NOP'), edges });

/** `timeoutSeconds` is how long one attempt may run without a heartbeat; `retries` are attempts after the first. */
export const taskNode = z.strictObject({
  type: z.literal('TASK'),
  taskDefName: docketName,
  inputs: z.array(variableAssignment).max(100).default([]),
  timeoutSeconds: z.int().min(1).max(86_400).default(60),
  retries: z.int().min(0).max(100).default(0),
  edges,
});
export type TaskNode = z.infer<typeof taskNode>;

/** A step done by a person. At least one of `userId` and `userGroup`; the form's version is pinned when the WfSpec is put. */
export const userTaskNode = z.strictObject({
  type: z.literal('USER_TASK'),
  userTaskDefName: docketName,
  userTaskDefVersion: z.int().min(0).optional(),
  userId: variableAssignment.optional(),
  userGroup: variableAssignment.optional(),
  title: variableAssignment.optional(),
  context: variableAssignment.optional(),
  notes: variableAssignment.optional(),
  onCancellationExceptionName: variableAssignment.optional(),
  edges,
});
export type UserTaskNode = z.infer<typeof userTaskNode>;

export const wfNode = z
  .discriminatedUnion('type', [entrypointNode, exitNode, nopNode, taskNode, userTaskNode])
  .meta({ id: 'Node' });
export type WfNode = z.infer<typeof wfNode>;

export const threadSpec = z
  .strictObject({
    variables: z.array(threadVariable).max(500).default([]),
    nodes: z.record(nodeName, wfNode),
  })
  .meta({ id: 'ThreadSpec' });
export type ThreadSpec = z.infer<typeof threadSpec>;

/** The body of `PUT /wf-specs/{name}`. */
export const wfSpecBody = z.strictObject({
  description: z.string().max(2000).optional(),
  entrypoint: nodeName,
  threads: z.record(nodeName, threadSpec),
});
export type WfSpecBody = z.infer<typeof wfSpecBody>;

export const wfSpecId = z.object({ name: docketName, majorVersion: z.int().min(0), revision: z.int().min(0) });
export type WfSpecId = z.infer<typeof wfSpecId>;

export const wfSpec = wfSpecBody.extend({ ...wfSpecId.shape, createdAt: timestamp }).meta({ id: 'WfSpec' });
export type WfSpec = z.infer<typeof wfSpec>;

/** `1.0`, as a WfSpec's version is written in addresses. */
export const wfSpecVersion = z.string().regex(/^\d{1,6}\.\d{1,6}$/, { error: 'must be <major>.<revision>' });

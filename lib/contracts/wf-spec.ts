// WfSpec: a process as data. Shape only; what must hold between its parts is checked by the engine's validation (semantics.md 12.1).
import { z } from 'zod';
import { mutationOperation, type VariableAssignment, valuePath, variableAssignment } from './assignment.ts';
import { jsonValue } from './json-shape.ts';
import { count, docketName, identifier, nodeName, oneLine, timestamp } from './names.ts';
import { userTaskAction } from './user-task-hook.ts';
import { primitiveType, variableType } from './value-shape.ts';

/** Seconds after the end at which a thing goes for good, or leaves the run. */
const retention = z.strictObject({
  secondsAfterEnd: z
    .number()
    .min(0)
    .max(10 * 366 * 86_400),
});

/** PUBLIC variables may be inherited by child runs; an INHERITED one is the parent run's; all others are PRIVATE. */
export const VARIABLE_ACCESS = ['PRIVATE', 'PUBLIC', 'INHERITED'] as const;

/**
 * A typed variable of a thread. A `required` one must be given when the thread starts; a null satisfies it. A `masked` one is never shown,
 * but real to workers and conditions. Runs can be found by a `searchable` one, and by the indexed fields of a JSON one.
 */
export const threadVariable = z
  .strictObject({
    name: identifier,
    type: variableType,
    required: z.boolean().default(false),
    default: jsonValue.optional(),
    masked: z.boolean().default(false),
    searchable: z.boolean().default(false),
    jsonIndexes: z
      .array(z.strictObject({ path: z.string().min(1).max(500), type: primitiveType }))
      .max(20)
      .default([]),
    access: z.enum(VARIABLE_ACCESS).default('PRIVATE'),
  })
  .meta({ id: 'ThreadVariable' });
export type ThreadVariable = z.infer<typeof threadVariable>;

/** Sets a variable, or with `path` what is inside it. All but ASSIGN work out a new value of the present one and `value`. */
export const mutation = z
  .strictObject({
    variable: identifier,
    path: valuePath.optional(),
    operation: mutationOperation.default('ASSIGN'),
    value: variableAssignment,
  })
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

/** Runs the thread `handler` when a failure matches: by name (VAR_ERROR and TASK_ERROR are groups), by class, or, with neither, any. */
export const failureHandler = z
  .strictObject({
    handler: nodeName,
    failureName: z.string().min(1).max(128).optional(),
    failureType: z.enum(['ERROR', 'EXCEPTION']).optional(),
  })
  .refine((one) => one.failureName === undefined || one.failureType === undefined, {
    error: 'give failureName or failureType, not both',
  })
  .meta({ id: 'FailureHandler' });
export type FailureHandler = z.infer<typeof failureHandler>;

const failureHandlers = z.array(failureHandler).max(50).default([]);
const common = { edges: z.array(edge).max(100).default([]), failureHandlers };
const inputs = z.record(identifier, variableAssignment).default({});

export const entrypointNode = z.strictObject({ type: z.literal('ENTRYPOINT'), ...common });
export const nopNode = z.strictObject({ type: z.literal('NOP'), ...common });

/** Ends the thread: with a result, with a failure, or with neither. It waits for the thread's children. */
export const exitNode = z.strictObject({
  type: z.literal('EXIT'),
  result: variableAssignment.optional(),
  failure: z
    .strictObject({
      name: docketName,
      message: z.string().max(10_000).default(''),
      content: variableAssignment.optional(),
    })
    .optional(),
  failureHandlers,
});

/** A static name, or an assignment that gives it when the thread arrives. */
const nameOrAssignment = z.union([docketName, variableAssignment]);
export type NameOrAssignment = z.infer<typeof nameOrAssignment>;

/** Delay before retry N (from 1): min(baseMs · multiplier^(N-1), maxMs). */
export const backoff = z
  .strictObject({
    baseMs: z.int().min(1).max(86_400_000),
    multiplier: z.number().min(1).max(100),
    maxMs: z.int().min(1).max(86_400_000),
  })
  .refine((one) => one.maxMs >= one.baseMs, { error: 'must not be below baseMs', path: ['maxMs'] });
export type Backoff = z.infer<typeof backoff>;

/**
 * `timeoutSeconds` is how long one attempt may run without a heartbeat, `scheduleTimeoutSeconds` how long it may wait for a worker;
 * `retries` are attempts after the first.
 */
export const taskNode = z.strictObject({
  type: z.literal('TASK'),
  taskDefName: nameOrAssignment,
  inputs: z.array(variableAssignment).max(100).default([]),
  timeoutSeconds: z.int().min(1).max(86_400).default(60),
  scheduleTimeoutSeconds: z.int().min(1).max(31_622_400).optional(),
  retries: z.int().min(0).max(100).default(0),
  backoff: backoff.optional(),
  ...common,
});
export type TaskNode = z.infer<typeof taskNode>;

/** A line of what a person reads beside the form. */
const userTaskDetail = z.strictObject({ label: oneLine.min(1).max(200), value: variableAssignment });

/**
 * A step done by a person. At least one of `userId` and `userGroup`; the form's version is pinned when the WfSpec is put. `priority` is an INT
 * from 0 to 100, `dueAt` and `followUpAt` are a TIMESTAMP or seconds from the task's arrival, `requester` stands in for the run's, and whom
 * `excludeUsers` names, one each or a list, may not do this task whatever groups they are in.
 */
export const userTaskNode = z.strictObject({
  type: z.literal('USER_TASK'),
  userTaskDefName: docketName,
  userTaskDefVersion: count.optional(),
  userId: variableAssignment.optional(),
  userGroup: variableAssignment.optional(),
  title: variableAssignment.optional(),
  context: variableAssignment.optional(),
  notes: variableAssignment.optional(),
  details: z.array(userTaskDetail).max(50).optional(),
  priority: variableAssignment.optional(),
  dueAt: variableAssignment.optional(),
  followUpAt: variableAssignment.optional(),
  requester: variableAssignment.optional(),
  excludeUsers: z.array(variableAssignment).max(50).optional(),
  onCancellationExceptionName: variableAssignment.optional(),
  actions: z.array(userTaskAction).max(50).default([]),
  ...common,
});
export type UserTaskNode = z.infer<typeof userTaskNode>;

/** Waits for an ExternalEvent; its output is the event's content. With a key, an event posted by that key will do. */
export const externalEventNode = z.strictObject({
  type: z.literal('EXTERNAL_EVENT'),
  externalEventDefName: docketName,
  timeoutSeconds: variableAssignment.optional(),
  correlationKey: variableAssignment.optional(),
  ...common,
});
export type ExternalEventNode = z.infer<typeof externalEventNode>;

/** Starts a child thread; its output is the child's number. */
export const startThreadNode = z.strictObject({
  type: z.literal('START_THREAD'),
  threadSpecName: nodeName,
  inputs,
  ...common,
});
export type StartThreadNode = z.infer<typeof startThreadNode>;

/** Starts a child thread per item, each given its item as INPUT if it declares that; its output is the children's numbers. */
export const startMultipleThreadsNode = z.strictObject({
  type: z.literal('START_MULTIPLE_THREADS'),
  threadSpecName: nodeName,
  items: variableAssignment,
  inputs,
  ...common,
});
export type StartMultipleThreadsNode = z.infer<typeof startMultipleThreadsNode>;

export const WAIT_STRATEGIES = ['ALL', 'FIRST', 'ANY'] as const;
/** Waits for child threads, by number: for all, for the first to end, or for any to succeed. */
export const waitForThreadsNode = z.strictObject({
  type: z.literal('WAIT_FOR_THREADS'),
  threads: z.union([z.array(variableAssignment).min(1).max(100), variableAssignment]),
  strategy: z.enum(WAIT_STRATEGIES).default('ALL'),
  perThreadFailureHandlers: failureHandlers,
  ...common,
});
export type WaitForThreadsNode = z.infer<typeof waitForThreadsNode>;

/** Waits a number of seconds, or until an instant: a TIMESTAMP, its RFC 3339 text, or milliseconds since 1970, asked again on every step. */
export const sleepNode = z
  .strictObject({
    type: z.literal('SLEEP'),
    seconds: variableAssignment.optional(),
    until: variableAssignment.optional(),
    ...common,
  })
  .refine((one) => (one.seconds === undefined) !== (one.until === undefined), {
    error: 'give either seconds or until',
  });
export type SleepNode = z.infer<typeof sleepNode>;

/** Waits until a condition holds, asked again whenever something happened to the run. */
export const waitForConditionNode = z.strictObject({
  type: z.literal('WAIT_FOR_CONDITION'),
  condition: variableAssignment,
  ...common,
});
export type WaitForConditionNode = z.infer<typeof waitForConditionNode>;

/** Tells those who await it that something happened. */
export const throwEventNode = z.strictObject({
  type: z.literal('THROW_EVENT'),
  workflowEventDefName: docketName,
  content: variableAssignment.optional(),
  ...common,
});
export type ThrowEventNode = z.infer<typeof throwEventNode>;

/** Starts a child run and goes on; its output is the child's id. A static name is pinned to its major version when the WfSpec is put. */
export const runChildWfNode = z.strictObject({
  type: z.literal('RUN_CHILD_WF'),
  wfSpecName: nameOrAssignment,
  majorVersion: count.optional(),
  inputs,
  ...common,
});
export type RunChildWfNode = z.infer<typeof runChildWfNode>;

/** Waits for a child run; its output is what that returned. `node` started it, in this thread; `wfRunId` tells which, if it was not the last. */
export const waitForChildWfNode = z.strictObject({
  type: z.literal('WAIT_FOR_CHILD_WF'),
  node: nodeName,
  wfRunId: variableAssignment.optional(),
  ...common,
});
export type WaitForChildWfNode = z.infer<typeof waitForChildWfNode>;

export const NODE_TYPES = [
  'ENTRYPOINT',
  'EXIT',
  'NOP',
  'TASK',
  'USER_TASK',
  'EXTERNAL_EVENT',
  'START_THREAD',
  'START_MULTIPLE_THREADS',
  'WAIT_FOR_THREADS',
  'SLEEP',
  'WAIT_FOR_CONDITION',
  'THROW_EVENT',
  'RUN_CHILD_WF',
  'WAIT_FOR_CHILD_WF',
] as const satisfies readonly NodeType[];

export const wfNode = z
  .discriminatedUnion('type', [
    entrypointNode,
    exitNode,
    nopNode,
    taskNode,
    userTaskNode,
    externalEventNode,
    startThreadNode,
    startMultipleThreadsNode,
    waitForThreadsNode,
    sleepNode,
    waitForConditionNode,
    throwEventNode,
    runChildWfNode,
    waitForChildWfNode,
  ])
  .meta({ id: 'Node' });
export type WfNode = z.infer<typeof wfNode>;
export type NodeType = WfNode['type'];

/** An ExternalEvent of this kind halts the thread and runs `handler`, with the event's content as INPUT if it declares that. */
export const interrupt = z.strictObject({ externalEventDefName: docketName, handler: nodeName });

/** At most so many entries: what is put is read through as a whole. */
const MAX_NODES = 2_000;
const MAX_THREADS = 200;

export const threadSpec = z
  .strictObject({
    variables: z.array(threadVariable).max(500).default([]),
    nodes: z
      .record(nodeName, wfNode)
      .refine((nodes) => Object.keys(nodes).length <= MAX_NODES, { error: `a thread has at most ${MAX_NODES} nodes` }),
    interrupts: z.array(interrupt).max(50).default([]),
    retention: retention.optional().meta({ description: 'When a COMPLETED child thread leaves the run.' }),
  })
  .meta({ id: 'ThreadSpec' });
export type ThreadSpec = z.infer<typeof threadSpec>;

export const ALLOWED_UPDATES = ['ALL', 'MINOR_REVISION_UPDATES', 'NO_UPDATES'] as const;

/** The body of `PUT /wf-specs/{name}`. */
export const wfSpecBody = z.strictObject({
  description: z.string().max(2000).optional(),
  entrypoint: nodeName,
  threads: z
    .record(nodeName, threadSpec)
    .refine((all) => Object.keys(all).length <= MAX_THREADS, { error: `a WfSpec has at most ${MAX_THREADS} threads` }),
  retention: retention.optional().meta({ description: 'When a run that has ended is deleted.' }),
  parent: z
    .strictObject({ wfSpecName: docketName, majorVersion: count.optional() })
    .optional()
    .meta({ description: 'Runs are child runs of this WfSpec, and may inherit its PUBLIC variables.' }),
  allowedUpdates: z
    .enum(ALLOWED_UPDATES)
    .default('ALL')
    .meta({ description: 'What may differ from the latest version, by its word and by this one.' }),
});
export type WfSpecBody = z.infer<typeof wfSpecBody>;

export const wfSpecId = z.object({ name: docketName, majorVersion: count, revision: count });
export type WfSpecId = z.infer<typeof wfSpecId>;

/** A variable that callers or child runs rely on: later versions may drop it, but never change its type. */
export const frozenVariable = z.object({ name: identifier, type: variableType }).meta({ id: 'FrozenVariable' });
export type FrozenVariable = z.infer<typeof frozenVariable>;

/** `resultType` is what the entrypoint returns, where that can be known before it runs. */
export const wfSpec = wfSpecBody
  .extend({
    ...wfSpecId.shape,
    frozenVariables: z.array(frozenVariable),
    resultType: variableType.optional(),
    createdAt: timestamp,
  })
  .meta({ id: 'WfSpec' });
export type WfSpec = z.infer<typeof wfSpec>;

/** `1.0`, as a WfSpec's version is written in addresses. */
export const wfSpecVersion = z.string().regex(/^\d{1,6}\.\d{1,6}$/, { error: 'must be <major>.<revision>' });

/** True for a name that is worked out when a thread arrives. */
export function isDynamic(name: NameOrAssignment): name is VariableAssignment {
  return typeof name !== 'string';
}

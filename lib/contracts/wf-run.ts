// WfRun and its parts as callers see them (semantics.md 3).
import { z } from 'zod';
import { jsonValue } from './json-shape.ts';
import { docketName, timestamp } from './names.ts';
import { MAX_REASON_LENGTH } from './text-limits.ts';
import { variableType } from './value-shape.ts';
import { NODE_TYPES, wfSpecId } from './wf-spec.ts';

export const LH_STATUSES = ['RUNNING', 'HALTING', 'HALTED', 'COMPLETED', 'ERROR', 'EXCEPTION'] as const;
/**
 * ERROR is a technical failure, EXCEPTION one that the process itself threw; both and COMPLETED are final, unless the first two are rescued.
 * HALTED stands still, HALTING waits for a running task before it does.
 */
export const runStatus = z.enum(LH_STATUSES).meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof runStatus>;

export const isEnded = (status: RunStatus): boolean =>
  status === 'COMPLETED' || status === 'ERROR' || status === 'EXCEPTION';

export const failure = z
  .object({
    name: z.string(),
    message: z.string(),
    content: jsonValue,
    handlerThreadRunNumber: z.int().nullable(),
    wasProperlyHandled: z.boolean(),
  })
  .meta({ id: 'Failure' });
export type Failure = z.infer<typeof failure>;

export const THREAD_TYPES = ['ENTRYPOINT', 'CHILD', 'INTERRUPT', 'FAILURE_HANDLER'] as const;
export type ThreadType = (typeof THREAD_TYPES)[number];

/** Why a thread stands still; `threadRunNumber` is the parent that is halted, or the handler that runs. */
export const haltReason = z
  .object({
    type: z.enum([
      'PARENT_HALTED',
      'PENDING_INTERRUPT',
      'INTERRUPTED',
      'PENDING_FAILURE',
      'HANDLING_FAILURE',
      'MANUAL_HALT',
      'HALTED_BY_PARENT',
    ]),
    threadRunNumber: z.int().nullable(),
    stopped: z
      .object({ by: z.string().nullable(), at: timestamp, reason: z.string().nullable() })
      .optional()
      .meta({ description: 'Of a MANUAL_HALT: who stopped the thread, when and why.' }),
  })
  .meta({ id: 'HaltReason' });
export type HaltReason = z.infer<typeof haltReason>;

export const RUN_ACTS = ['STOPPED', 'RESUMED', 'RESCUED', 'EVENT_POSTED'] as const;

export const runAct = z
  .object({ type: z.enum(RUN_ACTS), by: z.string().nullable(), at: timestamp, reason: z.string().nullable() })
  .meta({ id: 'RunAct', description: 'What somebody did to a ThreadRun by hand, when and why.' });
export type RunAct = z.infer<typeof runAct>;

/** Why somebody does it; kept with what was done. */
export const actReason = z.string().trim().min(1).max(MAX_REASON_LENGTH);

export const threadRun = z
  .object({
    number: z.int(),
    type: z.enum(THREAD_TYPES),
    parentThreadRunNumber: z.int().nullable(),
    threadSpecName: z.string(),
    status: runStatus,
    startedAt: timestamp,
    endedAt: timestamp.nullable(),
    currentNodeName: z.string(),
    currentNodePosition: z.int(),
    haltReasons: z.array(haltReason),
    handledFailedChildren: z.array(z.int()),
    failure: failure.nullable(),
    output: jsonValue.meta({ description: 'What its EXIT returned.' }),
  })
  .meta({ id: 'ThreadRun' });
export type ThreadRun = z.infer<typeof threadRun>;

export const wfRunSummary = z
  .object({
    id: docketName,
    wfSpecName: docketName,
    majorVersion: z.int(),
    revision: z.int(),
    status: runStatus,
    requester: z.string().nullable(),
    parentWfRunId: docketName.nullable(),
    scheduledWfRunId: docketName.nullable().meta({ description: 'The schedule that started it.' }),
    startedAt: timestamp,
    endedAt: timestamp.nullable(),
  })
  .meta({ id: 'WfRunSummary' });
export type WfRunSummary = z.infer<typeof wfRunSummary>;

export const wfRun = wfRunSummary
  .extend({
    oldWfSpecVersions: z.array(wfSpecId).meta({ description: 'Versions that it was migrated from.' }),
    output: jsonValue.meta({ description: 'What its entrypoint thread returned.' }),
    threadRuns: z.array(threadRun),
  })
  .meta({ id: 'WfRun' });
export type WfRun = z.infer<typeof wfRun>;

/** How a thread that is waited for stands. */
export const waitingStatus = z.enum([
  'IN_PROGRESS',
  'HANDLING_FAILURE',
  'COMPLETED_OR_FAILURE_HANDLED',
  'UNSUCCESSFUL',
]);
export type WaitingStatus = z.infer<typeof waitingStatus>;

/** One arrival of a ThreadRun at a node; `position` counts arrivals from 0. */
export const nodeRun = z
  .object({
    threadRunNumber: z.int(),
    position: z.int(),
    threadSpecName: z.string(),
    nodeName: z.string(),
    nodeType: z.enum(NODE_TYPES),
    status: runStatus,
    arrivedAt: timestamp,
    endedAt: timestamp.nullable(),
    failures: z.array(failure),
    taskRunGuid: z.string().nullable(),
    userTaskRunGuid: z.string().nullable(),
    wakeAt: timestamp
      .nullable()
      .meta({ description: 'When its timer is due: the end of a sleep, or of the wait for an event.' }),
    childThreadRuns: z
      .array(z.object({ threadRunNumber: z.int(), status: waitingStatus.nullable() }))
      .meta({ description: 'Threads that it started, or waits for.' }),
    childWfRunId: docketName.nullable(),
    externalEventGuid: docketName.nullable(),
    acts: z.array(runAct).meta({
      description:
        'What was done by hand while the thread stood here, oldest first, the last fifty: a rescue stands at the NodeRun that it led to.',
    }),
    correlationKey: z
      .string()
      .nullable()
      .meta({ description: 'The key that it listens for; masked where it is made of what is masked.' }),
  })
  .meta({ id: 'NodeRun' });
export type NodeRun = z.infer<typeof nodeRun>;

export const runVariable = z
  .object({
    threadRunNumber: z.int(),
    name: z.string(),
    type: variableType,
    value: jsonValue,
    masked: z.boolean(),
  })
  .meta({ id: 'RunVariable' });
export type RunVariable = z.infer<typeof runVariable>;

/** A WfRun that was found by a variable. */
export const variableMatch = z
  .object({ wfRunId: docketName, name: z.string(), value: z.string(), startedAt: timestamp })
  .meta({ id: 'VariableMatch' });

/** What happened at a node of a run, over all its threads or in one of them. */
export const nodeState = z
  .object({
    threadSpecName: z.string(),
    nodeName: z.string(),
    arrivals: z.int(),
    standing: z
      .array(z.object({ status: runStatus, threads: z.int() }))
      .meta({ description: 'How the last arrival of each thread stands: how many threads, by status.' }),
  })
  .meta({ id: 'NodeState' });
export type NodeState = z.infer<typeof nodeState>;

/** Where the threads of a run have been, summed up for a picture of it. */
export const wfRunPath = z
  .object({
    nodes: z.array(nodeState),
    ways: z
      .array(z.object({ threadSpecName: z.string(), from: z.string(), to: z.string(), times: z.int() }))
      .meta({ description: 'How often a thread went from one node to another.' }),
  })
  .meta({ id: 'WfRunPath' });
export type WfRunPath = z.infer<typeof wfRunPath>;

/** The runs of a WfSpec that somebody may have to look at, by status. */
export const wfRunCount = z
  .object({ wfSpecName: docketName, status: runStatus, count: z.int() })
  .meta({ id: 'WfRunCount' });
export type WfRunCount = z.infer<typeof wfRunCount>;

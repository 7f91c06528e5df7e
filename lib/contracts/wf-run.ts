// WfRun and its parts as callers see them (semantics.md 3).
import { z } from 'zod';
import { jsonValue } from './json.ts';
import { docketName, timestamp } from './names.ts';
import { variableType } from './value.ts';

export const LH_STATUSES = ['RUNNING', 'COMPLETED', 'ERROR', 'EXCEPTION'] as const;
/** ERROR is a technical failure, EXCEPTION one that the process itself threw; both and COMPLETED are final. */
export const runStatus = z.enum(LH_STATUSES).meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof runStatus>;

export const failure = z.object({ name: z.string(), message: z.string() }).meta({ id: 'Failure' });

export const threadRun = z
  .object({
    number: z.int(),
    threadSpecName: z.string(),
    status: runStatus,
    startedAt: timestamp,
    endedAt: timestamp.nullable(),
    currentNodeName: z.string(),
    currentNodePosition: z.int(),
    failure: failure.nullable(),
  })
  .meta({ id: 'ThreadRun' });

export const wfRunSummary = z
  .object({
    id: docketName,
    wfSpecName: docketName,
    majorVersion: z.int(),
    revision: z.int(),
    status: runStatus,
    requester: z.string().nullable(),
    startedAt: timestamp,
    endedAt: timestamp.nullable(),
  })
  .meta({ id: 'WfRunSummary' });
export type WfRunSummary = z.infer<typeof wfRunSummary>;

export const wfRun = wfRunSummary.extend({ threadRuns: z.array(threadRun) }).meta({ id: 'WfRun' });
export type WfRun = z.infer<typeof wfRun>;

/** One arrival of a ThreadRun at a node; `position` counts arrivals from 0. */
export const nodeRun = z
  .object({
    threadRunNumber: z.int(),
    position: z.int(),
    threadSpecName: z.string(),
    nodeName: z.string(),
    nodeType: z.string(),
    status: runStatus,
    arrivedAt: timestamp,
    endedAt: timestamp.nullable(),
    failure: failure.nullable(),
    taskRunGuid: z.string().nullable(),
    userTaskRunGuid: z.string().nullable(),
  })
  .meta({ id: 'NodeRun' });
export type NodeRun = z.infer<typeof nodeRun>;

export const runVariable = z
  .object({
    threadRunNumber: z.int(),
    name: z.string(),
    type: variableType,
    value: jsonValue,
    updatedAt: timestamp,
  })
  .meta({ id: 'RunVariable' });
export type RunVariable = z.infer<typeof runVariable>;

// A simulation: what would become of a run if a stretch of time went by (user-tasks.md, "for authors of workflows").
import { z } from 'zod';
import { actorKind } from './actor.ts';
import { jsonObject, jsonValue } from './json-shape.ts';
import { count, docketName, nodeName, taskRunGuid, timestamp, userId } from './names.ts';
import { remindedUserTask, taskStatus } from './task-run.ts';
import { cause, userTaskEventBody } from './user-task-run.ts';
import { runStatus } from './wf-run.ts';
import { wfSpecBody } from './wf-spec.ts';

const TEN_YEARS = 10 * 366 * 86_400;
/** More commands or entries than these end a simulation. */
export const MAX_SIMULATED_STEPS = 1_000;
export const MAX_SIMULATED_ENTRIES = 2_000;

/** How the pretended people and workers do a step: `results` of a user task, `output` of a task; without it a user task stays open. */
const answer = z.strictObject({
  after: z.number().min(0).max(TEN_YEARS).default(0).meta({ description: 'Seconds from its arrival.' }),
  userId: userId.optional().meta({ description: 'Who completes it; whoever has it then, unless given.' }),
  results: jsonObject.optional(),
  output: jsonValue.optional(),
});
export type SimulatedAnswer = z.infer<typeof answer>;

export const simulationBody = z.strictObject({
  spec: z.union([
    z.strictObject({ name: docketName, majorVersion: count.optional(), revision: count.optional() }),
    wfSpecBody,
  ]),
  inputs: jsonObject.default({}),
  requester: userId.optional(),
  elapse: z.number().min(0).max(TEN_YEARS).meta({ description: 'How many seconds go by.' }),
  answers: z
    .record(nodeName, answer)
    .default({})
    .meta({ description: 'By the name of the node; a task without one succeeds at once and gives nothing.' }),
});

const entryHead = { at: timestamp, wfRunId: docketName, nodeName: nodeName.nullable() };
export const simulatedEntry = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('USER_TASK'),
      ...entryHead,
      guid: z.string(),
      title: z.string(),
      event: userTaskEventBody,
      actorKind,
      cause,
      reason: z.string().nullable(),
    }),
    z.object({
      type: z.literal('TASK_SCHEDULED'),
      ...entryHead,
      guid: taskRunGuid,
      taskDefName: docketName,
      inputs: jsonObject,
      userTask: remindedUserTask.nullable(),
    }),
    z.object({
      type: z.literal('TASK_ENDED'),
      ...entryHead,
      guid: taskRunGuid,
      taskDefName: docketName,
      status: taskStatus,
    }),
    z.object({ type: z.literal('NODE_FAILED'), ...entryHead, failure: z.string(), message: z.string() }),
    z.object({ type: z.literal('ANSWER_REFUSED'), ...entryHead, detail: z.string() }),
    z.object({ type: z.literal('RUN_ENDED'), ...entryHead, status: runStatus }),
  ])
  .meta({ id: 'SimulatedEntry' });
export type SimulatedEntry = z.infer<typeof simulatedEntry>;

export const simulation = z
  .object({
    startedAt: timestamp,
    until: timestamp.meta({ description: 'How far it got: all the time that was asked for, unless it is cut off.' }),
    status: runStatus.meta({ description: 'Of the run, then.' }),
    isCutOff: z.boolean().meta({ description: 'It took more steps, or told more, than a simulation may.' }),
    entries: z.array(simulatedEntry),
  })
  .meta({ id: 'Simulation' });
export type Simulation = z.infer<typeof simulation>;

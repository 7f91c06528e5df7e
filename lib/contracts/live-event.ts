// What GET /events tells: that something changed, to whom it belongs now, and where to look. What it holds is read by its own address.
import { z } from 'zod';
import { docketName, positionGuid } from './names.ts';
import { userTaskStatus } from './user-task-run.ts';
import { runStatus } from './wf-run.ts';

const ofTask = { wfRunId: docketName, guid: positionGuid };

export const liveEvent = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('userTask'),
      ...ofTask,
      status: userTaskStatus,
      userId: z.string().nullable(),
      userGroup: z.string().nullable(),
      version: z.int(),
    }),
    z
      .object({ type: z.literal('userTaskLeft'), ...ofTask })
      .meta({ description: 'It went to others: the caller may no longer see it.' }),
    z
      .object({ type: z.literal('userTaskDraft'), ...ofTask })
      .meta({ description: 'What the caller typed, here or in another window, was saved.' }),
    z.object({ type: z.literal('wfRun'), wfRunId: docketName, wfSpecName: docketName, status: runStatus }),
    z.object({ type: z.literal('wfRunDeleted'), wfRunId: docketName }),
    z
      .object({ type: z.literal('savedView'), viewId: docketName })
      .meta({ description: "A view of the caller's or of a group of theirs was saved, changed or deleted." }),
    z.object({ type: z.literal('reset') }).meta({
      description: 'What came after the id that was given is no longer known: read anew what is shown, and go on.',
    }),
  ])
  .meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof liveEvent>;

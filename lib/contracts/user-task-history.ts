// The whole history of a user task in one document, to keep or to hand on.
import { z } from 'zod';
import { historyVerification } from './history-chain.ts';
import { holding, lineEntry } from './holdings.ts';
import { userTaskEvent, userTaskRunSummary } from './user-task-run.ts';

export const userTaskHistory = z
  .object({
    task: userTaskRunSummary,
    holdings: z.array(holding).meta({ description: 'Who held it, one after the other.' }),
    line: z.array(lineEntry).meta({ description: 'The same in short.' }),
    events: z.array(userTaskEvent).meta({ description: 'Oldest first.' }),
    verification: historyVerification,
  })
  .meta({ id: 'UserTaskHistory' });

/** What the assignment history of a person tells of: changes of hands, and ends. */
export const PERSON_EVENT_TYPES = ['ASSIGNED', 'COMPLETED', 'CANCELLED'] as const;
export type PersonEventType = (typeof PERSON_EVENT_TYPES)[number];

/** An entry in the assignment history of a person. */
export const personEvent = z
  .object({
    task: userTaskRunSummary.meta({ description: 'The task as it is now.' }),
    event: userTaskEvent,
    heldSeconds: z.number().nullable().meta({
      description: 'Where it ended their having the task: for how long they had had it.',
    }),
  })
  .meta({ id: 'PersonEvent' });
export type PersonEvent = z.infer<typeof personEvent>;

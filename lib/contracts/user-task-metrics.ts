// What is told of user tasks within a window: how long they waited, how long people had them, and what is still open.
import { z } from 'zod';
import { timestamp } from './names.ts';
import { userTaskEventBody, userTaskStatus } from './user-task-run.ts';

const spread = z
  .object({
    count: z.int(),
    min: z.number(),
    average: z.number(),
    p50: z.number(),
    p90: z.number(),
    max: z.number(),
  })
  .meta({ id: 'Spread', description: 'How often, and in how many seconds.' });

/** Upper bounds of age in seconds: an hour, a day, three, a week, thirty days. */
export const AGE_BOUNDS = [3_600, 86_400, 259_200, 604_800, 2_592_000] as const;

const ended = z.object({ name: z.string(), completed: z.int(), cancelled: z.int() });
const LARGEST = 'The hundred with the most.';

export const userTaskMetrics = z
  .object({
    from: timestamp,
    to: timestamp,
    timeToClaim: spread.nullable().meta({
      description: 'From when nobody had a task to when somebody did. Null when none was taken.',
    }),
    timeInHand: spread.nullable().meta({ description: 'From when a person got a task to when they had it no more.' }),
    holders: z
      .array(z.object({ userId: z.string(), timeInHand: spread }))
      .meta({ description: `Who had tasks in hand. ${LARGEST}` }),
    handOvers: z.int().meta({ description: 'How often a task went from one person to another.' }),
    releases: z.int().meta({ description: 'How often one went from a person back to its group.' }),
    hookFirings: z
      .array(z.object({ type: z.enum(userTaskEventBody.options.map(({ shape }) => shape.type.value)), count: z.int() }))
      .meta({ description: 'What hooks brought about, by the type of the event.' }),
    throughput: z
      .object({
        completed: z.int(),
        cancelled: z.int(),
        byUserTaskDef: z.array(ended),
        byUserGroup: z.array(ended),
        byUser: z.array(ended),
      })
      .meta({ description: `What was finished: by its definition, its group and who had it. ${LARGEST}` }),
    ageing: z
      .array(
        z.object({
          status: userTaskStatus,
          under: z.int().nullable().meta({
            description: 'Younger than so many seconds, and no younger than the bucket before. Null: older than all.',
          }),
          count: z.int(),
        }),
      )
      .meta({ description: 'What is open now and not suspended, by its age, whatever the window.' }),
    isCapped: z.boolean().meta({ description: 'Whether there was more than is counted: take a shorter window.' }),
  })
  .meta({ id: 'UserTaskMetrics' });
export type UserTaskMetrics = z.infer<typeof userTaskMetrics>;

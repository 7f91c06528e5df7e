// What is told of user tasks within a window: how long they waited, how long people had them, and what is still open.
import { z } from 'zod';
import { docketName, positionGuid, timestamp } from './names.ts';
import { taskTitles, userTaskEventBody, userTaskStatus } from './user-task-run.ts';

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

const eventType = z.enum(userTaskEventBody.options.map(({ shape }) => shape.type.value));

/** Upper bounds of age in seconds: an hour, a day, three, a week, thirty days. */
export const AGE_BOUNDS = [3_600, 86_400, 259_200, 604_800, 2_592_000] as const;

/** By what figures may be told apart. */
export const METRICS_GROUPINGS = ['userTaskDef', 'userGroup', 'user'] as const;
export const metricsGrouping = z.enum(METRICS_GROUPINGS);
export type MetricsGrouping = z.infer<typeof metricsGrouping>;

/** A time zone by its IANA name; whether there is one the service knows. */
export const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/, { error: 'must be a time zone, like Europe/Berlin' });

const figures = z
  .object({
    name: z.string(),
    open: z.int(),
    overdue: z.int(),
    arrived: z.int(),
    completed: z.int(),
    cancelled: z.int(),
    timeToClaim: spread.nullable(),
    timeInHand: spread.nullable(),
    hookFirings: z.int(),
  })
  .meta({ id: 'UserTaskFigures', description: 'What is told of a definition, a group or a person.' });
export type UserTaskFigures = z.infer<typeof figures>;

const moment = z
  .object({
    wfRunId: docketName,
    guid: positionGuid,
    title: z.string(),
    titles: taskTitles,
    at: timestamp,
    seconds: z.number().nullable(),
    userId: z.string().nullable(),
    userGroup: z.string().nullable(),
    type: eventType,
  })
  .meta({ id: 'UserTaskMoment', description: 'A task and what happened to it.' });
export type UserTaskMoment = z.infer<typeof moment>;

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
      .array(z.object({ type: eventType, count: z.int() }))
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
    open: z
      .object({ unassigned: z.int(), assigned: z.int(), overdue: z.int() })
      .meta({ description: 'What is open now and not suspended, whatever the window.' }),
    days: z.array(z.object({ day: z.iso.date(), arrived: z.int(), completed: z.int(), cancelled: z.int() })).meta({
      description: 'The window by days of the zone that was asked for; a day on which nothing was is left out.',
    }),
    groups: z
      .array(figures)
      .nullable()
      .meta({ description: `The figures told apart by what \`by\` asked for; null unless it did. ${LARGEST}` }),
    longestToClaim: z.array(moment).meta({ description: 'The ten that waited longest before somebody took them.' }),
    longestInHand: z.array(moment).meta({ description: 'The ten that somebody had longest.' }),
    latestFirings: z.array(moment).meta({ description: 'The twenty latest firings of hooks.' }),
    isCapped: z.boolean().meta({ description: 'Whether there was more than is counted: take a shorter window.' }),
  })
  .meta({ id: 'UserTaskMetrics' });
export type UserTaskMetrics = z.infer<typeof userTaskMetrics>;

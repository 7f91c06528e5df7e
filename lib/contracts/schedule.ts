// ScheduledWfRun: a WfSpec that runs by cron (semantics.md 13.2, decision 20).
import { z } from 'zod';
import { jsonObject } from './json-shape.ts';
import { count, docketName, timestamp, userId } from './names.ts';

/** Leaves room for the tick in the id of a run that it starts. */
export const scheduleId = docketName.max(100);

/** The body of `POST /scheduled-wf-runs`. */
export const scheduleBody = z.strictObject({
  id: scheduleId.optional(),
  wfSpecName: docketName,
  majorVersion: count.optional(),
  revision: count.optional(),
  cron: z
    .string()
    .max(200)
    .meta({
      description: 'Five fields: minute, hour, day of month, month, day of week.',
      examples: ['30 7 * * MON-FRI'],
    }),
  timeZone: z.string().max(100).default('UTC').meta({ description: 'An IANA name, such as Europe/Vienna.' }),
  variables: jsonObject.default({}),
  parentWfRunId: docketName.optional(),
  requester: userId.optional(),
});

export const scheduledWfRun = z
  .object({
    id: docketName,
    wfSpecName: docketName,
    majorVersion: z.int().nullable(),
    revision: z.int().nullable().meta({ description: 'Without one, each tick runs the latest of then.' }),
    cron: z.string(),
    timeZone: z.string(),
    variables: jsonObject,
    parentWfRunId: docketName.nullable(),
    requester: z.string().nullable(),
    isPaused: z.boolean(),
    createdAt: timestamp,
    nextAt: timestamp.nullable().meta({ description: 'The next tick; null while paused, and when none is left.' }),
    lastAt: timestamp.nullable().meta({ description: 'The last tick that was due.' }),
    lastFailure: z.string().nullable().meta({ description: 'Why the last tick started no run.' }),
  })
  .meta({ id: 'ScheduledWfRun' });
export type ScheduledWfRun = z.infer<typeof scheduledWfRun>;

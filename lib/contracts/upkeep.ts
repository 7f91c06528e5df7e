// What keeps a Docket in order: bulk jobs, timers that fail, and metrics (semantics.md 13.5 and 15, decision 21).
import { z } from 'zod';
import { count, docketName, timestamp } from './names.ts';

/** What is deleted: runs of one WfSpec in a final status, by when they started. */
export const bulkJobBody = z.strictObject({
  type: z.literal('DELETE_WF_RUNS'),
  wfSpecName: docketName,
  majorVersion: count.optional(),
  revision: count.optional(),
  status: z.enum(['COMPLETED', 'ERROR', 'EXCEPTION']),
  startedAfter: timestamp.optional(),
  startedBefore: timestamp.optional().meta({ description: 'Unless given, the time at which the job is made.' }),
});
export type BulkJobBody = z.infer<typeof bulkJobBody>;

export const bulkJobStatus = z.enum(['RUNNING', 'COMPLETED', 'FAILED']).meta({ id: 'BulkJobStatus' });
export type BulkJobStatus = z.infer<typeof bulkJobStatus>;

export const bulkJob = bulkJobBody
  .extend({
    id: docketName,
    startedBefore: timestamp,
    jobStatus: bulkJobStatus,
    done: z.int().meta({ description: 'How many runs it has deleted.' }),
    failure: z.string().nullable().meta({ description: 'Why its last batch failed.' }),
    createdAt: timestamp,
    endedAt: timestamp.nullable(),
  })
  .meta({ id: 'BulkJob' });
export type BulkJob = z.infer<typeof bulkJob>;

export const timer = z
  .object({
    wfRunId: docketName,
    key: z.string().meta({ description: 'What it is for: the thread, the place, the purpose.' }),
    dueAt: timestamp,
    tries: z.int(),
    tryAt: timestamp.meta({ description: 'When it is tried next.' }),
    reason: z.string().nullable().meta({ description: 'Why its last try failed.' }),
  })
  .meta({ id: 'Timer' });
export type Timer = z.infer<typeof timer>;

const seconds = z.object({ min: z.number(), average: z.number(), max: z.number() });

/** Counts of what has ended, and how long it took. */
const tally = z.object({
  status: z.string(),
  count: z.int(),
  seconds: seconds.meta({ description: 'From start to end.' }),
});

export const metrics = z
  .object({
    from: timestamp,
    to: timestamp,
    tallies: z.array(tally),
    isCapped: z.boolean().meta({ description: 'Whether there was more than is counted: take a shorter window.' }),
  })
  .meta({ id: 'Metrics' });
export type Metrics = z.infer<typeof metrics>;

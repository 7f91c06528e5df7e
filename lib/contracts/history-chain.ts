// How the events of a user task hang together (decision 27): each has a hash of itself and of the one before, so that none can be changed,
// taken out or moved unseen. docs/history.md says it for strangers.
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { JsonObject } from './json.ts';
import { timestamp } from './names.ts';
import type { UserTaskEvent } from './user-task-run.ts';

type Unhashed<E> = E extends unknown ? Omit<E, 'hash'> : never;

/** The text of which the hash of an event is the SHA-256; `previous` is the hash of the event before, null for the first. */
export function chainedText(
  task: { wfRunId: string; guid: string },
  previous: string | null,
  event: Unhashed<UserTaskEvent>,
): string {
  const { wfRunId, guid } = task;
  return canonicalJson({ event: event as JsonObject, guid, previous, wfRunId });
}

export const CHAIN_FAULTS = ['ALTERED', 'MISSING', 'OUT_OF_ORDER', 'CUT_OFF', 'ADDED'] as const;

/** Whether a history is as it was written; if not, the first thing that is wrong with it. */
export const historyVerification = z
  .object({
    isIntact: z.boolean(),
    events: z.int(),
    lastHash: z.string().nullable(),
    fault: z
      .object({
        kind: z.enum(CHAIN_FAULTS).meta({
          description:
            'ALTERED: the event does not have the content its hash was made of. MISSING: one before it is gone. OUT_OF_ORDER: it does not follow the event before it. CUT_OFF: the last ones are gone. ADDED: there are more than the task knows of.',
        }),
        seq: z.int().meta({ description: 'Of the event that is wrong, or the first one that is missing.' }),
        at: timestamp.nullable(),
        detail: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'HistoryVerification' });
export type HistoryVerification = z.infer<typeof historyVerification>;

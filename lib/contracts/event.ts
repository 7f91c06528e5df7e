// Events as callers see them: external ones, correlated ones, and those that a run threw (semantics.md 9).
import { z } from 'zod';
import { jsonValue } from './json-shape.ts';
import { docketName, oneLine, timestamp } from './names.ts';

/** No slash and no tilde, so that a key fits into an address. */
export const correlationKey = oneLine
  .min(1, { error: 'must not be empty' })
  .max(500, { error: 'must not have more than 500 characters' })
  .regex(/^[^/~]*$/, { error: 'must not contain / or ~' });

export const externalEvent = z
  .object({
    wfRunId: docketName,
    externalEventDefName: docketName,
    guid: docketName,
    content: jsonValue,
    createdAt: timestamp,
    claimed: z.boolean(),
    threadRunNumber: z.int().nullable(),
    nodeRunPosition: z.int().nullable(),
  })
  .meta({ id: 'ExternalEvent' });
export type ExternalEvent = z.infer<typeof externalEvent>;

export const correlatedEvent = z
  .object({
    externalEventDefName: docketName,
    key: z.string(),
    content: jsonValue,
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    externalEvents: z
      .array(z.object({ wfRunId: docketName, guid: docketName }))
      .meta({ description: 'The ExternalEvents that it became.' }),
  })
  .meta({ id: 'CorrelatedEvent' });
export type CorrelatedEvent = z.infer<typeof correlatedEvent>;

/** `number` counts from 0 per run and WorkflowEventDef. */
export const workflowEvent = z
  .object({
    wfRunId: docketName,
    workflowEventDefName: docketName,
    number: z.int(),
    content: jsonValue,
    createdAt: timestamp,
    threadRunNumber: z.int(),
    nodeRunPosition: z.int(),
  })
  .meta({ id: 'WorkflowEvent' });
export type WorkflowEvent = z.infer<typeof workflowEvent>;

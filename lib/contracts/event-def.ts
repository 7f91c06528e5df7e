// ExternalEventDef and WorkflowEventDef: what may come to a run, and what a run may tell. Both are immutable once put (decision 19).
import { z } from 'zod';
import { docketName, timestamp } from './names.ts';
import { variableType } from './value-shape.ts';

const seconds = z
  .number()
  .min(0)
  .max(10 * 366 * 86_400);

/**
 * The body of `PUT /external-event-defs/{name}`. Without `contentType` any content will do. `retention` is how long an event waits to be
 * claimed. With `correlation`, events may be posted by a key that a waiting node names.
 */
export const externalEventDefBody = z.strictObject({
  description: z.string().max(2000).optional(),
  contentType: variableType.optional(),
  masked: z.boolean().default(false),
  retention: z.strictObject({ secondsAfterPut: seconds }).optional(),
  correlation: z
    .strictObject({ ttlSeconds: seconds.optional(), deleteAfterFirstCorrelation: z.boolean().default(false) })
    .optional(),
});

export const externalEventDef = externalEventDefBody
  .extend({ name: docketName, createdAt: timestamp })
  .meta({ id: 'ExternalEventDef' });
export type ExternalEventDef = z.infer<typeof externalEventDef>;

/** The body of `PUT /workflow-event-defs/{name}`. Without `contentType` an event has none. */
export const workflowEventDefBody = z.strictObject({
  description: z.string().max(2000).optional(),
  contentType: variableType.optional(),
});

export const workflowEventDef = workflowEventDefBody
  .extend({ name: docketName, createdAt: timestamp })
  .meta({ id: 'WorkflowEventDef' });
export type WorkflowEventDef = z.infer<typeof workflowEventDef>;

// Operations on events: those that come to a run, by its id or by a key, and those that it throws.
import { z } from 'zod';
import { correlatedEvent, correlationKey, externalEvent, workflowEvent } from '../event.ts';
import { jsonValue } from '../json-shape.ts';
import { count, docketName, flagInAddress } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { actReason } from '../wf-run.ts';
import { operation } from './operation.ts';

const ofRun = z.strictObject({ wfRunId: docketName });
const read = { user: 'admin', scope: 'read' } as const;
const write = { user: 'admin', scope: 'runs' } as const;
const byKey = z.strictObject({ externalEventDefName: docketName, key: correlationKey });
const tag = 'Events';

export const MAX_AWAIT_SECONDS = 60;

export const eventOperations = {
  putExternalEvent: operation({
    method: 'POST',
    path: '/wf-runs/{wfRunId}/external-events',
    tag,
    summary: 'Send an ExternalEvent to a WfRun',
    description:
      'The run need not have begun: the event waits for it. A `guid` that is known gives the event that has it, and changes nothing. With `threadRunNumber`, or with `nodeRunPosition` besides, it is for that thread or that arrival alone.',
    access: write,
    params: ofRun,
    body: z
      .strictObject({
        externalEventDefName: docketName,
        guid: docketName.optional(),
        content: jsonValue.default(null),
        threadRunNumber: count.optional(),
        nodeRunPosition: count.optional(),
        reason: actReason.optional().meta({
          description:
            'Why somebody sends it by hand: kept as an act at the NodeRun where its thread, or else the entrypoint thread, stands.',
        }),
      })
      .refine((body) => body.nodeRunPosition === undefined || body.threadRunNumber !== undefined, {
        error: 'must be given with a nodeRunPosition',
        path: ['threadRunNumber'],
      }),
    response: externalEvent,
    status: 200,
    errors: ['FAILED_PRECONDITION', 'PAYLOAD_TOO_LARGE', 'ABORTED'],
  }),
  listExternalEvents: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/external-events',
    tag,
    summary: 'List the ExternalEvents of a WfRun, oldest first',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(externalEvent),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  searchExternalEvents: operation({
    method: 'GET',
    path: '/external-events',
    tag,
    summary: 'Search the ExternalEvents of a kind, newest first',
    access: read,
    query: pageQuery.extend({ externalEventDefName: docketName, claimed: flagInAddress.optional() }),
    response: pageOf(externalEvent),
    status: 200,
    errors: [],
  }),
  putCorrelatedEvent: operation({
    method: 'POST',
    path: '/correlated-events',
    tag,
    summary: 'Post an event by a key that a waiting node names',
    description:
      'It becomes an ExternalEvent of each node that listens for the key, now or later, exactly once; unless the ExternalEventDef says that it goes with the first, or after a time.',
    access: write,
    body: byKey.extend({ content: jsonValue.default(null) }),
    response: correlatedEvent,
    status: 201,
    errors: ['ALREADY_EXISTS', 'PAYLOAD_TOO_LARGE'],
  }),
  getCorrelatedEvent: operation({
    method: 'GET',
    path: '/correlated-events/{externalEventDefName}/{key}',
    tag,
    summary: 'Get a correlated event',
    access: read,
    params: byKey,
    response: correlatedEvent,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  searchCorrelatedEvents: operation({
    method: 'GET',
    path: '/correlated-events',
    tag,
    summary: 'List the correlated events of a kind, by key',
    access: read,
    query: pageQuery.extend({ externalEventDefName: docketName }),
    response: pageOf(correlatedEvent),
    status: 200,
    errors: [],
  }),
  deleteCorrelatedEvent: operation({
    method: 'DELETE',
    path: '/correlated-events/{externalEventDefName}/{key}',
    tag,
    summary: 'Delete a correlated event; the ExternalEvents that it became stay',
    access: write,
    params: byKey,
    status: 204,
    errors: ['NOT_FOUND'],
  }),
  listWorkflowEvents: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/workflow-events',
    tag,
    summary: 'List the events that a WfRun has thrown, oldest first',
    access: read,
    params: ofRun,
    query: pageQuery,
    response: pageOf(workflowEvent),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  awaitWorkflowEvent: operation({
    method: 'GET',
    path: '/wf-runs/{wfRunId}/workflow-events/await',
    tag,
    summary: 'Wait for a WfRun to throw an event',
    description:
      'An event that was thrown already is given at once, the first one first. `name` and `ignore` are lists with commas: the WorkflowEventDefs that are waited for, any of them when there is none, and the events to leave aside, each as `name.number`.',
    access: read,
    params: ofRun,
    query: z.strictObject({
      name: z
        .string()
        .max(2000)
        .regex(/^[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*$/, { error: 'must be names with commas between them' })
        .optional(),
      ignore: z
        .string()
        .max(4000)
        .regex(/^[A-Za-z0-9-]+\.\d+(,[A-Za-z0-9-]+\.\d+)*$/, { error: 'must be events such as my-event.0' })
        .optional(),
      timeoutSeconds: z.coerce.number<number>().min(0).max(MAX_AWAIT_SECONDS).default(30),
    }),
    response: workflowEvent,
    status: 200,
    errors: ['NOT_FOUND', 'REQUEST_TIMEOUT'],
  }),
};

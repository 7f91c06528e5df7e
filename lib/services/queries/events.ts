// Reads of events.
import { z } from 'zod';
import type { ExternalEvent } from '#contracts/event.ts';
import { timestamp } from '#contracts/names.ts';
import { findCorrelatedEvent, listCorrelatedEvents } from '#persistence/correlations.ts';
import { definitionOf } from '#persistence/definition-rows.ts';
import { findDefinition, findDefinitions } from '#persistence/definitions.ts';
import * as events from '#persistence/events.ts';
import { isWfRunKnown } from '#persistence/wf-run-parts.ts';
import { byTime, paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { refuse } from '../refuse.ts';
import { shownEvent } from '../shown-event.ts';
import { refuseUnknownWfRun } from '../unknown-wf-run.ts';

const findDef = ({ deps, principal }: CallContext, name: string) =>
  findDefinition(deps.store, principal.tenantId, { kind: 'ExternalEventDef', name });

export const listExternalEvents: Service<'listExternalEvents'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listExternalEvents', input, byTime);
  const { deps, principal } = context;
  const { wfRunId } = input;
  const found = await events.listExternalEventsOfRun(deps.store, principal.tenantId, wfRunId, { after, take });
  if (found.length === 0 && !(await isWfRunKnown(deps.store, principal.tenantId, wfRunId))) refuseUnknownWfRun(wfRunId);
  return page(await shown(context, found), ({ createdAt, guid }) => [createdAt, guid]);
};

/** Events of several kinds, masked where their kind is. */
async function shown({ deps, principal }: CallContext, found: ExternalEvent[]): Promise<ExternalEvent[]> {
  const names = [...new Set(found.map((event) => event.externalEventDefName))];
  const wanted = names.map((name) => ({ kind: 'ExternalEventDef' as const, name }));
  const rows = await findDefinitions(deps.store, principal.tenantId, wanted);
  const defs = new Map(rows.map((row) => [row.name, definitionOf(row)]));
  return found.map((event) => shownEvent(defs.get(event.externalEventDefName), event));
}

export const searchExternalEvents: Service<'searchExternalEvents'> = async (context, input) => {
  const key = z.tuple([timestamp, z.string(), z.string()]);
  const { after, take, page } = paging(context, 'searchExternalEvents', input, key);
  const { deps, principal } = context;
  const { externalEventDefName: defName, claimed } = input;
  const search = { defName, claimed, after, take };
  const found = await events.searchExternalEvents(deps.store, principal.tenantId, search);
  const def = await findDef(context, defName);
  return page(
    found.map((event) => shownEvent(def, event)),
    ({ createdAt, wfRunId, guid }) => [createdAt, wfRunId, guid],
  );
};

export const getCorrelatedEvent: Service<'getCorrelatedEvent'> = async (context, input) => {
  const { deps, principal } = context;
  const { externalEventDefName: defName, key } = input;
  const found = await findCorrelatedEvent(deps.store, principal.tenantId, defName, key);
  if (!found) return refuse('NOT_FOUND', `There is no correlated event ${defName} with this key.`);
  return shownEvent(await findDef(context, defName), found);
};

export const searchCorrelatedEvents: Service<'searchCorrelatedEvents'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchCorrelatedEvents', input, z.string());
  const { deps, principal } = context;
  const { externalEventDefName: defName } = input;
  const found = await listCorrelatedEvents(deps.store, principal.tenantId, defName, { after, take });
  const def = await findDef(context, defName);
  return page(
    found.map((event) => shownEvent(def, event)),
    ({ key }) => key,
  );
};

export const listWorkflowEvents: Service<'listWorkflowEvents'> = async (context, input) => {
  const key = z.tuple([timestamp, z.string(), z.int()]);
  const { after, take, page } = paging(context, 'listWorkflowEvents', input, key);
  const { deps, principal } = context;
  const { wfRunId } = input;
  const found = await events.listWorkflowEventsOfRun(deps.store, principal.tenantId, wfRunId, { after, take });
  if (found.length === 0 && !(await isWfRunKnown(deps.store, principal.tenantId, wfRunId))) refuseUnknownWfRun(wfRunId);
  return page(found, ({ createdAt, workflowEventDefName, number }) => [createdAt, workflowEventDefName, number]);
};

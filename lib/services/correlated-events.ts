// Post an event by a key, and take one back.
import { deleteCorrelatedEvent as deleteRow, insertCorrelatedEvent } from '#persistence/correlations.ts';
import type { Service } from './context.ts';
import { deliverCorrelatedEvents } from './deliver-correlated-events.ts';
import { checkedEventDef } from './put-external-event.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { shownEvent } from './shown-event.ts';

export const putCorrelatedEvent: Service<'putCorrelatedEvent'> = async (context, input) => {
  const { deps, principal } = context;
  const { tenantId } = principal;
  const { externalEventDefName: defName, key, content } = input;
  const def = await checkedEventDef(context, defName, content);
  if (!def.correlation) {
    return refuseInvalid([
      { path: 'externalEventDefName', message: `ExternalEventDef ${defName} takes no events by a key` },
    ]);
  }
  const event = { defName, key, content, ttlSeconds: def.correlation.ttlSeconds ?? null };
  const posted = await insertCorrelatedEvent(deps.store, tenantId, event);
  if (!posted) return refuse('ALREADY_EXISTS', `There is a correlated event ${defName} with this key already.`);
  const { delivered } = await deliverCorrelatedEvents(deps);
  const externalEvents = delivered
    .filter(({ pair }) => pair.tenantId === tenantId && pair.defName === defName && pair.key === key)
    .map(({ pair, guid }) => ({ wfRunId: pair.wfRunId, guid }));
  return shownEvent(def, { ...posted, externalEvents });
};

export const deleteCorrelatedEvent: Service<'deleteCorrelatedEvent'> = async ({ deps, principal }, input) => {
  const { externalEventDefName, key } = input;
  const isGone = await deleteRow(deps.store, principal.tenantId, externalEventDefName, key);
  return isGone
    ? undefined
    : refuse('NOT_FOUND', `There is no correlated event ${externalEventDefName} with this key.`);
};

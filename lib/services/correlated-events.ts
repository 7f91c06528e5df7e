// Events that are posted by a key, and the nodes that wait for one.
import type { CorrelatedEvent } from '#contracts/event.ts';
import * as rows from '#persistence/correlations.ts';
import type { CallContext, Service } from './context.ts';
import { deliverTo } from './deliver-correlated-events.ts';
import { checkedEventDef } from './put-external-event.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { shownEvent } from './shown-event.ts';

export const putCorrelatedEvent: Service<'putCorrelatedEvent'> = async (context, input) => {
  const { deps, principal } = context;
  const { tenantId } = principal;
  const { externalEventDefName: defName, key, content } = input;
  const def = await checkedEventDef(context, defName, content);
  if (!def.correlation) {
    refuseInvalid([{ path: 'externalEventDefName', message: `ExternalEventDef ${defName} takes no events by a key` }]);
  }
  const ttlSeconds = def.correlation?.ttlSeconds ?? null;
  const event = { defName, key, content, ttlSeconds };
  if (!(await rows.insertCorrelatedEvent(deps.store, tenantId, event))) {
    refuse('ALREADY_EXISTS', `There is a correlated event ${defName} with this key already.`);
  }
  await deliverTo(deps, { tenantId, defName, key });
  const stored = await rows.findCorrelatedEvent(deps.store, tenantId, defName, key);
  // It may have gone with the first node that took it.
  return shownEvent(def, stored ?? { ...gone(input), content });
};

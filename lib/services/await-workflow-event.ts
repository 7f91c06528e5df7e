// Wait for a run to throw an event: one that it has thrown already is given at once.
import { eventsKey, findFirstWorkflowEvent } from '#persistence/events.ts';
import { isWfRunKnown } from '#persistence/wf-run-parts.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';
import { refuseUnknownWfRun } from './unknown-wf-run.ts';

// Wake-ups come from this process only: what another one's commit threw is found by looking.
const LOOK_EVERY_MS = 500;

export const awaitWorkflowEvent: Service<'awaitWorkflowEvent'> = async ({ deps, principal, signal }, input) => {
  const { store, closing } = deps;
  const { tenantId } = principal;
  const { wfRunId, name, ignore, timeoutSeconds } = input;
  const wanted = { defNames: name?.split(',') ?? null, ignored: ignore?.split(',') ?? [] };
  const gone = signal ? AbortSignal.any([signal, closing]) : closing;
  const deadline = performance.now() + timeoutSeconds * 1000;
  // Listens from before the first look, so that nothing that comes in between is missed.
  const listener = store.wakeUps.listen([eventsKey(tenantId, wfRunId)]);
  try {
    for (;;) {
      const event = await findFirstWorkflowEvent(store, tenantId, wfRunId, wanted);
      if (event) return event;
      if (!(await isWfRunKnown(store, tenantId, wfRunId))) return refuseUnknownWfRun(wfRunId);
      const left = deadline - performance.now();
      if (left <= 0 || gone.aborted) break;
      await listener.next(Math.min(LOOK_EVERY_MS, left), gone);
    }
  } finally {
    listener.end();
  }
  return refuse('REQUEST_TIMEOUT', `WfRun ${wfRunId} has thrown no such event within ${timeoutSeconds} seconds.`);
};

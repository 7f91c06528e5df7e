// EXTERNAL_EVENT: waits for an event from outside, by its kind or by a key, for a while or for ever (semantics.md 9).
import { correlationKey as correlationKeySchema } from '#contracts/event.ts';
import type { ExternalEventNode } from '#contracts/wf-spec.ts';
import { failNode } from '../failure.ts';
import type { ExternalEventState } from '../family.ts';
import { must } from '../invariant.ts';
import { substitute, substituteText } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { clearTimer, eventTimer } from '../timers.ts';
import { eventsOf, record, request, type Site, setEvents } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';
import { setWakeAt } from './wake-at.ts';

export const externalEvent: NodeKind<ExternalEventNode> = {
  ...passThrough,
  arrive: (site, node) => {
    if (node.timeoutSeconds) {
      const seconds = substitute(site, 'timeoutSeconds', node.timeoutSeconds, 'DOUBLE');
      if (typeof seconds !== 'number') failNode('VAR_ERROR', 'timeoutSeconds must be a number');
      setWakeAt(site, site.work.at + Math.max(0, seconds) * 1000);
    }
    if (node.correlationKey) listen(site, node);
  },
  isDone: (site, node) => {
    if (hasResult(site) || claim(site, node)) return true;
    const { wakeAt } = site.thread.current;
    if (wakeAt !== null && wakeAt <= site.work.at) {
      failNode('TIMEOUT', `Event ${node.externalEventDefName} did not arrive in time`);
    }
    return false;
  },
  /** What was given up with a thread above is listened for again, once that was rescued. */
  resume: (site, node) => {
    if (node.correlationKey && site.thread.current.correlationKey === null && !hasResult(site)) listen(site, node);
    return true;
  },
  abandon: stopListening,
  end: stopListening,
};

function listen(site: Site, { externalEventDefName: defName, correlationKey: assignment }: ExternalEventNode): void {
  const { work, run, thread } = site;
  const text = substituteText(site, 'correlationKey', assignment);
  const key = correlationKeySchema.safeParse(text);
  if (!key.success) {
    const reason = text === null ? 'is null' : must(key.error.issues[0], 'an issue').message;
    failNode('VAR_SUB_ERROR', `The correlation key ${reason}`);
  }
  const { number: threadRunNumber } = thread;
  const { position } = thread.current;
  const node = { wfRunId: run.id, threadRunNumber, position };
  request(work, correlation(site), { type: 'Correlate', ...node, defName, correlationKey: key.data });
  changeNode(site, { correlationKey: key.data });
}

function stopListening(site: Site): void {
  const { work, run, thread } = site;
  const { position, correlationKey } = thread.current;
  if (correlationKey === null) return;
  const node = { wfRunId: run.id, threadRunNumber: thread.number, position };
  request(work, correlation(site), { type: 'Uncorrelate', ...node });
  changeNode(site, { correlationKey: null });
}

const correlation = ({ run, thread }: Site): string =>
  `correlation ${run.id} ${thread.number} ${thread.current.position}`;

/** Takes the oldest event that is for this node, if there is one. */
function claim(site: Site, { externalEventDefName }: ExternalEventNode): boolean {
  const { work, run, thread } = site;
  const events = eventsOf(work, run.id);
  const event = events.find((candidate) => candidate.defName === externalEventDefName && isFor(site, candidate));
  if (!event) return false;
  setEvents(
    work,
    run.id,
    events.filter((other) => other !== event),
  );
  const { defName, guid, content } = event;
  const { position } = thread.current;
  record(work, `event-claim ${run.id} ${defName} ${guid}`, {
    type: 'ExternalEventClaimed',
    wfRunId: run.id,
    threadRunNumber: thread.number,
    defName,
    guid,
    position,
  });
  if (work.world.externalEventDef(defName)?.retention) clearTimer(work, run.id, eventTimer(defName, guid));
  changeNode(site, { result: { output: content }, eventGuid: guid });
  return true;
}

function isFor({ thread }: Site, { threadRunNumber, position }: ExternalEventState): boolean {
  if (threadRunNumber !== null && threadRunNumber !== thread.number) return false;
  return position === null || position === thread.current.position;
}

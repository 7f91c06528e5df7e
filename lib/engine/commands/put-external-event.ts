// PutExternalEvent: something happened outside. It interrupts threads, or waits to be claimed by a node (semantics.md 7.3, 9).
import type { Refusal } from '#contracts/problem.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { CommandOf } from '../command.ts';
import type { ExternalEventState, WfRunState } from '../family.ts';
import { addReason, isHaltedForGood } from '../halt-reasons.ts';
import { lookup } from '../lookup.ts';
import { actOf, noteAct } from '../note-act.ts';
import { refuseInvalid } from '../refuse.ts';
import { eventTimer, setTimer } from '../timers.ts';
import { sizeError } from '../values/size.ts';
import { eventsOf, ownRun, ownThread, record, setEvents, siteOf, threadOf, type Work } from '../work.ts';

export function putExternalEvent(work: Work, command: CommandOf<'PutExternalEvent'>): Refusal | null {
  const { wfRunId, guid, defName, content, threadRunNumber, position } = command;
  const tooLarge = sizeError(content, work.world.limits.valueBytes);
  if (tooLarge !== null) return refuseInvalid([{ path: 'content', message: tooLarge }]);
  const event: ExternalEventState = { guid, defName, content, createdAt: work.at, threadRunNumber, position };
  record(work, `event ${wfRunId} ${defName} ${guid}`, { type: 'ExternalEventPut', wfRunId, event });
  const run = lookup(work.family.runs, wfRunId) ? ownRun(work, wfRunId) : null;
  if (run && command.reason !== undefined) notePosted(work, run, command);
  if (run && interrupts(work, run, event)) return null;
  setEvents(work, wfRunId, [...eventsOf(work, wfRunId), event]);
  const retention = work.world.externalEventDef(defName)?.retention;
  if (retention) setTimer(work, wfRunId, eventTimer(defName, guid), work.at + retention.secondsAfterPut * 1000);
  if (run) work.awake.add(wfRunId);
  return null;
}

/** By hand, to a thread that is still there to be told of. */
function notePosted(work: Work, run: WfRunState, command: CommandOf<'PutExternalEvent'>): void {
  const number = command.threadRunNumber ?? 0;
  const thread = threadOf(run, number);
  if (thread && !isEnded(thread.status)) noteAct(siteOf(work, run, number), actOf(command, 'EVENT_POSTED'));
}

/** Halts every live thread that the event interrupts; true if there is one. */
function interrupts(work: Work, run: WfRunState, event: ExternalEventState): boolean {
  const { defName, guid, content, threadRunNumber, position } = event;
  if (position !== null) return false;
  let first: number | null = null;
  for (const live of [...run.threads]) {
    const { number, status } = live;
    if (isEnded(status) || isHaltedForGood(run, live)) continue;
    if (threadRunNumber !== null && threadRunNumber !== number) continue;
    const site = siteOf(work, run, number);
    const interrupt = site.threadSpec.interrupts.find(({ externalEventDefName }) => externalEventDefName === defName);
    if (!interrupt) continue;
    const thread = ownThread(site);
    thread.interrupts = [...thread.interrupts, { guid, handler: interrupt.handler, content }];
    // While one is handled the next waits for its end.
    if (thread.interrupts.length === 1) addReason(site, 'PENDING_INTERRUPT');
    first ??= number;
  }
  if (first === null) return false;
  record(work, `event-claim ${run.id} ${defName} ${guid}`, {
    type: 'ExternalEventClaimed',
    wfRunId: run.id,
    threadRunNumber: first,
    defName,
    guid,
    position: siteOf(work, run, first).thread.current.position,
  });
  work.awake.add(run.id);
  return true;
}

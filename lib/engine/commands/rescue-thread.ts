// RescueThread: a thread that has failed is taken up again where it stood, with those that failed only for it (semantics.md 7.5).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { Edge, WfNode } from '#contracts/wf-spec.ts';
import type { CommandOf } from '../command.ts';
import { NodeFailure } from '../failure.ts';
import type { ThreadRunState, WfRunState } from '../family.ts';
import { addReason } from '../halt-reasons.ts';
import { lookup } from '../lookup.ts';
import { migrationTarget } from '../migration/migrate-thread.ts';
import { arriveAt, skipNode } from '../move-thread.ts';
import { actOf, noteAct } from '../note-act.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { chooseEdge } from '../take-edge.ts';
import { nodeOf, ownRun, ownThread, type Site, siteOf, threadOf, type Work } from '../work.ts';

export function rescueThread(work: Work, command: CommandOf<'RescueThread'>): Refusal | null {
  const { wfRunId, threadRunNumber, skipCurrentNode } = command;
  const run = ownRun(work, wfRunId);
  if (threadRunNumber >= run.nextThreadNumber) {
    return refuseInvalid([
      { path: 'threadRunNumber', message: `WfRun ${wfRunId} has no ThreadRun ${threadRunNumber}` },
    ]);
  }
  const refusal = refuseRescue(work, run, threadRunNumber);
  if (refusal) return refusal;
  const site = siteOf(work, run, threadRunNumber);
  const edge = skipCurrentNode ? edgeToSkip(site) : null;
  if (edge && 'code' in edge) return edge;
  reopen(site, edge);
  noteAct(site, actOf(command, 'RESCUED'));
  rescueThoseAbove(site);
  return null;
}

/** The edge on which the failed node is left behind. */
function edgeToSkip(site: Site): Edge | Refusal {
  const { nodeName } = site.thread.current;
  try {
    if (nodeOf(site).type === 'EXIT') {
      return refuse('FAILED_PRECONDITION', because('nothingAfterExit', { nodeName }));
    }
    const edge = chooseEdge(site);
    // Its run may be moving to another version: that has to be possible too.
    migrationTarget(site, edge.to);
    return edge;
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    return refuse('FAILED_PRECONDITION', because('notSkippable', { nodeName, why: error.message }));
  }
}

function refuseRescue(work: Work, run: WfRunState, number: number): Refusal | null {
  const thread = threadOf(run, number);
  const status = thread?.status ?? 'COMPLETED';
  if (!thread || (status !== 'ERROR' && status !== 'EXCEPTION')) {
    return refuse('FAILED_PRECONDITION', because('threadNotFailed', { number, status }), { status });
  }
  const { type, parent } = thread;
  if (type === 'INTERRUPT' || type === 'FAILURE_HANDLER') {
    return refuse('FAILED_PRECONDITION', because('threadIsHandler', { number, parent: parent ?? '' }));
  }
  const by = handledBy(work, run, thread);
  return by === null ? null : refuse('FAILED_PRECONDITION', because('failureHandled', { number, by }));
}

/** Who has dealt with the failure of a thread, or of one that failed above it, so that it is over and done with. */
function handledBy(work: Work, run: WfRunState, thread: ThreadRunState): string | null {
  const above = waiterOf(work, run, thread);
  if (!above) return null;
  const { current, handledFailedChildren, number, status } = above.thread;
  const isHere = above.run === run;
  const waited = current.threads.find((one) => isHere && one.number === thread.number);
  const isHandled =
    (isHere && status === 'COMPLETED') ||
    (isHere && handledFailedChildren.includes(thread.number)) ||
    waited?.status === 'HANDLING_FAILURE' ||
    (!isEnded(status) && waitsFor(above, run, thread) && current.failures.length > 0);
  if (isHandled) return `ThreadRun ${number}${isHere ? '' : ` of WfRun ${above.run.id}`}`;
  return isEnded(status) ? handledBy(work, above.run, above.thread) : null;
}

/** The thread that meets the failure of this one: its parent, or the thread of the parent run that waits for this run. */
function waiterOf(work: Work, run: WfRunState, { parent, number }: ThreadRunState): Site | null {
  if (parent !== null) return siteOf(work, run, parent);
  const parentRun = number === 0 && run.parent ? lookup(work.family.runs, run.parent.wfRunId) : undefined;
  const waiter = parentRun?.threads.find(({ current }) => current.childWfRunId === run.id);
  return parentRun && waiter ? siteOf(work, ownRun(work, parentRun.id), waiter.number) : null;
}

/** Whether a thread stands where the failure of the other has been met. */
function waitsFor(above: Site, run: WfRunState, thread: ThreadRunState): boolean {
  const node: WfNode = nodeOf(above);
  if (above.run.id !== run.id) return node.type === 'WAIT_FOR_CHILD_WF';
  if (node.type === 'EXIT') return node.failure === undefined;
  return (
    node.type === 'WAIT_FOR_THREADS' && above.thread.current.threads.some(({ number }) => number === thread.number)
  );
}

/** A parent that has failed for this failure waits again; one that stands elsewhere is left alone. */
function rescueThoseAbove(site: Site): void {
  const { work, run, thread } = site;
  const above = waiterOf(work, run, thread);
  if (!above || !isEnded(above.thread.status) || above.thread.status === 'COMPLETED') return;
  if (!waitsFor(above, run, thread)) return;
  reopen(above, null);
  rescueThoseAbove(above);
}

function reopen(site: Site, skipOn: Edge | null): void {
  const { work, run } = site;
  const thread = ownThread(site);
  thread.status = 'RUNNING';
  thread.endedAt = null;
  thread.failure = null;
  work.awake.add(run.id);
  haltOldHandlers(site);
  if (thread.number === 0) {
    run.endedAt = null;
    run.eraseAt = null;
  }
  const { nodeName, position } = thread.current;
  if (skipOn) skipNode(site, skipOn);
  else arriveAt(site, nodeName, position + 1);
}

/** What they handled is past: the node is arrived at anew, or left behind. */
function haltOldHandlers({ work, run, thread: { number } }: Site): void {
  for (const { number: handler, holder, type, status } of [...run.threads]) {
    const isHandler = type === 'INTERRUPT' || type === 'FAILURE_HANDLER';
    if (isHandler && holder === number && !isEnded(status)) {
      addReason(siteOf(work, run, handler), 'HALTED_BY_PARENT', number);
    }
  }
}

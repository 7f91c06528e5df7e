// One thread's next move: it halts, goes on after a halt, meets a failure, or moves by one node (semantics.md 4.3, 6, 7).
import type { JsonValue } from '#contracts/json.ts';
import { isEnded } from '#contracts/wf-run.ts';
import { closeNode, endNode, failThread } from './end-thread.ts';
import { failedStatus, handlerFor } from './failure.ts';
import type { FailureState, ThreadRunState } from './family.ts';
import { addReason, dropReason, hasReason, isHaltedForGood, isHeld } from './halt-reasons.ts';
import { statusOf } from './leave-run.ts';
import { migrateWaiting } from './migration/migrate-waiting.ts';
import { arriveAt, leaveFailedNode, leaveNode, orFail } from './move-thread.ts';
import { kindOf } from './nodes/node-kinds.ts';
import { changeFailure, changeNode, openFailure } from './settle.ts';
import { startHandler } from './start-handler.ts';
import { nodeOf, ownThread, type Site } from './work.ts';

/** True if anything about the thread has changed. */
export function advanceThread(site: Site): boolean {
  const before = site.thread;
  const { current, haltReasons, status } = before;
  settleReasons(site);
  if (site.thread.haltReasons.length > 0) halt(site);
  else if (site.thread.status === 'RUNNING') move(site);
  else goOn(site);
  const { thread } = site;
  return thread.current !== current || thread.haltReasons !== haltReasons || thread.status !== status;
}

/** Brings the reasons to stand still up to what has happened to other threads. */
function settleReasons(site: Site): void {
  const { run } = site;
  if (isHeld(run, site.thread)) addReason(site, 'PARENT_HALTED', site.thread.holder);
  else dropReason(site, 'PARENT_HALTED');
  if (hasCompleted(site, 'INTERRUPTED')) {
    dropReason(site, 'INTERRUPTED');
    const thread = ownThread(site);
    thread.interrupts = thread.interrupts.slice(1);
    if (thread.interrupts.length > 0) addReason(site, 'PENDING_INTERRUPT');
  }
  if (hasCompleted(site, 'HANDLING_FAILURE')) {
    dropReason(site, 'HANDLING_FAILURE');
    changeFailure(site, { handled: true });
    noteHandled(site);
  }
}

function hasCompleted({ run, thread }: Site, type: 'INTERRUPTED' | 'HANDLING_FAILURE'): boolean {
  const handler = thread.haltReasons.find((reason) => reason.type === type)?.threadRunNumber ?? null;
  return handler !== null && statusOf(run, handler) === 'COMPLETED';
}

/** A handled failure of a wait is also that of the threads, or of the child run, that it waited for. */
function noteHandled(site: Site): void {
  const thread = ownThread(site);
  const { threads, childWfRunId } = thread.current;
  const failed = threads.filter(({ status }) => status === 'UNSUCCESSFUL').map(({ number }) => number);
  thread.handledFailedChildren = [...new Set([...thread.handledFailedChildren, ...failed])];
  if (childWfRunId !== null && nodeOf(site).type === 'WAIT_FOR_CHILD_WF') site.work.leaving.add(childWfRunId);
}

function halt(site: Site): void {
  const { run } = site;
  if (site.thread.status === 'RUNNING') {
    ownThread(site).status = 'HALTING';
    if (site.thread.current.endedAt === null) changeNode(site, { status: 'HALTING' });
  }
  haltNode(site);
  const isStill = site.thread.current.status !== 'HALTING' && areChildrenStill(site);
  const status = isStill ? 'HALTED' : 'HALTING';
  if (site.thread.status !== status) ownThread(site).status = status;
  if (isHaltedForGood(run, site.thread)) abandonNode(site);
  else if (isStill) startPendingHandler(site);
}

/** Asks the node to stand still; one that cannot yet is asked again. */
function haltNode(site: Site): void {
  if (site.thread.current.status !== 'HALTING') return;
  const node = nodeOf(site);
  if (kindOf(node).halt(site, node)) changeNode(site, { status: 'HALTED' });
}

function abandonNode(site: Site): void {
  if (site.thread.current.status !== 'HALTED') return;
  const node = nodeOf(site);
  kindOf(node).abandon(site, node, 'Its thread was halted for good');
}

function areChildrenStill({ run, thread }: Site): boolean {
  return run.threads.every(
    (other) =>
      other.holder !== thread.number || isEnded(other.status) || other.status === 'HALTED' || !isHeld(run, other),
  );
}

/** Interrupts first, one after another in order of arrival (decision 17), then the handler of the failure. */
function startPendingHandler(site: Site): void {
  const { thread } = site;
  const isBlocked = thread.haltReasons.some(({ type }) => BLOCKING.has(type));
  if (isBlocked || hasReason(thread, 'INTERRUPTED')) return;
  const [interrupt] = thread.interrupts;
  if (hasReason(thread, 'PENDING_INTERRUPT') && interrupt) {
    startHandlerOf(site, 'INTERRUPT', interrupt.handler, interrupt.content);
    return;
  }
  const failure = openFailure(thread.current);
  const handler = failure && handlerOf(site, failure);
  if (hasReason(thread, 'PENDING_FAILURE') && handler)
    startHandlerOf(site, 'FAILURE_HANDLER', handler, failure.content);
}

const BLOCKING: ReadonlySet<ThreadRunState['haltReasons'][number]['type']> = new Set([
  'MANUAL_HALT',
  'PARENT_HALTED',
  'HALTED_BY_PARENT',
]);

function startHandlerOf(site: Site, type: 'INTERRUPT' | 'FAILURE_HANDLER', name: string, content: JsonValue): void {
  const number = startHandler(site, type, name, content);
  if (number === null) return;
  dropReason(site, type === 'INTERRUPT' ? 'PENDING_INTERRUPT' : 'PENDING_FAILURE');
  addReason(site, type === 'INTERRUPT' ? 'INTERRUPTED' : 'HANDLING_FAILURE', number);
  if (type === 'FAILURE_HANDLER') changeFailure(site, { handler: number });
}

/** After a halt. A node that cannot go on where it stood is arrived at anew (decision 8). */
function goOn(site: Site): void {
  ownThread(site).status = 'RUNNING';
  if (site.thread.current.endedAt !== null) return;
  changeNode(site, { status: 'RUNNING' });
  const node = nodeOf(site);
  orFail(site, () => {
    if (kindOf(node).resume(site, node)) return true;
    const { nodeName, position } = site.thread.current;
    closeNode(site, 'HALTED');
    arriveAt(site, nodeName, position + 1);
    return true;
  });
}

function move(site: Site): void {
  const failure = openFailure(site.thread.current);
  if (failure) {
    meetFailure(site, failure);
    return;
  }
  if (migrateWaiting(site)) return;
  orFail(site, () => {
    if (site.thread.current.failures.length > 0) {
      leaveFailedNode(site);
      return true;
    }
    const node = nodeOf(site);
    if (kindOf(node).isDone(site, node)) leaveNode(site);
    return true;
  });
}

function meetFailure(site: Site, failure: FailureState): void {
  if (!handlerOf(site, failure)) {
    failThread(site, failure);
    return;
  }
  endNode(site, failedStatus(failure.name));
  addReason(site, 'PENDING_FAILURE');
}

function handlerOf(site: Site, failure: FailureState): string | undefined {
  return handlerFor(nodeOf(site).failureHandlers, failure.name)?.handler;
}

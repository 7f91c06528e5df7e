// WAIT_FOR_THREADS: waits for child threads: for all, for the first to end, or for any to succeed (semantics.md 6.4, 8).
import { isEnded, type WaitingStatus } from '#contracts/wf-run.ts';
import type { WaitForThreadsNode } from '#contracts/wf-spec.ts';
import { failedStatus, failNode, handlerFor, NodeFailure, newFailure } from '../failure.ts';
import type { FailureState, WaitedThread } from '../family.ts';
import { addReason, hasReason } from '../halt-reasons.ts';
import { statusOf } from '../leave-run.ts';
import { valueFor } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { startHandlerThread } from '../start-handler-thread.ts';
import { readJson } from '../values/read.ts';
import { isList, typeOf, type Value } from '../values/value.ts';
import { ownThread, type Site, siteOf, threadOf } from '../work.ts';
import { type NodeKind, passThrough } from './node-kind.ts';

export const waitForThreads: NodeKind<WaitForThreadsNode> = {
  ...passThrough,
  arrive: (site, node) => {
    const threads = numbersOf(site, node).map((number) => ({ number, status: 'IN_PROGRESS' as const, handler: null }));
    changeNode(site, { threads });
  },
  isDone: (site, node) => {
    look(site, node);
    const { threads } = site.thread.current;
    switch (node.strategy) {
      case 'ALL':
        return isDoneForAll(site, threads);
      case 'FIRST':
        return isDoneForFirst(site, threads);
      case 'ANY':
        return isDoneForAny(site, threads);
    }
  },
};

function isDoneForAll(site: Site, threads: WaitedThread[]): boolean {
  const failed = threads.find(({ status }) => status === 'UNSUCCESSFUL');
  if (failed) throw new NodeFailure(failureOf(site, failed));
  return threads.every(({ status }) => status === 'COMPLETED_OR_FAILURE_HANDLED');
}

function isDoneForFirst(site: Site, threads: WaitedThread[]): boolean {
  const first = threads.find(({ status }) => status === 'COMPLETED_OR_FAILURE_HANDLED' || status === 'UNSUCCESSFUL');
  if (!first) return false;
  passOverOthers(site, first.number);
  if (first.status === 'UNSUCCESSFUL') throw new NodeFailure(failureOf(site, first));
  return true;
}

function isDoneForAny(site: Site, threads: WaitedThread[]): boolean {
  const first = threads.find(({ status }) => status === 'COMPLETED_OR_FAILURE_HANDLED');
  if (first) passOverOthers(site, first.number);
  else if (threads.every(({ status }) => status === 'UNSUCCESSFUL')) {
    failNode('CHILD_FAILURE', 'All child threads failed');
  }
  return first !== undefined;
}

/** Brings what is known of every child up to date, and starts the handlers of those that have failed. */
function look(site: Site, node: WaitForThreadsNode): void {
  const { threads } = site.thread.current;
  if (!threads.some((waited) => hasNews(site, waited))) return;
  let isLost = false;
  const next = threads.map((waited) => {
    if (isLost) return waited;
    const now = lookAt(site, node, waited);
    // The first failure decides: nothing is begun after it.
    isLost = now.status === 'UNSUCCESSFUL' && node.strategy !== 'ANY';
    return now;
  });
  if (next.some((waited, index) => waited !== threads[index])) changeNode(site, { threads: next });
}

/** Whether anything may have happened to a child since the last look: most of many go on as they did. */
function hasNews({ run }: Site, { number, status, handler }: WaitedThread): boolean {
  if (status === 'COMPLETED_OR_FAILURE_HANDLED') return false;
  const child = threadOf(run, number);
  return (
    handler !== null || status !== 'IN_PROGRESS' || !child || isEnded(child.status) || child.haltReasons.length > 0
  );
}

function lookAt(site: Site, node: WaitForThreadsNode, waited: WaitedThread): WaitedThread {
  const { run } = site;
  const { number, handler } = waited;
  if (waited.status === 'COMPLETED_OR_FAILURE_HANDLED') return waited;
  if (handler !== null) return withStatus(waited, lookAtHandler(site, number, handler));
  const status = statusOf(run, number);
  const isHandled = site.thread.handledFailedChildren.includes(number);
  if (status === 'COMPLETED' || isHandled) return withStatus(waited, 'COMPLETED_OR_FAILURE_HANDLED');
  const child = threadOf(run, number);
  if (!child || !isEnded(status)) {
    const isLost = child !== undefined && hasReason(child, 'HALTED_BY_PARENT');
    return withStatus(waited, isLost ? 'UNSUCCESSFUL' : 'IN_PROGRESS');
  }
  const name = child.failure?.name ?? status;
  const chosen = handlerFor(node.perThreadFailureHandlers, name);
  if (!chosen) return withStatus(waited, 'UNSUCCESSFUL');
  const childSite = siteOf(site.work, run, number);
  const start = { type: 'FAILURE_HANDLER' as const, threadSpecName: chosen.handler, holder: site.thread.number };
  const started = startHandlerThread(childSite, start, child.failure?.content ?? null);
  return { number, status: 'HANDLING_FAILURE', handler: started };
}

function lookAtHandler(site: Site, number: number, handler: number): WaitingStatus {
  const status = statusOf(site.run, handler);
  if (!isEnded(status)) return 'HANDLING_FAILURE';
  if (status !== 'COMPLETED') return 'UNSUCCESSFUL';
  noteHandled(site, number);
  return 'COMPLETED_OR_FAILURE_HANDLED';
}

function withStatus(waited: WaitedThread, status: WaitingStatus): WaitedThread {
  return waited.status === status ? waited : { ...waited, status };
}

function noteHandled(site: Site, number: number): void {
  if (site.thread.handledFailedChildren.includes(number)) return;
  const thread = ownThread(site);
  thread.handledFailedChildren = [...thread.handledFailedChildren, number];
}

/** A business failure is thrown on as it is; a technical one is a CHILD_FAILURE (semantics.md 6.4). */
function failureOf({ run }: Site, { number, handler }: WaitedThread): FailureState {
  const failure = threadOf(run, handler ?? number)?.failure;
  if (!failure) return newFailure('CHILD_FAILURE', `Child thread ${number} was halted for good`);
  const { name, message, content } = failure;
  if (failedStatus(name) === 'EXCEPTION') return newFailure(name, message, content);
  return newFailure('CHILD_FAILURE', `Child thread ${number} failed with ${name}: ${message}`);
}

/** Those that lost the race: who has failed is forgiven, who still goes on stands still for good, and so do the handlers of failures. */
function passOverOthers(site: Site, winner: number): void {
  const { work, run } = site;
  for (const { number, handler } of site.thread.current.threads) {
    if (number === winner) continue;
    const status = statusOf(run, number);
    if (isEnded(status) && status !== 'COMPLETED') noteHandled(site, number);
    for (const loser of [number, handler]) {
      const thread = loser === null ? undefined : threadOf(run, loser);
      if (thread && !isEnded(thread.status)) {
        addReason(siteOf(work, run, thread.number), 'HALTED_BY_PARENT', site.thread.number);
      }
    }
  }
}

/** Each child once, in the order in which they are named. */
function numbersOf(site: Site, { threads }: WaitForThreadsNode): number[] {
  const values = Array.isArray(threads)
    ? threads.map((assignment, index) => valueFor(site, `threads.${index}`, assignment))
    : listed(valueFor(site, 'threads', threads));
  return [...new Set(values.map((value) => numberOf(site, value)))];
}

function listed(value: Value): Value[] {
  if (isList(value)) return value.value.map(readJson);
  return failNode('VAR_SUB_ERROR', `Failed to work out threads: they must be an array, not ${typeOf(value)}`);
}

function numberOf({ run, thread }: Site, value: Value): number {
  const number = value.type === 'INT' ? Number(value.value) : Number.NaN;
  if (!(number >= 0 && number < run.nextThreadNumber)) {
    failNode('VAR_SUB_ERROR', `There is no thread ${value.type === 'INT' ? number : typeOf(value)} to wait for`);
  }
  for (let above: number | null = thread.number; above !== null; above = threadOf(run, above)?.parent ?? null) {
    if (above === number) failNode('VAR_SUB_ERROR', `Thread ${number} cannot be waited for: it is not a child`);
  }
  return number;
}

// How threads end, and whom that concerns: the run whose entrypoint thread it is, and those that wait for it (semantics.md 4.6, 6.2).
import { isEnded, type RunStatus } from '#contracts/wf-run.ts';
import { failedStatus, newFailure } from './failure.ts';
import type { FailureState, WfRunState } from './family.ts';
import { kindOf } from './nodes/node-kinds.ts';
import { changeNode, openFailure } from './settle.ts';
import { clearTimer, nodeTimer } from './timers.ts';
import { nodeOf, ownThread, record, type Site, siteOf, specIdOf, specOf, type Work } from './work.ts';

/** Ends the NodeRun for what it was waiting for; it stays the thread's present one. */
export function endNode(site: Site, status: RunStatus): void {
  const { work, run, thread } = site;
  const { endedAt, wakeAt, position } = thread.current;
  if (endedAt !== null) return;
  if (wakeAt !== null) clearTimer(work, run.id, nodeTimer(thread.number, position));
  const node = nodeOf(site);
  kindOf(node).end(site, node);
  changeNode(site, { status, endedAt: work.at });
}

/** Writes the NodeRun down: nothing about it changes any more. */
export function closeNode(site: Site, status: RunStatus): void {
  endNode(site, status);
  const { work, run, thread } = site;
  record(work, `node-run ${run.id} ${thread.number} ${thread.current.position}`, {
    type: 'NodeRunEnded',
    wfRunId: run.id,
    threadRunNumber: thread.number,
    wfSpec: specIdOf(run, thread),
    threadSpecName: thread.threadSpecName,
    nodeType: nodeOf(site).type,
    nodeRun: thread.current,
  });
}

export function completeThread(site: Site): void {
  closeNode(site, 'COMPLETED');
  endThread(site, 'COMPLETED', null);
}

/** Fails a thread where it stands. What it handled for another fails that one too, past its handlers. */
export function failThread(site: Site, failure: FailureState): void {
  const { work, run, thread } = site;
  if (isEnded(thread.status)) return;
  // What the node has met itself is there already.
  if (openFailure(thread.current) !== failure) {
    changeNode(site, { failures: [...thread.current.failures, failure] });
  }
  const status = failedStatus(failure.name);
  closeNode(site, status);
  endThread(site, status, failure);
  const { number, type, parent, holder } = thread;
  if (parent === null || parent !== holder) return;
  const { name, message, content } = failure;
  if (type === 'INTERRUPT') {
    failThread(siteOf(work, run, parent), newFailure(name, `Interrupt thread ${number} failed: ${message}`, content));
  } else if (type === 'FAILURE_HANDLER') {
    failThread(siteOf(work, run, parent), newFailure(name, message, content));
  }
}

function endThread(site: Site, status: RunStatus, failure: FailureState | null): void {
  const { work, run } = site;
  const thread = ownThread(site);
  thread.status = status;
  thread.endedAt = work.at;
  thread.failure = failure;
  thread.haltReasons = [];
  thread.interrupts = [];
  work.awake.add(run.id);
  if (thread.number === 0) endRun(work, run);
}

function endRun(work: Work, run: WfRunState): void {
  run.endedAt = work.at;
  const { retention } = specOf(work, run.wfSpec);
  if (run.parent) work.awake.add(run.parent.wfRunId);
  else if (retention) run.eraseAt = work.at + retention.secondsAfterEnd * 1000;
}

// How threads go on: every thread of a run moves until all of them wait or have ended (semantics.md 4.2, 4.3).
import type { JsonValue } from '#contracts/json.ts';
import type { RunStatus } from '#contracts/wf-run.ts';
import { failedStatus, NodeFailure, technicalFailure } from './failure.ts';
import type { FailureState, Instant, NodeRunState, WfRunState } from './family.ts';
import { wantedOutputs } from './node-output.ts';
import { kindOf } from './nodes/node-kinds.ts';
import { takeEdge } from './take-edge.ts';
import { FUEL, nodeOf, ownThread, recordNodeRun, type Site, siteAt, type Work } from './work.ts';

/** Runs an owned run until a whole pass over its threads changes nothing. */
export function advance(work: Work, run: WfRunState): void {
  let moved = true;
  while (moved) {
    moved = false;
    for (let index = 0; index < run.threads.length; index += 1) {
      moved = advanceThread(siteAt(work, run, index)) || moved;
    }
  }
}

/** Gives a waiting node what it waited for; the thread goes on when it is advanced. */
export function settle(site: Site, output: JsonValue): void {
  const thread = ownThread(site);
  thread.current = { ...thread.current, result: { output } };
}

/** Fails a waiting node; the thread meets the failure when it is advanced. */
export function settleFailure(site: Site, failure: FailureState): void {
  const thread = ownThread(site);
  thread.current = { ...thread.current, failure };
}

/** A NodeRun at its arrival. */
export function newNodeRun(nodeName: string, position: number, arrivedAt: Instant): NodeRunState {
  return {
    position,
    nodeName,
    status: 'RUNNING',
    arrivedAt,
    endedAt: null,
    failure: null,
    result: null,
    taskGuid: null,
  };
}

/** Puts a thread at a node. */
export function arriveAt(site: Site, nodeName: string, position: number): void {
  ownThread(site).current = newNodeRun(nodeName, position, site.work.at);
  const node = nodeOf(site);
  orFail(site, () => {
    kindOf(node).arrive(site, node);
    return true;
  });
}

/** Moves a thread by one node at most; true if it moved. */
function advanceThread(site: Site): boolean {
  const { status, current } = site.thread;
  if (status !== 'RUNNING') return false;
  if (current.failure) {
    failThread(site, current.failure);
    return true;
  }
  const node = nodeOf(site);
  return orFail(site, () => {
    if (!kindOf(node).isDone(site, node)) return false;
    if (node.type === 'EXIT') endThread(site, 'COMPLETED', null);
    else moveOn(site);
    return true;
  });
}

function moveOn(site: Site): void {
  const { work, run, threadSpec } = site;
  if (work.fuel === 0) {
    const message = `This is a tight loop: it came to more than ${FUEL} nodes without waiting`;
    failThread(siteAt(work, run, 0), technicalFailure('INTERNAL_ERROR', message));
    return;
  }
  work.fuel -= 1;
  const thread = ownThread(site);
  const { nodeName, position, result } = thread.current;
  if (result && wantedOutputs(threadSpec).has(nodeName)) {
    thread.outputs = { ...thread.outputs, [nodeName]: result.output };
  }
  const next = takeEdge(site);
  endNode(site, 'COMPLETED', null);
  arriveAt(site, next, position + 1);
}

/** Runs the code of a node; the failure that it may throw becomes the thread's. True also then, since the thread has changed. */
function orFail(site: Site, run: () => boolean): boolean {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    failThread(site, error.failure);
    return true;
  }
}

function failThread(site: Site, failure: FailureState): void {
  endThread(site, failedStatus(failure.name), failure);
}

/** Ends a thread where it stands; the WfRun has the status of its entrypoint thread (decision 13). */
function endThread(site: Site, status: RunStatus, failure: FailureState | null): void {
  const { work, run } = site;
  endNode(site, status, failure);
  const thread = ownThread(site);
  thread.status = status;
  thread.endedAt = work.at;
  thread.failure = failure;
  if (thread.number !== 0) return;
  run.status = status;
  run.endedAt = work.at;
}

function endNode(site: Site, status: RunStatus, failure: FailureState | null): void {
  const thread = ownThread(site);
  thread.current = { ...thread.current, status, endedAt: site.work.at, failure, result: null };
  recordNodeRun(site);
}

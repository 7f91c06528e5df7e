// How a thread goes from node to node (semantics.md 4.3, 4.4).
import type { RunStatus } from '#contracts/wf-run.ts';
import type { Edge } from '#contracts/wf-spec.ts';
import { closeNode, completeThread } from './end-thread.ts';
import { NodeFailure } from './failure.ts';
import { lookup } from './lookup.ts';
import { type MigrationTarget, migrationTarget, moveToNewSpec } from './migration/migrate-thread.ts';
import { wantedOf } from './node-output.ts';
import { hasLiveChildren } from './nodes/exit.ts';
import { kindOf } from './nodes/node-kinds.ts';
import { settleFailure } from './settle.ts';
import { newNodeRun } from './start-thread.ts';
import { chooseEdge, takeEdge } from './take-edge.ts';
import { nodeOf, ownThread, type Site } from './work.ts';

/** Runs the code of a node. The failure that it may throw is the node's, and met when the thread is advanced again. */
export function orFail(site: Site, run: () => boolean): boolean {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    settleFailure(site, error.failure);
    return true;
  }
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

/** Leaves a node that is done. May throw a NodeFailure, when no edge can be taken. */
export function leaveNode(site: Site): void {
  const thread = ownThread(site);
  const { nodeName, result, taskGuid } = thread.current;
  const wanted = wantedOf(site.threadSpec);
  if (result && wanted.outputs.has(nodeName)) {
    thread.outputs = { ...thread.outputs, [nodeName]: result.output };
  }
  if (result && taskGuid !== null && wanted.doneBy.has(nodeName)) {
    const userId = lookup(site.run.userTaskRuns, taskGuid)?.endedBy;
    if (userId) thread.doneBy = { ...thread.doneBy, [nodeName]: userId };
  }
  if (nodeOf(site).type === 'EXIT') {
    completeThread(site);
    return;
  }
  goTo(site, takeEdge(site), 'COMPLETED');
}

/** Leaves a node that has failed: its mutations are not run, also when the failure was handled. An EXIT waits for the children even so. */
export function leaveFailedNode(site: Site): void {
  if (nodeOf(site).type === 'EXIT') {
    if (!hasLiveChildren(site)) completeThread(site);
    return;
  }
  goTo(site, chooseEdge(site).to, site.thread.current.status);
}

/** Leaves a node of a thread that is taken up again behind it: what was written about the node stands. */
export function skipNode(site: Site, { to }: Edge): void {
  enter(site, to, migrationTarget(site, to));
}

/** Ends the node for the next one. */
function goTo(site: Site, nodeName: string, status: RunStatus): void {
  const target = migrationTarget(site, nodeName);
  closeNode(site, status);
  enter(site, nodeName, target);
}

/** While its run moves to another version, perhaps at a node of the new version. */
function enter(site: Site, nodeName: string, target: MigrationTarget | null): void {
  const position = site.thread.current.position + 1;
  if (target) moveToNewSpec(site, target);
  arriveAt(site, target?.nodeName ?? nodeName, position);
}

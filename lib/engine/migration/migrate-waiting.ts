// A thread that waits at a node which a migration plan moves leaves it, and goes on at its counterpart.
import { closeNode } from '../end-thread.ts';
import { arriveAt, orFail } from '../move-thread.ts';
import { kindOf } from '../nodes/node-kinds.ts';
import { nodeOf, type Site } from '../work.ts';
import { migrationTarget, moveToNewSpec } from './migrate-thread.ts';

/** True if it has moved, or has failed to. A task that a worker is at comes to its end first. */
export function migrateWaiting(site: Site): boolean {
  const { run } = site;
  const { nodeName, position, result } = site.thread.current;
  if (run.migration === null || result !== null) return false;
  return orFail(site, () => {
    const target = migrationTarget(site, nodeName);
    const node = nodeOf(site);
    if (!target || !kindOf(node).halt(site, node)) return false;
    const { name, majorVersion, revision } = run.wfSpec;
    kindOf(node).abandon(site, node, `Its run moved to ${name} ${majorVersion}.${revision}`);
    closeNode(site, 'HALTED');
    moveToNewSpec(site, target);
    arriveAt(site, target.nodeName, position + 1);
    return true;
  });
}

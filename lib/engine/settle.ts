// What a waiting node is told from outside; its thread meets it when it is advanced.
import type { JsonValue } from '#contracts/json.ts';
import type { FailureState, NodeRunState } from './family.ts';
import { ownThread, type Site } from './work.ts';

/** Replaces part of where the thread stands. */
export function changeNode(site: Site, change: Partial<NodeRunState>): void {
  const thread = ownThread(site);
  thread.current = { ...thread.current, ...change };
}

/** Gives a waiting node what it waited for. */
export function settle(site: Site, output: JsonValue): void {
  changeNode(site, { result: { output } });
  site.work.awake.add(site.run.id);
}

/** Fails a node. */
export function settleFailure(site: Site, failure: FailureState): void {
  changeNode(site, { failures: [...site.thread.current.failures, failure] });
  site.work.awake.add(site.run.id);
}

/** The failure that a node has met and that nobody has handled. */
export function openFailure({ failures }: NodeRunState): FailureState | null {
  const last = failures.at(-1);
  return last && !last.handled ? last : null;
}

/** Changes the last failure of a node. */
export function changeFailure(site: Site, change: Partial<FailureState>): void {
  const { failures } = site.thread.current;
  const last = failures.at(-1);
  if (last) changeNode(site, { failures: [...failures.slice(0, -1), { ...last, ...change }] });
}

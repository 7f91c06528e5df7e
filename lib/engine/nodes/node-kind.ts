// What the engine asks of a type of node at run time; each type is one file beside this one.
import type { WfNode } from '#contracts/wf-spec.ts';
import type { Site } from '../work.ts';

export type NodeOf<T extends WfNode['type']> = Extract<WfNode, { type: T }>;

/** Methods, not functions: so the kind of one type may stand in the table for all, which hands each only nodes of its own. */
export type NodeKind<N extends WfNode> = {
  /** What happens when a thread arrives; the thread is ready to be changed. May throw a NodeFailure. */
  arrive(site: Site, node: N): void;
  /** True once the thread may go on; asked again whenever something happened to its run. May throw a NodeFailure. */
  isDone(site: Site, node: N): boolean;
};

/** A node at which nothing happens. */
export const passThrough: NodeKind<WfNode> = { arrive: () => undefined, isDone: () => true };

/** Of a node that waits for something from outside: done once it was given its result. */
export function hasResult(site: Site): boolean {
  return site.thread.current.result !== null;
}

// What the engine asks of a type of node at run time; each type is one file beside this one.
import type { WfNode } from '#contracts/wf-spec.ts';
import type { Site } from '../work.ts';

export type NodeOf<T extends WfNode['type']> = Extract<WfNode, { type: T }>;

/** Methods, not functions: so the kind of one type may stand in the table for all, which hands each only nodes of its own. */
export type NodeKind<N extends WfNode> = {
  /** What happens when a thread arrives. May throw a NodeFailure. */
  arrive(site: Site, node: N): void;
  /** True once the thread may go on; asked again whenever something happened to its run. May throw a NodeFailure. */
  isDone(site: Site, node: N): boolean;
  /** True once it stands still, as its thread is to; false for what has to come to its end first, and is asked again. */
  halt(site: Site, node: N): boolean;
  /** Goes on after a halt; false when that cannot be, and the node is to be arrived at anew. May throw a NodeFailure. */
  resume(site: Site, node: N): boolean;
  /** Gives up what it waits for: it stands still for good. Asked again and again. */
  abandon(site: Site, node: N, reason: string): void;
  /** Tidies up, once the NodeRun ends. */
  end(site: Site, node: N): void;
};

const nothing = (): void => undefined;
const yes = (): boolean => true;

/** A node at which nothing happens. */
export const passThrough: NodeKind<WfNode> = {
  arrive: nothing,
  isDone: yes,
  halt: yes,
  resume: yes,
  abandon: nothing,
  end: nothing,
};

/** Of a node that waits for something from outside: done once it was given its result. */
export function hasResult(site: Site): boolean {
  return site.thread.current.result !== null;
}

// The graph of a thread while it is being written: nodes named by their order, edges between them, mutations on the edges.
import type { z } from 'zod';
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { edge, exitNode, failureHandler, mutation, wfNode } from '../../../lib/contracts/wf-spec.ts';

type EdgeInput = z.input<typeof edge>;
export type MutationInput = z.input<typeof mutation>;
export type NodeInput = z.input<typeof wfNode>;
export type ExitInput = z.input<typeof exitNode>;
export type FailureHandlerInput = z.input<typeof failureHandler>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A node without the edges that lead out of it. */
export type Payload = DistributiveOmit<NodeInput, 'edges'>;

type DraftEdge = { to: string; condition: VariableAssignment | undefined; mutations: MutationInput[] };
type DraftNode<P extends Payload = Payload> = { name: string; payload: P; edges: DraftEdge[] };
/** An if whose closing NOP is not yet placed, since an else may follow; `ends` are the branches that go on. */
type OpenIf = { fork: DraftNode; ends: DraftEdge[] };

/** Goes on with an if; throws unless it is called directly after it. */
export type Alternatives = {
  elseIf: (condition: VariableAssignment, body: () => void) => void;
  else: (body: () => void) => void;
};

/** Each call goes on where the one before has ended. */
export type ThreadGraph = {
  /** Adds a node and gives it; its payload can be added to until the thread is finished. */
  addStep: <P extends Exclude<Payload, { type: 'EXIT' }>>(label: string, payload: P) => { name: string; payload: P };
  /** Changes a variable on the way to the next node. */
  addMutation: (mutation: MutationInput) => void;
  addIf: (condition: VariableAssignment, body: () => void) => Alternatives;
  addWhile: (condition: VariableAssignment, body: () => void) => void;
  /** Ends the branch, so that nothing can follow in it. */
  addExit: (label: string, payload: ExitInput) => void;
  /** True when the thread goes on after what is written. */
  isOpen: () => boolean;
  /** Ends the thread with its EXIT and gives its nodes; nothing can be added after it. */
  finish: () => Record<string, NodeInput>;
};

export function createThreadGraph(): ThreadGraph {
  const nodes: DraftNode[] = [];
  let openIf: OpenIf | null = null;
  let finished = false;
  /**
   * Where the thread stands: the edge that the next node will end, and that carries the mutations written before it. Null where the branch
   * has ended.
   */
  let tail: DraftEdge | null = branchOff(place('entrypoint', { type: 'ENTRYPOINT' }));

  function place<P extends Payload>(label: string, payload: P): DraftNode<P> {
    const node: DraftNode<P> = { name: `${nodes.length}-${label}-${payload.type}`, payload, edges: [] };
    nodes.push(node);
    return node;
  }

  function branchOff(from: DraftNode, condition?: VariableAssignment): DraftEdge {
    const branch = { to: '', condition, mutations: [] };
    from.edges.push(branch);
    return branch;
  }

  /** Every statement begins here: an if that is still open can have no else any more. */
  function settle(): void {
    if (finished) throw new Error('the thread is already defined: no step can be added to it');
    if (openIf) close(openIf, branchOff(openIf.fork));
  }

  function standing(what: string): DraftEdge {
    settle();
    if (!tail) throw new Error(`${what} cannot be reached: the branch has ended with a return or a failure`);
    return tail;
  }

  function close({ ends }: OpenIf, last: DraftEdge | null): void {
    openIf = null;
    if (last) ends.push(last);
    if (ends.length === 0) {
      tail = null;
      return;
    }
    const join = place('end-if', { type: 'NOP' });
    for (const end of ends) end.to = join.name;
    tail = branchOff(join);
  }

  /** Puts a node at the end of the thread; where it goes on from there is the caller's to say. */
  function arriveAt<P extends Payload>(label: string, payload: P): DraftNode<P> {
    const arrival = standing(`step ${label}`);
    const node = place(label, payload);
    arrival.to = node.name;
    return node;
  }

  /** Writes the statements of a branch and gives the edge on which it ends, if it goes on. */
  function writeBranch(from: DraftNode, condition: VariableAssignment | undefined, body: () => void): DraftEdge | null {
    tail = branchOff(from, condition);
    runBody('a branch', body);
    settle();
    return tail;
  }

  function continueIf(current: OpenIf, condition: VariableAssignment | undefined, body: () => void): DraftEdge | null {
    if (openIf !== current) throw new Error('doElse and doElseIf must directly follow their doIf');
    openIf = null;
    return writeBranch(current.fork, condition, body);
  }

  return {
    addStep: (label, payload) => {
      const node = arriveAt(label, payload);
      tail = branchOff(node);
      return node;
    },
    addMutation: (change) => {
      standing(`the change of ${change.variable}`).mutations.push(change);
    },
    addIf: (condition, body) => {
      const fork = arriveAt('if', { type: 'NOP' });
      const end = writeBranch(fork, condition, body);
      const current: OpenIf = { fork, ends: end ? [end] : [] };
      openIf = current;
      return {
        elseIf: (otherCondition, otherBody) => {
          const otherEnd = continueIf(current, otherCondition, otherBody);
          if (otherEnd) current.ends.push(otherEnd);
          openIf = current;
        },
        else: (otherBody) => close(current, continueIf(current, undefined, otherBody)),
      };
    },
    addWhile: (condition, body) => {
      const loop = arriveAt('while', { type: 'NOP' });
      const round = writeBranch(loop, condition, body);
      const end = place('end-while', { type: 'NOP' });
      // Unconditional and last, not "unless the condition": a condition that is null must leave the loop, too.
      branchOff(loop).to = end.name;
      if (round) {
        round.to = end.name;
        branchOff(end, condition).to = loop.name;
      }
      tail = branchOff(end);
    },
    addExit: (label, payload) => {
      arriveAt(label, payload);
      tail = null;
    },
    isOpen: () => {
      settle();
      return tail !== null;
    },
    finish: () => {
      settle();
      if (tail) arriveAt('exit', { type: 'EXIT' });
      finished = true;
      return Object.fromEntries(nodes.map((node) => [node.name, writeNode(node)]));
    },
  };
}

/** Runs a function that writes statements, which must not be async: its statements would come too late. */
export function runBody<Args extends unknown[]>(what: string, body: (...args: Args) => void, ...args: Args): void {
  const returned: unknown = body(...args);
  if (returned instanceof Promise) throw new Error(`${what} must be a plain function, not an async one`);
}

function writeNode({ payload, edges }: DraftNode): NodeInput {
  if (payload.type === 'EXIT') return payload;
  return { ...payload, edges: edges.map(writeEdge) };
}

function writeEdge({ to, condition, mutations }: DraftEdge): EdgeInput {
  return { to, ...(condition && { condition }), ...(mutations.length > 0 && { mutations }) };
}

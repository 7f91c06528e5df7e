// The graph of a thread while it is being written: nodes named by their order, edges between them, mutations on the edges.
import type { z } from 'zod';
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { edge, mutation, wfNode } from '../../../lib/contracts/wf-spec.ts';

type EdgeInput = z.input<typeof edge>;
type MutationInput = z.input<typeof mutation>;
type NodeInput = z.input<typeof wfNode>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A node without the edges that lead out of it. */
type Payload = DistributiveOmit<NodeInput, 'edges'>;

type DraftEdge = { to: string; condition: VariableAssignment | undefined; mutations: MutationInput[] };
type DraftNode = { name: string; payload: Payload; edges: DraftEdge[] };
/** An if whose closing NOP is not yet placed, since an else may follow. */
type OpenIf = { fork: DraftNode; ends: DraftEdge[] };

/** Goes on with an if; throws unless it is called directly after it. */
export type Alternatives = {
  elseIf: (condition: VariableAssignment, body: () => void) => void;
  else: (body: () => void) => void;
};

/** Each call goes on where the one before has ended. */
export type ThreadGraph = {
  /** Adds a node and gives its name. */
  addStep: (label: string, payload: Payload) => string;
  /** Changes a variable on the way to the next node. */
  addMutation: (mutation: MutationInput) => void;
  addIf: (condition: VariableAssignment, body: () => void) => Alternatives;
  addWhile: (condition: VariableAssignment, body: () => void) => void;
  /** Ends the thread with its EXIT and gives its nodes; nothing can be added after it. */
  finish: () => Record<string, NodeInput>;
};

export function createThreadGraph(): ThreadGraph {
  const nodes: DraftNode[] = [];
  let openIf: OpenIf | null = null;
  let finished = false;
  /** Where the thread stands: the edge that the next node will end, and that carries the mutations written before it. */
  let tail = branchOff(place('entrypoint', { type: 'ENTRYPOINT' }));

  function place(label: string, payload: Payload): DraftNode {
    const node = { name: `${nodes.length}-${label}-${payload.type}`, payload, edges: [] };
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
    if (finished) throw new Error('the workflow is already defined: no step can be added to it');
    if (openIf) close(openIf, [branchOff(openIf.fork)]);
  }

  function close({ ends }: OpenIf, lastEnds: DraftEdge[]): void {
    openIf = null;
    const join = place('end-if', { type: 'NOP' });
    for (const end of [...ends, ...lastEnds]) end.to = join.name;
    tail = branchOff(join);
  }

  /** Puts a node at the end of the thread; where it goes on from there is the caller's to say. */
  function arriveAt(label: string, payload: Payload): DraftNode {
    settle();
    const node = place(label, payload);
    tail.to = node.name;
    return node;
  }

  /** Writes the statements of a branch and gives the edge on which it ends. */
  function writeBranch(from: DraftNode, condition: VariableAssignment | undefined, body: () => void): DraftEdge {
    tail = branchOff(from, condition);
    const returned: unknown = body();
    if (returned instanceof Promise) throw new Error('a branch must be a plain function, not an async one');
    settle();
    return tail;
  }

  function continueIf(current: OpenIf, condition: VariableAssignment | undefined, body: () => void): DraftEdge {
    if (openIf !== current) throw new Error('doElse and doElseIf must directly follow their doIf');
    openIf = null;
    return writeBranch(current.fork, condition, body);
  }

  return {
    addStep: (label, payload) => {
      const node = arriveAt(label, payload);
      tail = branchOff(node);
      return node.name;
    },
    addMutation: (change) => {
      settle();
      tail.mutations.push(change);
    },
    addIf: (condition, body) => {
      const fork = arriveAt('if', { type: 'NOP' });
      const current = { fork, ends: [writeBranch(fork, condition, body)] };
      openIf = current;
      return {
        elseIf: (otherCondition, otherBody) => {
          current.ends.push(continueIf(current, otherCondition, otherBody));
          openIf = current;
        },
        else: (otherBody) => close(current, [continueIf(current, undefined, otherBody)]),
      };
    },
    addWhile: (condition, body) => {
      const loop = arriveAt('while', { type: 'NOP' });
      const round = writeBranch(loop, condition, body);
      const end = place('end-while', { type: 'NOP' });
      round.to = end.name;
      // Unconditional and last, not "unless the condition": a condition that is null must leave the loop, too.
      branchOff(loop).to = end.name;
      branchOff(end, condition).to = loop.name;
      tail = branchOff(end);
    },
    finish: () => {
      arriveAt('exit', { type: 'EXIT' });
      finished = true;
      return Object.fromEntries(nodes.map((node) => [node.name, writeNode(node)]));
    },
  };
}

function writeNode({ payload, edges }: DraftNode): NodeInput {
  if (payload.type === 'EXIT') return payload;
  return { ...payload, edges: edges.map(writeEdge) };
}

function writeEdge({ to, condition, mutations }: DraftEdge): EdgeInput {
  return { to, ...(condition && { condition }), ...(mutations.length > 0 && { mutations }) };
}

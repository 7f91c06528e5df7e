// A WfSpec as a graph: its threads, their nodes, and what leads from where to where. Pure.
import { describeAssignment } from '#contracts/describe-assignment.ts';
import type { DiagramEdge, DiagramNode, DiagramThread } from '#contracts/diagram.ts';
import { nodeLabel } from '#contracts/node-label.ts';
import { type FailureHandler, isDynamic, type ThreadSpec, type WfNode, type WfSpecBody } from '#contracts/wf-spec.ts';

type Unplaced<T> = Omit<T, 'x' | 'y' | 'width' | 'height' | 'points' | 'labelAt'>;
export type GraphNode = Unplaced<DiagramNode>;
export type GraphEdge = Unplaced<DiagramEdge>;

export type Graph = {
  threads: Unplaced<DiagramThread>[];
  nodes: GraphNode[];
  edges: GraphEdge[];
};

/** The graph of a WfSpec, the entrypoint thread first; with `only`, of one thread by itself. */
export function graphOf({ entrypoint, threads }: Pick<WfSpecBody, 'entrypoint' | 'threads'>, only?: string): Graph {
  const names = Object.keys(threads).sort((a, b) => Number(b === entrypoint) - Number(a === entrypoint));
  const shown = only === undefined ? names : names.filter((name) => name === only);
  const graph: Graph = { threads: [], nodes: [], edges: [] };
  for (const name of shown) {
    const thread = threads[name];
    if (!thread) continue;
    graph.threads.push({ name, isEntrypoint: name === entrypoint });
    const ordered = nodesInOrder(thread);
    graph.nodes.push(...ordered.map(([node, is]) => nodeOf(name, node, is)));
    graph.edges.push(...ordered.flatMap(([node, is]) => flowOf(nodeId(name, node), name, is)));
    if (only === undefined) {
      const doors = new Map(names.flatMap((one) => doorOf(one, threads[one])));
      graph.edges.push(...ordered.flatMap(([node, is]) => beyondOf(nodeId(name, node), is, doors)));
      graph.edges.push(...interruptsOf(name, thread, doors));
    }
  }
  return graph;
}

export const nodeId = (thread: string, node: string): string => `${thread}/${node}`;

/** The nodes as one reads them: each after one that leads to it; those that nothing leads to come last. */
function nodesInOrder({ nodes }: ThreadSpec): [string, WfNode][] {
  const entries = Object.entries(nodes);
  const waiting = entries.filter(([, node]) => node.type === 'ENTRYPOINT').map(([name]) => name);
  const seen = new Set(waiting);
  for (const name of waiting) {
    const node = nodes[name];
    if (!node || node.type === 'EXIT') continue;
    for (const { to } of node.edges) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  const reached = waiting.flatMap((name): [string, WfNode][] => {
    const node = nodes[name];
    return node ? [[name, node]] : [];
  });
  return [...reached, ...entries.filter(([name]) => !seen.has(name))];
}

function nodeOf(thread: string, name: string, node: WfNode): GraphNode {
  const { type } = node;
  return { id: nodeId(thread, name), thread, name, label: nodeLabel(name), type, about: aboutOf(node) };
}

function aboutOf(node: WfNode): string | null {
  switch (node.type) {
    case 'TASK':
      return isDynamic(node.taskDefName) ? describeAssignment(node.taskDefName) : node.taskDefName;
    case 'USER_TASK':
      return node.userTaskDefName;
    case 'EXTERNAL_EVENT':
      return node.externalEventDefName;
    case 'START_THREAD':
    case 'START_MULTIPLE_THREADS':
      return node.threadSpecName;
    case 'THROW_EVENT':
      return node.workflowEventDefName;
    case 'RUN_CHILD_WF':
      return isDynamic(node.wfSpecName) ? describeAssignment(node.wfSpecName) : node.wfSpecName;
    case 'WAIT_FOR_CHILD_WF':
      return node.node;
    case 'WAIT_FOR_CONDITION':
      return describeAssignment(node.condition);
    case 'SLEEP':
      return describeAssignment(node.seconds ?? node.until ?? { literal: null });
    case 'EXIT':
      return node.failure?.name ?? null;
    case 'ENTRYPOINT':
    case 'NOP':
    case 'WAIT_FOR_THREADS':
      return null;
  }
}

function flowOf(from: string, thread: string, node: WfNode): GraphEdge[] {
  if (node.type === 'EXIT') return [];
  return node.edges.map(({ to, condition }, index) => ({
    id: `${from}#${index}`,
    kind: 'FLOW',
    from,
    to: nodeId(thread, to),
    label: condition ? describeAssignment(condition) : null,
    otherwise: condition === undefined && index > 0,
  }));
}

/** Where a thread begins: what leads into it leads there. */
function doorOf(name: string, thread: ThreadSpec | undefined): [string, string][] {
  const door = Object.entries(thread?.nodes ?? {}).find(([, node]) => node.type === 'ENTRYPOINT');
  return door ? [[name, nodeId(name, door[0])]] : [];
}

/** What leads from a node into other threads. */
function beyondOf(from: string, node: WfNode, doors: Map<string, string>): GraphEdge[] {
  const starts = node.type === 'START_THREAD' || node.type === 'START_MULTIPLE_THREADS' ? [node.threadSpecName] : [];
  const perThread = node.type === 'WAIT_FOR_THREADS' ? node.perThreadFailureHandlers : [];
  const failures = new Map<string, string[]>();
  for (const handler of [...node.failureHandlers, ...perThread]) {
    failures.set(handler.handler, [...(failures.get(handler.handler) ?? []), failureOf(handler)]);
  }
  return [
    ...starts.flatMap((thread) => beyond('STARTS', from, thread, null, doors)),
    ...[...failures].flatMap(([thread, names]) =>
      beyond('HANDLES', from, thread, [...new Set(names)].join(', '), doors),
    ),
  ];
}

const failureOf = ({ failureName, failureType }: FailureHandler): string => failureName ?? failureType ?? '*';

function interruptsOf(thread: string, { interrupts }: ThreadSpec, doors: Map<string, string>): GraphEdge[] {
  return interrupts.flatMap(({ handler, externalEventDefName }) =>
    beyond('INTERRUPTS', thread, handler, externalEventDefName, doors),
  );
}

function beyond(
  kind: 'STARTS' | 'HANDLES' | 'INTERRUPTS',
  from: string,
  thread: string,
  label: string | null,
  doors: Map<string, string>,
): GraphEdge[] {
  const to = doors.get(thread);
  return to === undefined
    ? []
    : [{ id: `${from}>${kind}>${thread}>${label ?? ''}`, kind, from, to, label, otherwise: false }];
}

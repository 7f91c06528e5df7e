// Where everything of a graph is drawn: elkjs says, in its layered way, and what it said is kept.
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { DiagramDirection, DiagramEdge, WfSpecDiagram } from '#contracts/diagram.ts';
import { sha256Hex } from '#platform/ids.ts';
import type { Graph, GraphEdge, GraphNode } from './graph-of.ts';

/** `small` is for a picture beside something else: no words on edges, and little room. */
export type DiagramSize = 'normal' | 'small';

const SIZES = {
  normal: { node: { width: 196, height: 56 }, mark: { width: 132, height: 36 }, gap: 28, layer: 52, head: 48, pad: 20 },
  small: { node: { width: 148, height: 30 }, mark: { width: 20, height: 20 }, gap: 14, layer: 20, head: 4, pad: 4 },
} as const;

/** As wide as its words, roughly; what is longer is cut where it is drawn. */
const LABEL = { perCharacter: 6.4, padding: 14, max: 210, height: 20 };
/** "otherwise", in whatever language it is told. */
const OTHERWISE_CHARACTERS = 9;

const KEPT = 300;
const kept = new Map<string, Promise<WfSpecDiagram>>();
const elk = new ELK();

/** The same graph is laid out once: a version of a WfSpec never changes. */
export function layOut(
  graph: Graph,
  direction: DiagramDirection,
  size: DiagramSize = 'normal',
): Promise<WfSpecDiagram> {
  const key = sha256Hex(JSON.stringify([graph, direction, size]));
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = elk.layout(elkGraphOf(graph, direction, size)).then((laid) => diagramOf(graph, direction, laid));
  made.catch(() => kept.delete(key));
  kept.set(key, made);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

function elkGraphOf({ threads, nodes, edges }: Graph, direction: DiagramDirection, size: DiagramSize): ElkNode {
  const { gap, layer, head, pad } = SIZES[size];
  const layered = {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': `${gap}`,
    'elk.spacing.edgeNode': `${gap / 2}`,
    'elk.spacing.edgeEdge': '12',
    'elk.layered.spacing.nodeNodeBetweenLayers': `${layer}`,
    'elk.layered.spacing.edgeNodeBetweenLayers': `${layer / 3}`,
    'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
    // From the beginning on, so that what leads back is drawn as leading back.
    'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
    'elk.layered.nodePlacement.strategy': nodes.length > 200 ? 'SIMPLE' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': nodes.length > 200 ? '1' : '7',
  };
  return {
    id: 'all/',
    layoutOptions: {
      ...layered,
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      'elk.padding': padding(0, 0),
    },
    children: threads.map(({ name }) => ({
      id: threadId(name),
      layoutOptions: { ...layered, 'elk.padding': padding(head, pad) },
      children: nodes.filter(({ thread }) => thread === name).map((node) => ({ id: node.id, ...boxOf(node, size) })),
    })),
    edges: edges.map((edge) => elkEdgeOf(edge, size)),
  };
}

/** No name has a slash in it, so no node's id is that of a thread. */
const threadId = (name: string): string => `${name}/`;

const padding = (top: number, other: number): string => `[top=${top},left=${other},bottom=${other},right=${other}]`;

function boxOf({ type }: GraphNode, size: DiagramSize): { width: number; height: number } {
  const isMark = type === 'ENTRYPOINT' || type === 'EXIT' || type === 'NOP';
  return isMark ? SIZES[size].mark : SIZES[size].node;
}

function elkEdgeOf(edge: GraphEdge, size: DiagramSize): ElkExtendedEdge {
  const source = edge.kind === 'INTERRUPTS' ? threadId(edge.from) : edge.from;
  const characters = edge.label?.length ?? (edge.otherwise ? OTHERWISE_CHARACTERS : 0);
  const width = Math.min(characters * LABEL.perCharacter + LABEL.padding, LABEL.max);
  const labels = size === 'small' || characters === 0 ? [] : [{ text: edge.id, width, height: LABEL.height }];
  return { id: edge.id, sources: [source], targets: [edge.to], labels };
}

function diagramOf({ threads, nodes, edges }: Graph, direction: DiagramDirection, laid: ElkNode): WfSpecDiagram {
  const boxes = new Map<string, ElkNode>();
  const ways = new Map<string, ElkExtendedEdge>();
  const gather = (node: ElkNode): void => {
    boxes.set(node.id, node);
    for (const edge of node.edges ?? []) ways.set(edge.id, edge);
    for (const child of node.children ?? []) gather(child);
  };
  gather(laid);
  const placed = (id: string) => {
    const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(id) ?? {};
    return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  };
  return {
    direction,
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    threads: threads.map((thread) => ({ ...thread, ...placed(threadId(thread.name)) })),
    nodes: nodes.map((node) => ({ ...node, ...placed(node.id) })),
    edges: edges.map((edge) => ({ ...edge, ...wayOf(ways.get(edge.id)) })),
  };
}

function wayOf(edge: ElkExtendedEdge | undefined): Pick<DiagramEdge, 'points' | 'labelAt'> {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
  );
  const label = edge?.labels?.[0];
  if (!label) return { points, labelAt: null };
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  return {
    points,
    labelAt: { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) },
  };
}

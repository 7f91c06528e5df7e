// A WfSpec as a picture: what there is to draw, and where. The words are the reader's, so none of them is in it.
import { z } from 'zod';
import { NODE_TYPES } from './wf-spec.ts';

export const DIAGRAM_DIRECTIONS = ['RIGHT', 'DOWN'] as const;
export type DiagramDirection = (typeof DIAGRAM_DIRECTIONS)[number];

const point = z.object({ x: z.number(), y: z.number() });
const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };
export type DiagramPoint = z.infer<typeof point>;

const diagramNode = z.object({
  id: z.string().meta({ description: '`<thread>/<node>`.' }),
  thread: z.string(),
  name: z.string(),
  label: z.string().meta({ description: 'The name without what the SDK puts before and behind it.' }),
  type: z.enum(NODE_TYPES),
  about: z.string().nullable().meta({ description: 'The definition or the thread that it names.' }),
  ...box,
});
export type DiagramNode = z.infer<typeof diagramNode>;

/** FLOW leads on within a thread; the others lead to the thread that a node starts, that handles a failure, or that interrupts. */
export const DIAGRAM_EDGE_KINDS = ['FLOW', 'STARTS', 'HANDLES', 'INTERRUPTS'] as const;
export type DiagramEdgeKind = (typeof DIAGRAM_EDGE_KINDS)[number];

const diagramEdge = z.object({
  id: z.string(),
  kind: z.enum(DIAGRAM_EDGE_KINDS),
  from: z.string().meta({ description: 'The id of a node; of an interrupt, the name of the thread.' }),
  to: z.string(),
  label: z.string().nullable().meta({ description: 'The condition, the failure or the event.' }),
  otherwise: z.boolean().meta({ description: 'Taken when no edge before it is.' }),
  points: z.array(point),
  labelAt: z.object(box).nullable(),
});
export type DiagramEdge = z.infer<typeof diagramEdge>;

const diagramThread = z.object({ name: z.string(), isEntrypoint: z.boolean(), ...box });
export type DiagramThread = z.infer<typeof diagramThread>;

/** Laid out: whoever draws it needs nothing but the shapes. */
export const wfSpecDiagram = z
  .object({
    direction: z.enum(DIAGRAM_DIRECTIONS),
    width: z.number(),
    height: z.number(),
    threads: z.array(diagramThread),
    nodes: z.array(diagramNode),
    edges: z.array(diagramEdge),
  })
  .meta({ id: 'WfSpecDiagram' });
export type WfSpecDiagram = z.infer<typeof wfSpecDiagram>;

/** Where in its workflow a user task stands: its thread as a small picture. */
export const userTaskDiagram = z
  .object({
    diagram: wfSpecDiagram,
    current: z.string().meta({ description: 'The id of its node.' }),
    passed: z
      .array(z.string())
      .meta({ description: 'The ids of the nodes that its thread has left, before it and after.' }),
  })
  .meta({ id: 'UserTaskDiagram' });
export type UserTaskDiagram = z.infer<typeof userTaskDiagram>;

'use client';

import {
  Background,
  type Node,
  type NodeProps,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { createContext, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DiagramDirection, DiagramNode, DiagramThread, WfSpecDiagram } from '#contracts/diagram.ts';
import '@xyflow/react/dist/base.css';
import { Badge } from '../ui/badge.tsx';
import { FIT, fitThread, frameId, roomIn, useGlide } from './fitting.ts';
import { Overview } from './overview.tsx';
import { beginningOf, betterWay, fitOf, type Pictures, type RunMarks } from './picture.ts';
import { StepBox } from './step-box.tsx';
import { Tools } from './tools.tsx';
import { Ways } from './ways.tsx';

export type FlowDiagramProps = {
  /** What the picture is of, for those who do not see it. */
  label: string;
  pictures: Pictures;
  marks?: RunMarks | undefined;
  /** The id of the node that is chosen. */
  selected: string | null;
  onSelect: (id: string | null) => void;
};

type Drawing = Pick<FlowDiagramProps, 'marks' | 'selected' | 'onSelect'> & { picture: WfSpecDiagram };
const DrawingContext = createContext<Drawing | null>(null);

/** Below this the words cannot be read: then the picture begins where something stands. */
const READABLE = 0.85;
/** How large it is drawn when only a part of it is to be seen, and how far from the edge. */
const BEGINNING = 0.9;
const EDGE = { x: 24 / BEGINNING, y: 56 / BEGINNING };

/** A picture of a WfSpec to pan and zoom, its nodes buttons in reading order; drawn by React Flow, laid out by the server. */
export function FlowDiagram(props: FlowDiagramProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ label, pictures, marks, selected, onSelect }: FlowDiagramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [direction, setDirection] = useState<DiagramDirection | null>(null);
  useLayoutEffect(() => {
    const { clientWidth, clientHeight } = frame.current ?? { clientWidth: 0, clientHeight: 0 };
    setDirection((chosen) => chosen ?? betterWay(pictures, ...roomIn(clientWidth, clientHeight)));
  }, [pictures]);
  return (
    <section ref={frame} aria-label={label} className="@container relative size-full">
      {direction ? (
        <Drawn
          key={direction}
          picture={pictures[direction]}
          marks={marks}
          selected={selected}
          onSelect={onSelect}
          onTurn={() => setDirection(direction === 'RIGHT' ? 'DOWN' : 'RIGHT')}
        />
      ) : null}
    </section>
  );
}

function Drawn({ onTurn, ...drawing }: Drawing & { onTurn: () => void }) {
  const { picture, marks } = drawing;
  const nodes = useMemo(() => flowNodesOf(picture), [picture]);
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);

  /** The whole where it can be read, else the thread that starts the run, else its beginning or where something stands. */
  function begin() {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
    const isReadable = (box: { width: number; height: number }) =>
      fitOf(box, ...roomIn(clientWidth, clientHeight)) >= READABLE;
    if (isReadable(picture)) return void flow.fitView(FIT);
    setLarge(true);
    const main = picture.threads.find(({ isEntrypoint }) => isEntrypoint) ?? picture.threads[0];
    if (!main) return;
    if (isReadable(main)) return void flow.fitView(fitThread(main.name));
    const step =
      picture.nodes.find(({ id }) => (marks?.steps[id]?.threads.length ?? 0) > 0) ??
      picture.nodes.find(({ thread, type }) => thread === main.name && type === 'ENTRYPOINT');
    const thread = picture.threads.find(({ name }) => name === step?.thread) ?? main;
    const place = { width: clientWidth / BEGINNING, height: clientHeight / BEGINNING };
    const { x, y } = beginningOf(thread, step ?? thread, place, EDGE);
    void flow.setViewport({ x: -x * BEGINNING, y: -y * BEGINNING, zoom: BEGINNING });
  }

  return (
    <DrawingContext value={drawing}>
      <div
        ref={frame}
        className="size-full [--xy-attribution-background-color:transparent] [&_.react-flow\_\_attribution_a]:text-muted!"
      >
        <ReactFlow
          nodes={nodes}
          edges={NO_EDGES}
          nodeTypes={NODE_TYPES}
          onInit={begin}
          minZoom={0.1}
          maxZoom={2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          // The wheel goes on with the page; with Ctrl, or with two fingers, it zooms.
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          disableKeyboardA11y
        >
          <Background gap={20} size={1.2} color="var(--color-line-strong)" />
          {isLarge ? <Overview picture={picture} marks={marks} /> : null}
        </ReactFlow>
      </div>
      <Tools threads={picture.threads} marks={marks} onTurn={onTurn} />
    </DrawingContext>
  );
}

type StepNode = Node<{ step: DiagramNode }, 'step'>;
type ThreadNode = Node<{ thread: DiagramThread }, 'thread'>;
type WaysNode = Node<Record<string, never>, 'ways'>;

const NO_EDGES: never[] = [];
const STILL = { draggable: false, selectable: false, focusable: false } as const;

/** Frames below, lines on them, nodes on top. The lines are one node: they were laid out, and go with nothing. */
function flowNodesOf({ threads, nodes, width, height }: WfSpecDiagram): (StepNode | ThreadNode | WaysNode)[] {
  const place = (box: { x: number; y: number; width: number; height: number }) => ({
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    ...STILL,
  });
  return [
    ...threads.map(
      (thread): ThreadNode => ({
        id: frameId(thread.name),
        type: 'thread',
        data: { thread },
        zIndex: 0,
        ...place(thread),
      }),
    ),
    { id: 'ways', type: 'ways', data: {}, zIndex: 1, ...place({ x: 0, y: 0, width, height }) },
    ...nodes.map(
      (step): StepNode => ({
        id: `step/${step.id}`,
        type: 'step',
        data: { step },
        zIndex: 2,
        ...place(step),
        style: { pointerEvents: 'all' },
      }),
    ),
  ];
}

function StepFlowNode({ data: { step } }: NodeProps<StepNode>) {
  const drawing = useContext(DrawingContext);
  const flow = useReactFlow();
  const glide = useGlide();
  const size = useStore(({ width, height }) => ({ width, height }), isSameSize);
  if (!drawing) return null;
  const { marks, selected, onSelect } = drawing;

  /** Where the keyboard goes, the picture follows. */
  function show() {
    const { x, y, zoom } = flow.getViewport();
    const left = step.x * zoom + x;
    const top = step.y * zoom + y;
    const isInside =
      left >= 0 && top >= 0 && left + step.width * zoom <= size.width && top + step.height * zoom <= size.height;
    if (!isInside) void flow.setCenter(step.x + step.width / 2, step.y + step.height / 2, { zoom, duration: glide() });
  }

  return (
    <StepBox
      node={step}
      state={marks?.steps[step.id]}
      isSelected={selected === step.id}
      onSelect={() => onSelect(selected === step.id ? null : step.id)}
      onFocus={show}
    />
  );
}

type Size = { width: number; height: number };
const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

function ThreadFlowNode({ data: { thread } }: NodeProps<ThreadNode>) {
  const t = useTranslations('runs.diagram');
  return (
    <div className="size-full rounded-lg border border-line-strong border-dashed bg-canvas/60">
      <p className="flex items-center gap-2 px-3 pt-2 font-medium text-muted text-xs">
        {thread.name}
        {thread.isEntrypoint ? <Badge>{t('startsTheRun')}</Badge> : null}
      </p>
    </div>
  );
}

function WaysFlowNode(_: NodeProps<WaysNode>) {
  const drawing = useContext(DrawingContext);
  return drawing ? <Ways picture={drawing.picture} marks={drawing.marks} /> : null;
}

const NODE_TYPES: NodeTypes = { step: StepFlowNode, thread: ThreadFlowNode, ways: WaysFlowNode };

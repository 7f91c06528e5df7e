'use client';

import { Split, TriangleAlert, Zap } from 'lucide';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { DiagramEdge, DiagramEdgeKind, WfSpecDiagram } from '#contracts/diagram.ts';
import { Icon } from '../ui/icon.tsx';
import { cn } from '../ui/styles.ts';
import { edgePath } from './edge-path.ts';
import { type RunMarks, wayKey } from './picture.ts';

const LINES: Record<DiagramEdgeKind, string> = {
  FLOW: 'stroke-control',
  STARTS: 'stroke-info [stroke-dasharray:5_4]',
  HANDLES: 'stroke-danger [stroke-dasharray:5_4]',
  INTERRUPTS: 'stroke-warning [stroke-dasharray:5_4]',
};

const ICONS: Record<DiagramEdgeKind, ReactNode> = {
  FLOW: null,
  STARTS: <Icon of={Split} />,
  HANDLES: <Icon of={TriangleAlert} />,
  INTERRUPTS: <Icon of={Zap} />,
};

/** The lines of a picture with what is written on them; those that a run has taken are strong. */
export function Ways({ picture, marks }: { picture: WfSpecDiagram; marks?: RunMarks | undefined }) {
  const arrow = useId();
  return (
    <div className="relative" style={{ width: picture.width, height: picture.height }}>
      <svg aria-hidden width={picture.width} height={picture.height} className="absolute inset-0 overflow-visible">
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M1 1 9 5 1 9Z" fill="context-stroke" />
          </marker>
        </defs>
        {picture.edges.map((edge) => {
          const isTaken = (marks?.ways[wayKey(edge.from, edge.to)] ?? 0) > 0;
          return (
            <path
              key={edge.id}
              d={edgePath(edge.points)}
              markerEnd={`url(#${arrow})`}
              strokeWidth={isTaken ? 2.25 : 1.25}
              className={cn('fill-none', LINES[edge.kind], isTaken && edge.kind === 'FLOW' && 'stroke-ink')}
            />
          );
        })}
      </svg>
      {picture.edges.map((edge) => (edge.labelAt ? <Label key={edge.id} edge={edge} at={edge.labelAt} /> : null))}
    </div>
  );
}

function Label({ edge, at }: { edge: DiagramEdge; at: NonNullable<DiagramEdge['labelAt']> }) {
  const t = useTranslations('runs.diagram');
  const text = edge.label ?? (edge.otherwise ? t('otherwise') : '');
  const told = edge.kind === 'FLOW' ? text : t(`edge.${edge.kind}`, { label: text });
  return (
    <span
      title={told}
      style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      className={cn(
        'pointer-events-auto absolute flex items-center justify-center gap-1 rounded-sm bg-surface/90 px-1 text-2xs [&_svg]:size-3 [&_svg]:shrink-0',
        edge.label !== null && edge.kind === 'FLOW' ? 'font-mono text-ink' : 'text-muted',
      )}
    >
      {ICONS[edge.kind]}
      {text ? <span className="truncate">{text}</span> : null}
      {edge.kind === 'FLOW' ? null : <span className="sr-only">{told}</span>}
    </span>
  );
}

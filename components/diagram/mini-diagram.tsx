'use client';

import { Check, MapPin } from 'lucide';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { DiagramNode, UserTaskDiagram } from '#contracts/diagram.ts';
import { Icon } from '../ui/icon.tsx';
import { cn } from '../ui/styles.ts';
import { edgePath } from './edge-path.ts';
import { NODE_ICONS } from './node-icon.tsx';

const MARGIN = 6;
const ICON = 13;
/** What fits into a box beside its icon, and beside a second one. */
const CHARACTERS = 19;

/**
 * The workflow of a task as a small still picture, the task's own step marked, what its thread has left ticked. It is fed with the answer of
 * `getUserTaskDiagram` as it comes: `read(person, 'getUserTaskDiagram', { wfRunId, guid })` in a page, `readApi('getUserTaskDiagram', …)` in
 * the browser. It is as wide as what it stands in, up to its own size; its words are those of the area `ui`.
 */
export function MiniDiagram({ place, className }: { place: UserTaskDiagram; className?: string }) {
  const t = useTranslations('ui.diagram');
  const arrow = useId();
  const { diagram, current, passed } = place;
  const left = new Set(passed);
  const step = diagram.nodes.find(({ id }) => id === current);
  const width = diagram.width + 2 * MARGIN;
  const height = diagram.height + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={t('place', {
        step: step?.label ?? '',
        done: diagram.nodes.filter(isStep).filter(({ id }) => left.has(id) && id !== current).length,
      })}
      viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
      width={width}
      height={height}
      className={cn('h-auto max-w-full', className)}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 1 7 4 0 7Z" className="fill-control" />
        </marker>
      </defs>
      {diagram.edges.map((edge) => (
        <path
          key={edge.id}
          d={edgePath(edge.points, 5)}
          markerEnd={`url(#${arrow})`}
          className={cn(
            'fill-none',
            left.has(edge.from) && (left.has(edge.to) || edge.to === current) ? 'stroke-control' : 'stroke-line-strong',
          )}
        />
      ))}
      {diagram.nodes.map((node) => (
        <Step key={node.id} node={node} isCurrent={node.id === current} isLeft={left.has(node.id)} />
      ))}
    </svg>
  );
}

const isStep = ({ type }: DiagramNode): boolean => type !== 'ENTRYPOINT' && type !== 'EXIT' && type !== 'NOP';

function Step({ node, isCurrent, isLeft }: { node: DiagramNode; isCurrent: boolean; isLeft: boolean }) {
  const { x, y, width, height, label, type } = node;
  const ink = isCurrent ? 'text-accent-ink' : isLeft ? 'text-ink' : 'text-muted';
  if (!isStep(node)) {
    return (
      <g className={ink}>
        <title>{label}</title>
        <circle cx={x + width / 2} cy={y + height / 2} r={height / 2} className="fill-surface" />
        <Icon of={NODE_ICONS[type]} x={x + (width - ICON) / 2} y={y + (height - ICON) / 2} width={ICON} height={ICON} />
      </g>
    );
  }
  const state = isCurrent ? MapPin : isLeft ? Check : null;
  const room = state ? CHARACTERS - 3 : CHARACTERS;
  const middle = y + (height - ICON) / 2;
  return (
    <g className={ink}>
      <title>{label}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        strokeWidth={isCurrent ? 2 : 1}
        className={cn(
          isCurrent ? 'fill-accent-soft stroke-accent' : 'fill-surface',
          !isCurrent && (isLeft ? 'stroke-control' : 'stroke-line-strong'),
        )}
      />
      <Icon of={NODE_ICONS[type]} x={x + 8} y={middle} width={ICON} height={ICON} />
      <text
        x={x + 27}
        y={y + height / 2}
        dominantBaseline="central"
        className={cn('fill-current text-2xs', isCurrent && 'font-semibold')}
      >
        {label.length > room ? `${label.slice(0, room - 1)}…` : label}
      </text>
      {state ? <Icon of={state} x={x + width - ICON - 7} y={middle} width={ICON} height={ICON} /> : null}
    </g>
  );
}

'use client';

import { MiniMap, type Node, useStore } from '@xyflow/react';
import type { WfSpecDiagram } from '#contracts/diagram.ts';
import type { Tone } from '../ui/tone.ts';
import type { RunMarks } from './picture.ts';
import { RUN_STATUS_LOOKS } from './run-status.tsx';

/** The whole in small beside a part of it, to find one's way and to move by; for the eye alone, since the keyboard goes from step to step. */
export function Overview({ picture, marks }: { picture: WfSpecDiagram; marks: RunMarks | undefined }) {
  const isWhole = useStore(({ transform: [x, y, zoom], width, height }) => {
    const [right, bottom] = [x + picture.width * zoom, y + picture.height * zoom];
    return x >= 0 && y >= 0 && right <= width && bottom <= height;
  });
  if (isWhole) return null;
  const colorOf = ({ id, type }: Node) => {
    if (type !== 'step') return 'transparent';
    const state = marks?.steps[id.slice('step/'.length)];
    return state ? OVERVIEW_COLORS[RUN_STATUS_LOOKS[state.status].tone] : OVERVIEW_COLORS.neutral;
  };
  return (
    <MiniMap
      pannable
      zoomable
      aria-hidden
      ariaLabel={null}
      nodeColor={colorOf}
      nodeBorderRadius={12}
      bgColor="var(--color-raised)"
      maskColor="color-mix(in oklab, var(--color-sunken) 70%, transparent)"
      className="mb-6! overflow-hidden rounded-md border border-line shadow-sm @max-[60rem]:hidden"
      style={{ width: SIZE.width, height: heightFor(picture) }}
    />
  );
}

const SIZE = { width: 224, minHeight: 48, maxHeight: 120 };

const heightFor = ({ width, height }: WfSpecDiagram): number =>
  Math.min(SIZE.maxHeight, Math.max(SIZE.minHeight, (SIZE.width * height) / Math.max(1, width)));

const OVERVIEW_COLORS: Record<Tone, string> = {
  neutral: 'var(--color-control)',
  accent: 'var(--color-accent)',
  info: 'var(--color-info)',
  success: 'var(--color-success)',
  warning: 'var(--color-warning)',
  danger: 'var(--color-danger)',
};

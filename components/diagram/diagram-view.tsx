'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '../ui/skeleton.tsx';
import type { FlowDiagramProps } from './flow-diagram.tsx';

const FlowDiagram = dynamic(() => import('./flow-diagram.tsx').then((module) => module.FlowDiagram), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});

const LEAST = 320;
const MOST = 560;
/** For what stands over the picture: the tools above, the names of the threads below. */
const AROUND = 108;

/** The picture of a WfSpec or a WfRun in a place of its own; what draws it is loaded after the page. */
export function DiagramView(props: FlowDiagramProps) {
  const height = Math.min(MOST, Math.max(LEAST, props.pictures.RIGHT.height + AROUND));
  return (
    <div style={{ height }} className="overflow-hidden rounded-b-lg bg-sunken/40">
      <FlowDiagram {...props} />
    </div>
  );
}

import type { FitViewOptions } from '@xyflow/react';

/** Around the whole when it is fitted: nothing of it is below the tools, or below the names of the threads. */
const MARGIN = { side: 16, tools: 56, threads: 52 };
export const FIT: FitViewOptions = {
  padding: { x: `${MARGIN.side}px`, top: `${MARGIN.tools}px`, bottom: `${MARGIN.threads}px` },
  maxZoom: 1,
};
/** The same for one thread. */
export const fitThread = (name: string): FitViewOptions => ({ ...FIT, nodes: [{ id: frameId(name) }] });
export const frameId = (thread: string): string => `frame/${thread}`;

/** What of a place is left for the picture. */
export const roomIn = (width: number, height: number): [width: number, height: number] => [
  width - 2 * MARGIN.side,
  height - MARGIN.tools - MARGIN.threads,
];

const TURN_MS = 200;

/** How long a movement takes: none for those who asked for none. */
export function useGlide(): () => number {
  return () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : TURN_MS);
}

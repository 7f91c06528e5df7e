import type { DiagramDirection, WfSpecDiagram } from '#contracts/diagram.ts';
import type { NodeState, RunStatus, ThreadRun, WfRunPath } from '#contracts/wf-run.ts';

/** The same graph laid out both ways: the place that it is drawn in decides which one is shown. */
export type Pictures = Record<DiagramDirection, WfSpecDiagram>;

/** How a node of a picture stands in a run. */
export type StepState = {
  /** The one that most asks for being looked at, where its threads differ. */
  status: RunStatus;
  arrivals: number;
  /** The numbers of the threads that stand here, or ended here. */
  threads: number[];
};

/** What a picture of a run shows beside its graph; by ids of nodes, and of edges as `wayKey` writes them. */
export type RunMarks = { steps: Readonly<Record<string, StepState>>; ways: Readonly<Record<string, number>> };

export const wayKey = (from: string, to: string): string => `${from}>${to}`;

/** What a run's path and threads mean for its picture. */
export function marksOf(path: WfRunPath, threadRuns: readonly ThreadRun[]): RunMarks {
  const steps = path.nodes.flatMap((node): [string, StepState][] => {
    const status = worst(node);
    if (!status) return [];
    const here = threadRuns.filter(
      (thread) => thread.threadSpecName === node.threadSpecName && thread.currentNodeName === node.nodeName,
    );
    const threads = here.map(({ number }) => number);
    return [[`${node.threadSpecName}/${node.nodeName}`, { status, arrivals: node.arrivals, threads }]];
  });
  const ways = path.ways.map((way): [string, number] => [
    wayKey(`${way.threadSpecName}/${way.from}`, `${way.threadSpecName}/${way.to}`),
    way.times,
  ]);
  return { steps: Object.fromEntries(steps), ways: Object.fromEntries(ways) };
}

/** What somebody may have to do something about comes first. */
const BY_WEIGHT: readonly RunStatus[] = ['ERROR', 'EXCEPTION', 'RUNNING', 'HALTING', 'HALTED', 'COMPLETED'];

const worst = ({ standing }: NodeState): RunStatus | undefined =>
  BY_WEIGHT.find((status) => standing.some((one) => one.status === status));

/** How large a picture can be drawn in a place, 1 being its own size. */
export const fitOf = (picture: { width: number; height: number }, width: number, height: number): number =>
  Math.max(0, Math.min(1, width / Math.max(1, picture.width), height / Math.max(1, picture.height)));

/** The way in which the whole is larger to see; from left to right when that makes no difference. */
export function betterWay(pictures: Pictures, width: number, height: number): DiagramDirection {
  return fitOf(pictures.DOWN, width, height) > fitOf(pictures.RIGHT, width, height) * 1.1 ? 'DOWN' : 'RIGHT';
}

type Box = { x: number; y: number; width: number; height: number };

/**
 * The corner of the picture from which a place of that size shows the beginning of a thread: its first step in the middle, as far as
 * the thread reaches. All in the picture's own units; `edge` is what is left around the thread.
 */
export function beginningOf(
  thread: Box,
  step: Box,
  place: { width: number; height: number },
  edge: { x: number; y: number },
): { x: number; y: number } {
  const along = (from: number, length: number, at: number, size: number, space: number) =>
    Math.max(from - space, Math.min(at - size / 2, from + length + space - size));
  return {
    x: along(thread.x, thread.width, step.x + step.width / 2, place.width, edge.x),
    y: along(thread.y, thread.height, step.y + step.height / 2, place.height, edge.y),
  };
}

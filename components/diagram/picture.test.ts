import { expect, it } from 'vitest';
import type { WfSpecDiagram } from '#contracts/diagram.ts';
import type { ThreadRun, WfRunPath } from '#contracts/wf-run.ts';
import { beginningOf, betterWay, marksOf, wayKey } from './picture.ts';

const thread = (number: number, currentNodeName: string): ThreadRun => ({
  number,
  type: 'ENTRYPOINT',
  parentThreadRunNumber: null,
  threadSpecName: 'main',
  status: 'RUNNING',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
  currentNodeName,
  currentNodePosition: 1,
  haltReasons: [],
  handledFailedChildren: [],
  failure: null,
  output: null,
});

it('marks each node by what most asks for being looked at, and with the threads that stand there', () => {
  const path: WfRunPath = {
    nodes: [
      {
        threadSpecName: 'main',
        nodeName: 'ask',
        arrivals: 3,
        standing: [
          { status: 'COMPLETED', threads: 2 },
          { status: 'ERROR', threads: 1 },
        ],
      },
      { threadSpecName: 'main', nodeName: 'start', arrivals: 3, standing: [{ status: 'COMPLETED', threads: 3 }] },
    ],
    ways: [{ threadSpecName: 'main', from: 'start', to: 'ask', times: 3 }],
  };
  const { steps, ways } = marksOf(path, [thread(0, 'ask'), thread(2, 'ask'), thread(3, 'elsewhere')]);
  expect(steps['main/ask']).toEqual({ status: 'ERROR', arrivals: 3, threads: [0, 2] });
  expect(steps['main/start']).toEqual({ status: 'COMPLETED', arrivals: 3, threads: [] });
  expect(ways[wayKey('main/start', 'main/ask')]).toBe(3);
});

const picture = (width: number, height: number): WfSpecDiagram => ({
  direction: 'RIGHT',
  width,
  height,
  threads: [],
  nodes: [],
  edges: [],
});

it('is turned to where the whole is larger to see', () => {
  const pictures = { RIGHT: picture(2000, 200), DOWN: picture(300, 1200) };
  expect(betterWay(pictures, 1100, 500)).toBe('RIGHT');
  expect(betterWay(pictures, 360, 420)).toBe('DOWN');
});

it('begins with the first step in sight, and with nothing but the thread beside it', () => {
  const main = { x: 10, y: 10, width: 900, height: 1200 };
  const place = { width: 400, height: 500 };
  const edge = { x: 30, y: 70 };
  const at = (x: number, y: number) => beginningOf(main, { x, y, width: 100, height: 40 }, place, edge);
  expect(at(20, 30), 'in a corner').toEqual({ x: -20, y: -60 });
  expect(at(500, 30), 'in the middle of the upper edge').toEqual({ x: 350, y: -60 });
  expect(at(800, 1150), 'in the opposite corner').toEqual({ x: 540, y: 780 });
});

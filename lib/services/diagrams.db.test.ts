import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, ivan, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

it('draws a version of a WfSpec for whoever may read it', async () => {
  const diagram = await docket.as(fred).do('getWfSpecDiagram', { name: 'it-request', version: '0.0' });
  expect(diagram.nodes.map(({ name }) => name)).toEqual(['start', 'ask', 'approve', 'tell', 'end']);
  const turned = { name: 'it-request', version: '0.0', direction: 'DOWN', thread: 'main' } as const;
  const down = await docket.as(fred).do('getWfSpecDiagram', turned);
  expect(down.height).toBeGreaterThan(down.width);
  expect(await docket.as(fred).code('getWfSpecDiagram', { ...turned, thread: 'other' })).toBe('NOT_FOUND');
});

it('shows where a task stands to those who may see it, and goes on doing so once it is done', async () => {
  const task = await docket.startApproval();
  const place = await docket.as(fred).do('getUserTaskDiagram', task);
  expect(place).toMatchObject({ current: 'main/approve', passed: ['main/start', 'main/ask'] });
  expect(await docket.as(ivan).code('getUserTaskDiagram', task)).toBe('NOT_FOUND');
  await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
  const after = await docket.as(fred).do('getUserTaskDiagram', task);
  expect(after).toMatchObject({ current: 'main/approve', passed: ['main/start', 'main/ask', 'main/approve'] });
});

it('sums up where the threads of a run have been, and stand', async () => {
  const { wfRunId } = await docket.startApproval();
  const path = await docket.as(ada).do('getWfRunPath', { wfRunId });
  expect(path.nodes).toEqual(
    expect.arrayContaining([
      { threadSpecName: 'main', nodeName: 'ask', arrivals: 1, standing: [{ status: 'COMPLETED', threads: 1 }] },
      { threadSpecName: 'main', nodeName: 'approve', arrivals: 1, standing: [{ status: 'RUNNING', threads: 1 }] },
    ]),
  );
  expect(path.ways).toHaveLength(2);
  expect(path.ways).toEqual(
    expect.arrayContaining([
      { threadSpecName: 'main', from: 'start', to: 'ask', times: 1 },
      { threadSpecName: 'main', from: 'ask', to: 'approve', times: 1 },
    ]),
  );
  expect(await docket.as(ada).do('getWfRunPath', { wfRunId, threadRunNumber: 3 })).toEqual({ nodes: [], ways: [] });

  await docket.as(ada).do('stopWfRun', { wfRunId });
  const stopped = await docket.as(ada).do('getWfRunPath', { wfRunId });
  expect(stopped.nodes).toContainEqual({
    threadSpecName: 'main',
    nodeName: 'approve',
    arrivals: 1,
    standing: [{ status: 'HALTED', threads: 1 }],
  });
  await docket.as(ada).do('resumeWfRun', { wfRunId });
});

it('lists the NodeRuns of a node, ended or not', async () => {
  const { wfRunId } = await docket.startApproval();
  const named = async (filter: object) =>
    (await docket.as(ada).do('listNodeRuns', { wfRunId, ...filter })).results.map(({ nodeName }) => nodeName);
  expect(await named({ nodeName: 'ask' })).toEqual(['ask']);
  expect(await named({ nodeName: 'approve', threadSpecName: 'main' })).toEqual(['approve']);
  expect(await named({ nodeName: 'approve', threadSpecName: 'other' })).toEqual([]);
  expect(await named({ threadRunNumber: 1 })).toEqual([]);
  expect(await named({ threadRunNumber: 0 })).toEqual(['start', 'ask', 'approve']);
});

it('counts what has not completed, by WfSpec and status', async () => {
  await docket.as(ada).do('putWfSpec', {
    name: 'counted',
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'it-request',
            userId: { literal: 'fiona' },
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  const ids = await Promise.all([1, 2, 3].map(() => docket.as(robot).do('runWf', { wfSpecName: 'counted' })));
  const [first] = ids;
  if (!first) throw new Error('nothing was started');
  await docket.as(fiona).do('completeUserTaskRun', { wfRunId: first.id, guid: '0-1', results: { item: 'a desk' } });
  const { results } = await docket.as(ada).do('countWfRuns', { wfSpecNames: 'counted,nobody' });
  expect(results).toEqual([{ wfSpecName: 'counted', status: 'RUNNING', count: 2 }]);
});

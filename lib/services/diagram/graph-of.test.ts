import { expect, it } from 'vitest';
import type { WfSpecDiagram } from '#contracts/diagram.ts';
import { type WfSpecBody, wfSpecBody } from '#contracts/wf-spec.ts';
import { graphOf } from './graph-of.ts';
import { layOut } from './lay-out.ts';

const above: object = {
  expression: { left: { variable: 'amount' }, operator: 'GREATER_THAN', right: { literal: 100 } },
};

const order: WfSpecBody = wfSpecBody.parse({
  entrypoint: 'main',
  threads: {
    refund: {
      nodes: {
        begin: { type: 'ENTRYPOINT', edges: [{ to: '1-pay-back-TASK' }] },
        '1-pay-back-TASK': { type: 'TASK', taskDefName: 'pay-back', edges: [{ to: 'end' }] },
        end: { type: 'EXIT' },
      },
    },
    main: {
      variables: [{ name: 'amount', type: 'INT' }],
      nodes: {
        end: { type: 'EXIT' },
        start: { type: 'ENTRYPOINT', edges: [{ to: 'check' }] },
        check: { type: 'NOP', edges: [{ to: 'approve', condition: above }, { to: 'pay' }] },
        approve: {
          type: 'USER_TASK',
          userTaskDefName: 'approve-order',
          userGroup: { literal: 'finance' },
          edges: [{ to: 'check', condition: { literal: false } }, { to: 'pay' }],
        },
        pay: {
          type: 'TASK',
          taskDefName: 'charge',
          failureHandlers: [
            { handler: 'refund', failureName: 'TIMEOUT' },
            { handler: 'refund', failureName: 'declined' },
          ],
          edges: [{ to: 'end' }],
        },
      },
      interrupts: [{ externalEventDefName: 'withdrawn', handler: 'refund' }],
    },
  },
});

it('is a graph of the entrypoint thread first, its nodes in the order in which they are reached', () => {
  const { threads, nodes } = graphOf(order);
  expect(threads).toEqual([
    { name: 'main', isEntrypoint: true },
    { name: 'refund', isEntrypoint: false },
  ]);
  expect(nodes.map(({ id }) => id)).toEqual([
    'main/start',
    'main/check',
    'main/approve',
    'main/pay',
    'main/end',
    'refund/begin',
    'refund/1-pay-back-TASK',
    'refund/end',
  ]);
  expect(nodes[6]).toMatchObject({ label: 'pay-back', type: 'TASK', about: 'pay-back' });
});

it('has conditions as labels, the way that is left as otherwise, and what leads into other threads', () => {
  const { edges } = graphOf(order);
  const told = edges.map(({ kind, from, to, label, otherwise }) => [kind, from, to, otherwise ? 'otherwise' : label]);
  expect(told).toContainEqual(['FLOW', 'main/check', 'main/approve', 'amount > 100']);
  expect(told).toContainEqual(['FLOW', 'main/check', 'main/pay', 'otherwise']);
  expect(told).toContainEqual(['FLOW', 'main/start', 'main/check', null]);
  expect(told).toContainEqual(['HANDLES', 'main/pay', 'refund/begin', 'TIMEOUT, declined']);
  expect(told).toContainEqual(['INTERRUPTS', 'main', 'refund/begin', 'withdrawn']);
});

it('is of one thread alone when that is asked for', () => {
  const { threads, nodes, edges } = graphOf(order, 'refund');
  expect(threads.map(({ name }) => name)).toEqual(['refund']);
  expect(nodes).toHaveLength(3);
  expect(edges.map(({ kind }) => kind)).toEqual(['FLOW', 'FLOW']);
});

const placeOf = ({ nodes }: WfSpecDiagram, id: string) => nodes.find((node) => node.id === id) ?? { x: 0, y: 0 };

it.each(['RIGHT', 'DOWN'] as const)(
  'lays out %s: nodes inside their thread, in reading order, none over another',
  async (direction) => {
    const diagram = await layOut(graphOf(order), direction);
    for (const node of diagram.nodes) {
      const thread = diagram.threads.find(({ name }) => name === node.thread);
      expect(node.x).toBeGreaterThan(thread?.x ?? 0);
      expect(node.x + node.width).toBeLessThan((thread?.x ?? 0) + (thread?.width ?? 0));
      const over = diagram.nodes.filter(
        (other) =>
          other !== node &&
          other.x < node.x + node.width &&
          node.x < other.x + other.width &&
          other.y < node.y + node.height &&
          node.y < other.y + other.height,
      );
      expect(over).toEqual([]);
    }
    const along = (id: string) => placeOf(diagram, id)[direction === 'RIGHT' ? 'x' : 'y'];
    const way = ['main/start', 'main/check', 'main/approve', 'main/pay', 'main/end'].map(along);
    expect(way).toEqual([...way].sort((a, b) => a - b));
    expect(diagram.edges.every(({ points }) => points.length >= 2)).toBe(true);
    expect(diagram.edges.find(({ label }) => label === 'amount > 100')?.labelAt).not.toBeNull();
  },
);

it('leaves words on edges away where there is little room, and gives the same picture again', async () => {
  const small = await layOut(graphOf(order, 'main'), 'DOWN', 'small');
  expect(small.edges.every(({ labelAt }) => labelAt === null)).toBe(true);
  expect(await layOut(graphOf(order, 'main'), 'DOWN', 'small')).toBe(small);
});

import { expect, it } from 'vitest';
import { threadSpec } from '#contracts/wf-spec.ts';
import { inOrder } from './node-order.ts';

const nop = (...to: string[]) => ({ type: 'NOP' as const, edges: to.map((name) => ({ to: name })) });

it('reads an if from the top: the condition, either branch, and where they meet', () => {
  const thread = threadSpec.parse({
    nodes: {
      end: { type: 'EXIT' },
      yes: nop('meet'),
      lost: nop('end'),
      meet: nop('end'),
      no: nop('meet'),
      start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
      ask: nop('yes', 'no'),
    },
  });
  expect(inOrder(thread).map(([name]) => name)).toEqual(['start', 'ask', 'yes', 'no', 'meet', 'end', 'lost']);
});

it('ends on a loop', () => {
  const thread = threadSpec.parse({
    nodes: {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'check' }] },
      check: nop('body', 'end'),
      body: nop('check'),
      end: { type: 'EXIT' },
    },
  });
  expect(inOrder(thread).map(([name]) => name)).toEqual(['start', 'check', 'body', 'end']);
});

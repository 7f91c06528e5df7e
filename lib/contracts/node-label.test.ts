import { expect, it } from 'vitest';
import { nodeLabel } from './node-label.ts';

it.each([
  ['1-approve-USER_TASK', 'approve'],
  ['0-entrypoint-ENTRYPOINT', 'entrypoint'],
  ['12-wait-for-first-WAIT_FOR_THREADS', 'wait-for-first'],
  ['approve', 'approve'],
  ['approve-it', 'approve-it'],
  ['7-EXIT', 'EXIT'],
])('reads %s as %s', (name, label) => {
  expect(nodeLabel(name)).toBe(label);
});

import { expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import { describeAssignment } from './describe-assignment.ts';

const item: VariableAssignment = { variable: 'request', jsonPath: '$.item' };

it.each<[VariableAssignment, string]>([
  [{ literal: 'finance' }, '"finance"'],
  [item, 'request at $.item'],
  [{ nodeOutput: '1-approve-USER_TASK' }, 'output of 1-approve-USER_TASK'],
  [{ format: 'About {0}, {1}', args: [item] }, '"About {request at $.item}, {1}"'],
  [{ not: { variable: 'isApproved' } }, 'not isApproved'],
  [
    {
      expression: {
        left: { expression: { left: { variable: 'a' }, operator: 'ADD', right: { literal: 1 } } },
        operator: 'LESS_THAN_EQ',
        right: { literal: 10 },
      },
    },
    '(a + 1) ≤ 10',
  ],
])('%o reads %s', (assignment, text) => {
  expect(describeAssignment(assignment)).toBe(text);
});

import { expect, it } from 'vitest';
import type { VariableAssignment } from './assignment.ts';
import { describeAssignment, describeMutation } from './describe-assignment.ts';

const item: VariableAssignment = { variable: 'request', jsonPath: '$.item' };

it.each<[VariableAssignment, string]>([
  [{ literal: 'finance' }, '"finance"'],
  [item, 'request[$.item]'],
  [{ nodeOutput: '1-approve-USER_TASK' }, 'output(1-approve-USER_TASK)'],
  [{ format: 'About {0}, {1}', args: [item] }, '"About {request[$.item]}, {1}"'],
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
  [{ variable: 'person', path: ['friends', 0, 'name'] }, 'person.friends[0].name'],
  [{ sizeOf: { variable: 'items' } }, 'size(items)'],
  [{ cast: { variable: 'amount' }, to: { array: 'INT' } }, 'amount as array of INT'],
  [{ struct: 'car', fields: { model: { literal: 'Beetle' } } }, 'car { model: "Beetle" }'],
])('%o reads %s', (assignment, text) => {
  expect(describeAssignment(assignment)).toBe(text);
});

it('says what a mutation does', () => {
  const mutation = { variable: 'order', path: ['total'], operation: 'ADD' as const, value: { literal: 5 } };
  expect(describeMutation(mutation)).toBe('order.total + 5');
  expect(describeMutation({ variable: 'a', operation: 'ASSIGN', value: { literal: 1 } })).toBe('a := 1');
});

import { expect, test } from 'vitest';
import { because } from './reasons.ts';

test('a reason is a sentence in English, and what it is made of', () => {
  expect(because('notMember', { userId: '$& {userGroup}', userGroup: 'finance' })).toEqual({
    detail: '$& {userGroup} is not a member of finance',
    reason: { name: 'notMember', params: { userId: '$& {userGroup}', userGroup: 'finance' } },
  });
  expect(because('lastAdmin')).toEqual({
    detail: 'Somebody must administer: make another person an admin first.',
    reason: { name: 'lastAdmin', params: {} },
  });
});

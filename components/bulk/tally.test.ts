import { expect, it } from 'vitest';
import type { DeskTask, TaskOutcome } from './bulk.ts';
import { tallyOf } from './tally.ts';

const task: DeskTask = {
  wfRunId: 'r',
  guid: '0-1',
  version: 3,
  title: 'Check',
  titles: null,
  context: null,
  userId: null,
  userGroup: 'finance',
  status: 'UNASSIGNED',
};
const outcome = (problem: TaskOutcome['problem']): TaskOutcome => ({ task, problem });
const no = (code: NonNullable<TaskOutcome['problem']>['code'], status?: string) =>
  outcome({ code, detail: 'No.', ...(status && { current: { status } }) });

it('says how many can, and why the others cannot', () => {
  const outcomes = [
    outcome(null),
    no('NOT_FOUND'),
    no('FAILED_PRECONDITION', 'DONE'),
    no('FAILED_PRECONDITION', 'CANCELLED'),
    no('FAILED_PRECONDITION', 'ASSIGNED'),
    no('PERMISSION_DENIED', 'UNASSIGNED'),
    no('UNAVAILABLE'),
    outcome(null),
  ];
  expect(tallyOf(outcomes)).toEqual({
    can: 2,
    cannot: [
      ['finished', 2],
      ['gone', 1],
      ['taken', 1],
      ['refused', 1],
      ['other', 1],
    ],
  });
});

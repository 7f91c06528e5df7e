import { expect, it } from 'vitest';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { askForAll, type Outcome, tallyOf } from './bulk-outcome.ts';
import type { InboxActions } from './inbox-actions.ts';

const outcome = (problem: Outcome['problem']): Outcome => ({ wfRunId: 'r', guid: '0-1', problem });
const no = (code: NonNullable<Outcome['problem']>['code'], status?: string) =>
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

it('asks for two hundred at a time, and keeps what was done when a later call fails', async () => {
  const tasks = Array.from({ length: 450 }, (_, n) => ({ wfRunId: `r${n}`, guid: '0-1' })) as UserTaskRunSummary[];
  const asked: number[] = [];
  const bulk: InboxActions['bulk'] = async ({ ids }) => {
    asked.push(ids.length);
    if (asked.length === 3) throw new Error('offline');
    return { ok: true, value: { results: ids.map((id) => ({ ...id, problem: null })) } };
  };
  expect(await askForAll(bulk, tasks, { action: 'claim' })).toHaveLength(400);
  expect(asked).toEqual([200, 200, 50]);
});

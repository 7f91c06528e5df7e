import { expect, it } from 'vitest';
import type { PersonEvent } from '#contracts/user-task-history.ts';
import { historyCsv } from './history-file.ts';

const entry: PersonEvent = {
  task: {
    wfRunId: 'run-1',
    guid: '0-1',
    wfSpecName: 'invoice',
    userTaskDefName: 'approve',
    userTaskDefVersion: 0,
    title: 'Approve, please',
    titles: null,
    context: '=HYPERLINK("x")',
    status: 'ASSIGNED',
    userId: 'ben',
    userGroup: 'finance',
    requester: null,
    priority: 50,
    dueAt: null,
    followUpAt: null,
    urgencyAt: '2026-11-24T10:00:00.000Z',
    createdAt: '2026-11-24T09:00:00.000Z',
    endedAt: null,
    suspendedAt: null,
    version: 2,
    epoch: 2,
    hasDraft: false,
    commentCount: 0,
  },
  event: {
    seq: 2,
    at: '2026-11-24T10:00:00.000Z',
    actorKind: 'user',
    actorId: 'ana',
    onBehalfOf: null,
    cause: 'hand-over',
    reason: 'on "holiday"\nuntil May',
    hash: '',
    type: 'ASSIGNED',
    before: { userId: 'ana', userGroup: 'finance' },
    after: { userId: 'ben', userGroup: 'finance' },
  },
  heldSeconds: 11.6,
};

it('is a row for each event, quoted where it must be, and never a formula', () => {
  const [head, row] = historyCsv([entry]).split('\r\n');
  expect(head?.split(',').slice(0, 3)).toEqual(['at', 'type', 'cause']);
  expect(row).toBe(
    '2026-11-24T10:00:00.000Z,ASSIGNED,hand-over,user,ana,,"on ""holiday""\nuntil May",ana,finance,ben,finance,12,"Approve, please","\'=HYPERLINK(""x"")",ASSIGNED,invoice,approve,run-1,0-1',
  );
});

import { describe, expect, test } from 'vitest';
import type { Principal } from '#contracts/principal.ts';
import type { UserTaskVerb } from '#contracts/user-task-run.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { actorOf, allowedVerbs, maySee, refuseForeignComment, refuseWish, type TaskFacts } from './user-task.ts';

const person = (userId: string, groups: string[] = [], isAdmin = false): Principal => ({
  kind: 'user',
  tenantId: 't',
  userId,
  displayName: userId,
  groups,
  isAdmin,
});
const CALLERS: Record<string, Principal> = {
  owner: person('owner', ['finance']),
  member: person('member', ['finance']),
  requester: person('requester'),
  pastOwner: person('past'),
  admin: person('admin', [], true),
  service: { kind: 'service', tenantId: 't', keyId: 'k', name: 'robot', scopes: ['user-tasks'] },
  stranger: person('stranger', ['it']),
};

const task = (status: UserTaskStatus, userGroup: string | null = 'finance'): TaskFacts => ({
  status,
  userId: status === 'UNASSIGNED' ? null : 'owner',
  userGroup,
  requester: 'requester',
  excludeUsers: [],
  isSuspended: false,
  ownerMayCancel: false,
  pastOwners: ['past'],
});

type Answer = 'yes' | 403 | 404;
const ask = (caller: string, verb: UserTaskVerb, facts: TaskFacts, ignoreClaim = false): Answer => {
  const principal = CALLERS[caller];
  if (!principal) throw new Error(caller);
  const refusal = refuseWish(principal, facts, { verb, userId: null, ignoreClaim });
  if (!refusal) return 'yes';
  return refusal.code === 'NOT_FOUND' ? 404 : 403;
};

// The whole table, each verb by each caller in each state, is in ../user-task-table.db.test.ts.
describe('who may do what', () => {
  test.each(['DONE', 'CANCELLED'] as const)(
    'whoever sees a %s task is told by the step that it is finished',
    (status) => {
      for (const verb of ['claim', 'release', 'save', 'complete', 'assign', 'cancel'] as const) {
        expect(ask('requester', verb, task(status))).toBe('yes');
        expect(ask('stranger', verb, task(status))).toBe(404);
      }
      expect(ask('member', 'comment', task(status))).toBe('yes');
      expect(ask('requester', 'comment', task(status))).toBe(403);
    },
  );

  test('over the head of its owner only an admin or a service saves', () => {
    const saving = (caller: string) => ask(caller, 'save', task('ASSIGNED'), true);
    expect(['owner', 'member', 'admin', 'service'].map(saving)).toEqual(['yes', 403, 'yes', 'yes']);
  });

  test('who has it cancels it where its form says so, as themself', () => {
    const own = { ...task('ASSIGNED'), ownerMayCancel: true };
    expect(['owner', 'member', 'requester', 'admin'].map((caller) => ask(caller, 'cancel', own))).toEqual([
      'yes',
      403,
      403,
      'yes',
    ]);
    expect(ask('owner', 'cancel', { ...task('UNASSIGNED'), ownerMayCancel: true })).toBe(403);
    expect(allowedVerbs(CALLERS.owner as Principal, own)).toContain('cancel');
    expect(actorOf(CALLERS.owner as Principal, own, 'cancel', null).kind).toBe('user');
  });

  test('a person is no stranger to what they own without being of its group', () => {
    expect(ask('owner', 'complete', task('ASSIGNED', null))).toBe('yes');
    expect(ask('member', 'complete', task('ASSIGNED', null))).toBe(404);
  });
});

test('everyone but a stranger sees a task', () => {
  const seeing = Object.entries(CALLERS).filter(([, principal]) => maySee(principal, task('DONE')));
  expect(seeing.map(([caller]) => caller)).toEqual(['owner', 'member', 'requester', 'pastOwner', 'admin', 'service']);
});

describe('what is offered', () => {
  const offered = (caller: string, facts: TaskFacts) => {
    const principal = CALLERS[caller];
    return principal && allowedVerbs(principal, facts);
  };

  test('follows what a person is to the task, and its status', () => {
    expect(offered('owner', task('ASSIGNED'))).toEqual(['release', 'hand-over', 'save', 'complete', 'comment']);
    expect(offered('owner', task('ASSIGNED', null))).toEqual(['hand-over', 'save', 'complete', 'comment']);
    expect(offered('member', task('UNASSIGNED'))).toEqual(['claim', 'save', 'complete', 'comment']);
    expect(offered('member', task('ASSIGNED'))).toEqual(['comment']);
    expect(offered('requester', task('ASSIGNED'))).toEqual([]);
    expect(offered('admin', task('ASSIGNED'))).toEqual([
      'release',
      'hand-over',
      'take-over',
      'complete',
      'assign',
      'cancel',
      'change-hooks',
      'migrate',
      'comment',
    ]);
    expect(offered('owner', task('DONE'))).toEqual(['comment']);
  });
});

describe('who is recorded', () => {
  const recorded = (caller: string, facts: TaskFacts, actingFor: string | null) => {
    const principal = CALLERS[caller];
    return principal && actorOf(principal, facts, 'complete', actingFor);
  };

  test('an admin as such only where that made it possible', () => {
    expect(recorded('admin', task('ASSIGNED'), 'admin')).toEqual({ kind: 'admin', id: 'admin', onBehalfOf: null });
    const own = { ...task('ASSIGNED'), userId: 'admin' };
    expect(recorded('admin', own, 'admin')).toEqual({ kind: 'user', id: 'admin', onBehalfOf: null });
    expect(recorded('admin', own, 'owner')).toEqual({ kind: 'admin', id: 'admin', onBehalfOf: 'owner' });
  });

  test('a service with the person it acts for', () => {
    expect(recorded('service', task('ASSIGNED'), 'owner')).toEqual({
      kind: 'service',
      id: 'robot',
      onBehalfOf: 'owner',
    });
  });
});

test('a comment is changed by its author or an admin', () => {
  const changing = (caller: string, actingFor: string) => {
    const principal = CALLERS[caller];
    return principal && refuseForeignComment(principal, actingFor, 'member')?.code;
  };
  expect(changing('member', 'member')).toBeUndefined();
  expect(changing('owner', 'owner')).toBe('PERMISSION_DENIED');
  expect(changing('admin', 'admin')).toBeUndefined();
  expect(changing('service', 'owner')).toBe('PERMISSION_DENIED');
  expect(changing('service', 'member')).toBeUndefined();
});

test('a suspended task offers nothing that works on it; drafts, comments and what an admin does go on', () => {
  const suspended = { ...task('ASSIGNED'), isSuspended: true };
  expect(allowedVerbs(CALLERS.owner as Principal, suspended)).toEqual(['save', 'comment']);
  expect(allowedVerbs(CALLERS.admin as Principal, suspended)).toEqual([
    'take-over',
    'assign',
    'cancel',
    'change-hooks',
    'migrate',
    'comment',
  ]);
  expect(allowedVerbs(CALLERS.member as Principal, { ...task('UNASSIGNED'), isSuspended: true })).toEqual([
    'save',
    'comment',
  ]);
});

describe('separation of duties', () => {
  const excluded = { ...task('UNASSIGNED'), excludeUsers: ['member', 'requester', 'admin'] };

  test('beats membership: the task is none of theirs, unless they see it for another reason', () => {
    expect(maySee(CALLERS.member as Principal, excluded)).toBe(false);
    expect(maySee(CALLERS.requester as Principal, excluded)).toBe(true);
    expect(ask('requester', 'complete', excluded)).toBe(403);
  });

  test('binds an admin, also for another, and the person for whom a key acts', () => {
    const wish = { verb: 'complete', userId: 'owner' } as const;
    expect(refuseWish(CALLERS.admin as Principal, excluded, wish)?.detail).toContain('admin may not do this task');
    expect(refuseWish(CALLERS.service as Principal, excluded, { ...wish, userId: 'member' })?.detail).toContain(
      'member may not do this task',
    );
    expect(refuseWish(CALLERS.service as Principal, excluded, wish)).toBeNull();
    expect(allowedVerbs(CALLERS.admin as Principal, excluded)).toEqual([
      'hand-over',
      'assign',
      'cancel',
      'change-hooks',
      'migrate',
      'comment',
    ]);
  });
});

// Lifecycle hooks of user tasks (scenarios UT, decision 7).
import { describe, expect, it } from 'vitest';
import { literal, variable } from '../testing/build-spec.ts';
import {
  armed,
  assignTo,
  cancelAfter,
  changeHook,
  givenHooks,
  ownersOf,
  reassign,
  remind,
  reminders,
  typesOf,
} from '../testing/hook-scenario.ts';
import { accepted, admin, refused, user } from '../testing/scenario.ts';
import { ANSWERS, ofGroup, ofUser } from '../testing/user-task-scenario.ts';

const SECOND = 1000;
const toGroup = { userGroup: literal('g') };
const events = (run: ReturnType<typeof givenHooks>) => run.recorded('UserTaskEventAppended');

describe('reassignment', () => {
  it('UT-01 UT-05 a reminder is sent, and the deadline gives the task back to its group', () => {
    const run = givenHooks([remind('ON_ARRIVAL', 0), reassign('ON_TASK_ASSIGNED', 1, toGroup)], {
      ...ofUser,
      variables: { text: 'hurry' },
    });
    run.elapse(2 * SECOND);
    expect(ownersOf(run.task())).toEqual({ userId: null, userGroup: 'g', status: 'UNASSIGNED' });
    expect(typesOf(run)).toEqual(['ASSIGNED', 'TASK_EXECUTED', 'ASSIGNED']);
    expect(events(run).at(-1)).toMatchObject({
      cause: 'on-task-assigned',
      actor: { kind: 'hook', id: '1-1' },
      body: { before: { userId: 'a', userGroup: 'g' }, after: { userId: null, userGroup: 'g' } },
    });
    // The reminder's TaskRun is there for a worker, with whom it is about.
    expect(reminders(run)).toMatchObject([
      { guid: 'ut-0-1-1', taskDefName: 'remind', userTask: { guid: '0-1', userId: 'a', userGroup: 'g' } },
    ]);
    expect(reminders(run)[0]?.inputs).toEqual([{ name: 'text', value: 'hurry', masked: false }]);
    expect(run.complete('0-1', 'obiwan', ANSWERS).ok).toBe(true);
    run.succeed('0-2');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('UT-10 to another group on a deadline; a cancel afterwards works', () => {
    const run = givenHooks([reassign('ON_TASK_ASSIGNED', 1, { userGroup: literal('it') })], { userId: literal('a') });
    run.elapse(SECOND);
    expect(ownersOf(run.task())).toEqual({ userId: null, userGroup: 'it', status: 'UNASSIGNED' });
    accepted(run.send({ type: 'CancelUserTask', guid: '0-1', reason: null, actor: admin('boss') }));
    expect(run.run().status).toBe('ERROR');
  });

  it('UT-56 a deadline of an earlier owner is void, and that of the new one counts from the assignment', () => {
    const run = givenHooks([reassign('ON_TASK_ASSIGNED', 2, toGroup)], ofUser);
    run.elapse(SECOND);
    assignTo(run, { userId: 'b', userGroup: 'g' });
    run.elapse(1700);
    expect(run.task().userId).toBe('b');
    run.elapse(1800);
    expect(ownersOf(run.task())).toEqual({ userId: null, userGroup: 'g', status: 'UNASSIGNED' });
  });

  it('UT-58 work of a group that nobody claims escalates, from its arrival or from its assignment', () => {
    for (const hook of ['ON_ARRIVAL', 'ON_TASK_ASSIGNED'] as const) {
      const run = givenHooks([reassign(hook, 1, { userId: literal('boss') })], ofGroup);
      run.elapse(3 * SECOND);
      expect(ownersOf(run.task())).toEqual({ userId: 'boss', userGroup: null, status: 'ASSIGNED' });
    }
  });

  it('a chain ends where it would assign to the present owners', () => {
    const run = givenHooks([reassign('ON_TASK_ASSIGNED', 1, { userId: literal('boss') })], ofUser);
    run.elapse(10 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'ASSIGNED']);
    expect(run.task().epoch).toBe(2);
    expect(run.timers()).toEqual([]);
  });

  it('a chain that would not end is over after maxFirings', () => {
    const run = givenHooks(
      [
        reassign('ON_TASK_ASSIGNED', 1, { userId: literal('b') }, { maxFirings: 3 }),
        reassign('ON_TASK_ASSIGNED', 2, { userId: literal('a') }, { maxFirings: 3 }),
      ],
      { userId: literal('a') },
    );
    run.elapse(60 * SECOND);
    const had = run.events().map((event) => (event.type === 'ASSIGNED' ? event.after.userId : event.type));
    expect(had).toEqual(['a', 'b', 'a', 'b', 'a']);
    expect(run.timers()).toEqual([]);
  });

  it('to whom is asked when it fires', () => {
    const run = givenHooks([reassign('ON_ARRIVAL', 5, { userId: variable('text') })], {
      ...ofUser,
      variables: { text: 'early' },
    });
    accepted(run.put('change', { text: 'late', delay: 0 }));
    run.elapse(6 * SECOND);
    expect(run.task().userId).toBe('late');
  });

  it.each([null, '  '])('UT-91 a target that cannot be worked out (%j) cancels the task with that reason', (text) => {
    const run = givenHooks([reassign('ON_TASK_ASSIGNED', 1, { userId: variable('text') })], {
      ...ofUser,
      variables: { text },
    });
    run.elapse(2 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'HOOK_FAILED', 'CANCELLED']);
    expect(events(run).at(-1)).toMatchObject({ actor: { kind: 'hook' }, reason: expect.stringMatching(/userId/i) });
    expect(run.nodeRun(0, 1).failures).toMatchObject([{ name: 'USER_TASK_CANCELLED' }]);
    expect(run.run().status).toBe('ERROR');
  });
});

describe('cancellation', () => {
  it('UT-11 with a business exception that the process handles', () => {
    const run = givenHooks([cancelAfter('ON_ARRIVAL', 2, 'nobody answered')], {
      ...ofUser,
      onCancellationExceptionName: literal('no-response'),
    });
    run.elapse(2 * SECOND);
    expect(events(run).at(-1)).toMatchObject({
      cause: 'on-arrival',
      actor: { kind: 'hook', id: '0-0' },
      reason: 'nobody answered',
      body: { type: 'CANCELLED' },
    });
    expect(run.nodeRun(0, 1).failures).toMatchObject([
      { name: 'no-response', message: 'User task cancelled: nobody answered' },
    ]);
    run.succeed('1-1');
    run.succeed('0-2');
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables.form).toBeNull();
  });

  it('UT-13 a reminder at once, and the end after five seconds; what became of the reminder is nothing to the run', () => {
    const run = givenHooks([remind('ON_ARRIVAL', 0), cancelAfter('ON_ARRIVAL', 5)], ofUser);
    run.elapse(SECOND);
    run.succeed('ut-0-1-1');
    expect(run.recorded('TaskRunEnded')).toMatchObject([{ status: 'SUCCESS', taskRun: { guid: 'ut-0-1-1' } }]);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(5 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'TASK_EXECUTED', 'CANCELLED']);
    expect(run.run().status).toBe('ERROR');
  });

  it('UT-50 is void once the task is done', () => {
    const run = givenHooks([cancelAfter('ON_ARRIVAL', 2), remind('ON_TASK_ASSIGNED', 2)], ofUser);
    run.elapse(500);
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.timers()).toEqual([]);
    // A call that was under way already.
    accepted(run.send({ type: 'FireTimer', key: 'hook 0-1 0 0' }));
    expect(run.task().status).toBe('DONE');
  });

  it('UT-53 a name that cannot be worked out is as none, and the history says so', () => {
    const run = givenHooks([cancelAfter('ON_TASK_ASSIGNED', 2)], {
      ...ofUser,
      onCancellationExceptionName: variable('json', '$.name.first'),
      variables: { json: { name: {} } },
    });
    run.elapse(2 * SECOND);
    expect(run.nodeRun(0, 1).failures).toMatchObject([{ name: 'USER_TASK_CANCELLED' }]);
  });
});

describe('reminders', () => {
  it('UT-59 one of the arrival survives reassignment, and is about the new owner', () => {
    const run = givenHooks([remind('ON_ARRIVAL', 2)], ofUser);
    run.elapse(SECOND);
    assignTo(run, { userId: 'b' });
    run.elapse(2 * SECOND);
    expect(reminders(run)).toMatchObject([{ userTask: { guid: '0-1', userId: 'b', userGroup: null } }]);
  });

  it('UT-61 one of the assignment is armed by each', () => {
    const run = givenHooks([remind('ON_TASK_ASSIGNED', 1)], ofUser);
    run.elapse(2 * SECOND);
    assignTo(run, { userId: 'b', userGroup: 'g' });
    run.elapse(2 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'TASK_EXECUTED', 'ASSIGNED', 'TASK_EXECUTED']);
    expect(reminders(run).map(({ userTask }) => userTask?.userId)).toEqual(['a', 'b']);
    expect(run.task().version).toBe(2);
  });

  it('UT-62 one that fails, after its retries, is harmless', () => {
    const run = givenHooks([remind('ON_ARRIVAL', 0)], ofUser);
    run.elapse(SECOND);
    run.fail('ut-0-1-1');
    run.fail('ut-0-1-1', 'again', { attempt: 1 });
    expect(run.recorded('TaskRunEnded')).toMatchObject([{ status: 'FAILED', taskRun: { guid: 'ut-0-1-1' } }]);
    expect(run.task().status).toBe('ASSIGNED');
    expect(run.run().status).toBe('RUNNING');
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.thread().current).toMatchObject({ position: 2, failures: [] });
  });

  it('one that cannot be worked out is told by the history, and hurts nothing', () => {
    const reminder = remind('ON_ARRIVAL', 0);
    const inputs = [{ cast: variable('json', '$.who'), to: 'INT' as const }];
    const broken = { ...reminder, action: { type: 'TASK' as const, taskDefName: 'remind', inputs } };
    const run = givenHooks([broken], { ...ofUser, variables: { json: { who: 'nobody' } } });
    run.elapse(SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'HOOK_FAILED']);
    expect(run.task().status).toBe('ASSIGNED');
  });
});

describe('delays', () => {
  it('UT-64 from a variable, which may change afterwards without moving what is armed', () => {
    const run = givenHooks([cancelAfter('ON_ARRIVAL', variable('delay'))], { ...ofUser, variables: { delay: 2.5 } });
    accepted(run.put('change', { delay: 100 }));
    run.elapse(2.4 * SECOND);
    expect(run.task().status).toBe('ASSIGNED');
    run.elapse(200);
    expect(run.task().status).toBe('CANCELLED');
  });

  it('up to an instant; one that is past is now', () => {
    const due = '1970-01-01T00:00:30Z';
    const run = givenHooks([cancelAfter('ON_ARRIVAL', variable('due')), remind('ON_ARRIVAL', -5)], {
      ...ofUser,
      variables: { due },
    });
    expect(armed(run).map(({ dueAt }) => dueAt)).toEqual([1001, 30_000]);
    run.elapse(30 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'TASK_EXECUTED', 'CANCELLED']);
  });

  it.each(['ON_ARRIVAL', 'ON_TASK_ASSIGNED', 'ON_INACTIVITY'] as const)(
    'UT-65 a %s whose delay is a text fails the node on arrival, which leaves no task',
    (hook) => {
      const delay = variable('json', '$.soon');
      const run = givenHooks([cancelAfter(hook, delay)], { ...ofUser, variables: { json: { soon: 'soon' } } });
      expect(run.nodeRun(0, 1).failures).toMatchObject([{ name: 'VAR_SUB_ERROR' }]);
      expect(run.nodeRun(0, 1).taskGuid).toBeNull();
      expect(run.recorded('UserTaskRunChanged')).toEqual([]);
      expect(run.timers()).toEqual([]);
    },
  );

  it.each([null, { soon: 'x' }])('one that cannot be armed later (%j) cancels the task that it was to end', (json) => {
    const delay = variable('json', '$.soon');
    const run = givenHooks([cancelAfter('ON_TASK_ASSIGNED', delay), remind('ON_TASK_ASSIGNED', 1)], {
      ...ofUser,
      variables: { json: { soon: 100 } },
    });
    accepted(run.put('change', { delay: 1, json }));
    assignTo(run, { userId: 'b' });
    expect(typesOf(run)).toEqual(['ASSIGNED', 'SUSPENDED', 'RESUMED', 'ASSIGNED', 'HOOK_FAILED', 'CANCELLED']);
    expect(run.run().status).toBe('ERROR');
    expect(run.timers()).toEqual([]);
  });
});

describe('inactivity', () => {
  const release = reassign('ON_INACTIVITY', 10, toGroup);
  const save = (run: ReturnType<typeof givenHooks>, userId: string, myStr: string) =>
    accepted(
      run.send({
        type: 'SaveUserTask',
        guid: '0-1',
        userId,
        results: { myStr },
        ignoreClaim: true,
        actor: user(userId),
      }),
    );

  it('counts from the last save or comment of the owner, and of nobody else', () => {
    const run = givenHooks([release], ofUser);
    run.elapse(6 * SECOND);
    save(run, 'a', 'first');
    run.elapse(6 * SECOND);
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'a', text: 'at it', actor: user('a') }));
    run.elapse(6 * SECOND);
    save(run, 'b', 'over your head');
    expect(run.task().userId).toBe('a');
    run.elapse(4.5 * SECOND);
    expect(ownersOf(run.task())).toEqual({ userId: null, userGroup: 'g', status: 'UNASSIGNED' });
    expect(events(run).at(-1)).toMatchObject({ cause: 'on-inactivity' });
    // Nobody has it: there is nobody to be inactive.
    expect(armed(run)).toEqual([]);
    expect(run.timers()).toEqual([]);
  });

  it('an act writes no timer: the one that is there looks when it is due', () => {
    const run = givenHooks([release], ofUser);
    run.elapse(SECOND);
    for (const text of ['a', 'b', 'c']) expect(save(run, 'a', text).effects).toEqual([]);
    expect(run.timers()).toMatchObject([{ dueAt: 11_001 }]);
    run.elapse(9.5 * SECOND);
    expect(run.timers()).toMatchObject([{ dueAt: armed(run)[0]?.dueAt }]);
  });

  it('a reminder of it comes once, until the owner acts again', () => {
    const run = givenHooks([remind('ON_INACTIVITY', 10, { maxFirings: 2 })], ofUser);
    run.elapse(60 * SECOND);
    expect(reminders(run)).toHaveLength(1);
    save(run, 'a', 'back');
    run.elapse(60 * SECOND);
    expect(reminders(run)).toHaveLength(2);
    save(run, 'a', 'and again');
    run.elapse(60 * SECOND);
    expect(reminders(run)).toHaveLength(2);
  });
});

describe('halting', () => {
  it('UT-74 UT-73 while its thread stands still nothing falls due, and then all moves by that time', () => {
    const run = givenHooks([cancelAfter('ON_ARRIVAL', 10), remind('ON_TASK_ASSIGNED', 5)], ofUser);
    run.elapse(2 * SECOND);
    accepted(run.stop());
    expect(run.timers()).toEqual([]);
    run.elapse(100 * SECOND);
    expect(armed(run)).toMatchObject([{ suspended: true }, { suspended: true }]);
    // A call that was under way already.
    accepted(run.send({ type: 'FireTimer', key: 'hook 0-1 0 0' }));
    expect(typesOf(run)).toEqual(['ASSIGNED', 'SUSPENDED']);
    accepted(run.resume());
    run.elapse(3.5 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'SUSPENDED', 'RESUMED', 'TASK_EXECUTED']);
    run.elapse(3 * SECOND);
    expect(run.task().status).toBe('ASSIGNED');
    run.elapse(2 * SECOND);
    expect(run.task().status).toBe('CANCELLED');
  });

  it('what is armed meanwhile begins to count when it goes on, and an instant moves too', () => {
    const due = '1970-01-01T00:01:00Z';
    const run = givenHooks([remind('ON_TASK_ASSIGNED', 5), cancelAfter('ON_TASK_ASSIGNED', variable('due'))], {
      ...ofUser,
      variables: { due },
    });
    accepted(run.stop());
    run.elapse(10 * SECOND);
    assignTo(run, { userId: 'b' });
    const assignedAt = run.now();
    run.elapse(20 * SECOND);
    expect(armed(run).map(({ dueAt }) => dueAt)).toEqual([run.now() + 5000, 60_000 + run.now() - assignedAt]);
    accepted(run.resume());
    const resumedAt = run.now();
    expect(run.timers().map(({ dueAt }) => dueAt)).toEqual([resumedAt + 5000, 60_000 + resumedAt - assignedAt]);
  });

  it('the reminder that a worker has goes on, and is no task of the thread', () => {
    const run = givenHooks([remind('ON_ARRIVAL', 0)], ofUser);
    run.elapse(SECOND);
    run.claim('ut-0-1-1');
    accepted(run.stop());
    expect(run.thread().status).toBe('HALTED');
    run.fail('ut-0-1-1');
    expect(reminders(run)).toMatchObject([{ attempt: 1, state: 'SCHEDULED' }]);
  });

  it('a halt for good voids all', () => {
    const run = givenHooks([cancelAfter('ON_ARRIVAL', 10), remind('ON_TASK_ASSIGNED', 5)], ofUser);
    accepted(run.put('poke'));
    accepted(run.stop(1));
    expect(run.task().suspendedAt).not.toBeNull();
    accepted(run.send({ type: 'CancelUserTask', guid: '0-1', reason: 'enough', actor: admin('boss') }));
    expect(run.task()).toMatchObject({ status: 'CANCELLED', hooks: [] });
    accepted(run.resume(1));
    accepted(run.put('done'));
    expect(run.run().status).toBe('ERROR');
    expect(run.timers()).toEqual([]);
  });
});

describe('what happens next', () => {
  const three = [
    remind('ON_ARRIVAL', 30),
    reassign('ON_TASK_ASSIGNED', 20, { userId: variable('text') }),
    cancelAfter('ON_ARRIVAL', 10, 'too late'),
  ];

  it('is the hooks that are armed, soonest first, with what they would do now', () => {
    const run = givenHooks(three, { ...ofUser, variables: { text: 'boss' } });
    expect(armed(run)).toEqual([
      {
        id: '2-0',
        hook: 'ON_ARRIVAL',
        action: 'CANCEL',
        dueAt: 11_001,
        suspended: false,
        firingsLeft: 1,
        effect: { type: 'CANCEL', reason: 'too late' },
        problem: null,
      },
      {
        id: '1-1',
        hook: 'ON_TASK_ASSIGNED',
        action: 'REASSIGN',
        dueAt: 21_001,
        suspended: false,
        firingsLeft: 10,
        effect: { type: 'REASSIGN', userId: 'boss', userGroup: null },
        problem: null,
      },
      {
        id: '0-0',
        hook: 'ON_ARRIVAL',
        action: 'TASK',
        dueAt: 31_001,
        suspended: false,
        firingsLeft: 1,
        effect: { type: 'TASK', taskDefName: 'remind' },
        problem: null,
      },
    ]);
  });

  it('says what cannot be worked out as things are', () => {
    const run = givenHooks(three, ofUser);
    expect(armed(run)[1]).toMatchObject({ effect: null, problem: 'There is neither a userId nor a userGroup' });
  });

  it('fire: the event of the admin, then that of the hook, once', () => {
    const run = givenHooks(three, { ...ofUser, variables: { text: 'boss' } });
    accepted(changeHook(run, '1-1', { type: 'FIRE' }));
    expect(run.task().userId).toBe('boss');
    expect(events(run).map(({ cause, actor, reason }) => [cause, actor.kind, reason])).toEqual([
      ['arrival', 'engine', null],
      ['fire-hook', 'admin', 'because'],
      ['on-task-assigned', 'hook', null],
    ]);
    expect(refused(changeHook(run, '1-1', { type: 'FIRE' })).code).toBe('NOT_FOUND');
    expect(armed(run).map(({ id }) => id)).toEqual(['2-0', '1-2', '0-0']);
  });

  it('postpone: it falls due later, and not before', () => {
    const run = givenHooks(three, ofUser);
    expect(refused(changeHook(run, '2-0', { type: 'POSTPONE', until: 11_001 }))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'until' }],
    });
    accepted(changeHook(run, '2-0', { type: 'POSTPONE', until: 15_000 }));
    expect(run.events().at(-1)).toEqual({
      type: 'HOOK_CHANGED',
      hook: { id: '2-0', hook: 'ON_ARRIVAL', action: 'CANCEL' },
      change: 'POSTPONED',
      dueBefore: '1970-01-01T00:00:11.001Z',
      dueAfter: '1970-01-01T00:00:15.000Z',
    });
    run.elapse(13 * SECOND);
    expect(run.task().status).toBe('ASSIGNED');
    run.elapse(SECOND);
    expect(run.task().status).toBe('CANCELLED');
  });

  it('disarm: it never falls due', () => {
    const run = givenHooks(three, ofUser);
    accepted(changeHook(run, '2-0', { type: 'DISARM' }));
    run.elapse(19 * SECOND);
    expect(typesOf(run)).toEqual(['ASSIGNED', 'HOOK_CHANGED']);
  });

  it('of a task that is suspended none is fired, and of a finished one none is changed', () => {
    const run = givenHooks(three, ofUser);
    accepted(run.stop());
    expect(refused(changeHook(run, '2-0', { type: 'FIRE' })).detail).toMatch(/suspended/);
    accepted(changeHook(run, '2-0', { type: 'POSTPONE', until: 60_000 }));
    accepted(run.resume());
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(refused(changeHook(run, '0-0', { type: 'DISARM' }))).toMatchObject({
      code: 'FAILED_PRECONDITION',
      current: { endedBy: 'a' },
    });
    expect(armed(run)).toEqual([]);
  });

  it('an inactivity that an admin put off is not brought forward by an act', () => {
    const run = givenHooks([reassign('ON_INACTIVITY', 10, toGroup)], ofUser);
    accepted(changeHook(run, '0-1', { type: 'POSTPONE', until: 50_000 }));
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'a', text: 'at it', actor: user('a') }));
    expect(armed(run)).toMatchObject([{ dueAt: 50_000 }]);
    run.elapse(48 * SECOND);
    expect(run.task().userId).toBe('a');
    run.elapse(2 * SECOND);
    expect(run.task().userId).toBeNull();
  });
});

it('UT-35 a completion by another arms nothing', () => {
  const run = givenHooks([remind('ON_TASK_ASSIGNED', 1)], ofUser);
  accepted(run.complete('0-1', 'b', ANSWERS));
  expect(typesOf(run)).toEqual(['ASSIGNED', 'ASSIGNED', 'COMPLETED']);
  expect(run.timers()).toEqual([]);
  expect(run.task().hooks).toEqual([]);
});

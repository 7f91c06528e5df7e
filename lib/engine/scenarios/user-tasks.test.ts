// User tasks in threads that halt, fail and loop (scenarios UT, decision 8).
import { describe, expect, it } from 'vitest';
import {
  along,
  assign,
  awaitEvent,
  bodyOf,
  declare,
  doTask,
  expression,
  join,
  literal,
  output,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { accepted, admin, refused, type Scenario, scenario, user } from '../testing/scenario.ts';
import { ANSWERS, FORM } from '../testing/user-task-scenario.ts';

const FORMS = { 'my-form': FORM };
const EVENTS = { poke: {}, done: {}, go: {} };
const ask = (more = {}) =>
  ({ type: 'USER_TASK', userTaskDefName: 'my-form', userId: literal('a'), userGroup: literal('g'), ...more }) as const;

/** `form := ut my-form` at (0,1), with an interrupt. */
function given(more = {}) {
  const run = scenario({
    userTaskDefs: FORMS,
    externalEventDefs: EVENTS,
    wfSpec: processOf({
      main: along(
        { ut: ask(more) },
        {
          variables: declare({ form: 'JSON_OBJ' }),
          mutations: { ut: [assign('form', output('ut'))] },
          interrupts: [{ externalEventDefName: 'poke', handler: 'handle' }],
        },
      ),
      handle: along({ done: awaitEvent('done') }),
      rest: along({}),
    }),
  });
  accepted(run.start());
  return run;
}

const cancel = (run: Scenario, reason: string | null = null) =>
  run.send({ type: 'CancelUserTask', guid: '0-1', reason, actor: admin('boss') });
const assignTo = (run: Scenario, userId: string, cause: 'assign' | 'claim') =>
  run.send({
    type: 'AssignUserTask',
    guid: '0-1',
    owners: { userId, userGroup: 'g' },
    cause,
    onlyFromUnassigned: cause === 'claim',
    reason: null,
    actor: cause === 'assign' ? admin('boss') : user(userId),
  });

describe('a user task in a thread that halts', () => {
  it('UT-73 is suspended by an interrupt, and can be completed after it', () => {
    const run = given();
    accepted(run.put('poke'));
    expect(run.task()).toMatchObject({
      status: 'ASSIGNED',
      userId: 'a',
      userGroup: 'g',
      suspendedAt: run.now(),
      epoch: 1,
    });
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'HALTED', position: 1 });
    expect(refused(run.complete('0-1', 'a', ANSWERS)).code).toBe('FAILED_PRECONDITION');
    accepted(run.put('done'));
    expect(run.task()).toMatchObject({ status: 'ASSIGNED', suspendedAt: null, guid: '0-1' });
    expect(run.nodeRun(0, 1).status).toBe('RUNNING');
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.run().status).toBe('COMPLETED');
    expect(run.thread().variables.form).toEqual(ANSWERS);
    expect(run.events().map(({ type }) => type)).toEqual(['ASSIGNED', 'SUSPENDED', 'RESUMED', 'COMPLETED']);
  });

  it('UT-74 is suspended by a stop, and after a resume is as it was', () => {
    const run = given();
    const before = run.task();
    accepted(run.stop());
    expect(run.task().suspendedAt).toBe(run.now());
    for (const write of [
      assignTo(run, 'b', 'claim'),
      run.send({ type: 'ReleaseUserTask', guid: '0-1', reason: null }),
      run.complete('0-1', 'a', ANSWERS),
    ]) {
      expect(refused(write)).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'ASSIGNED' } });
    }
    accepted(run.resume());
    const { version, nextEventSeq, lastHash, ...same } = before;
    expect(run.task()).toMatchObject(same);
    expect(run.task().version).toBeGreaterThan(version);
    expect(run.task().nextEventSeq).toBe(nextEventSeq + 2);
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('UT-74 takes comments, drafts and an admin’s assignment meanwhile', () => {
    const run = given();
    accepted(run.stop());
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'a', text: 'when?' }));
    accepted(run.send({ type: 'SaveUserTask', guid: '0-1', userId: 'a', results: { myInt: 3 }, ignoreClaim: false }));
    accepted(assignTo(run, 'b', 'assign'));
    expect(run.task()).toMatchObject({ userId: 'b', draft: { myInt: 3 }, epoch: 2 });
    expect(run.task().suspendedAt).not.toBeNull();
    accepted(run.resume());
    accepted(run.complete('0-1', 'b', { myStr: 'x' }));
    expect(run.thread().variables.form).toEqual({ myStr: 'x', myInt: 3 });
  });

  it('that is cancelled meanwhile fails its node on resume, handled as ever', () => {
    const run = given({ failureHandlers: [{ handler: 'rest', failureName: 'USER_TASK_CANCELLED' }] });
    accepted(run.stop());
    accepted(cancel(run, 'not needed'));
    expect(run.task()).toMatchObject({ status: 'CANCELLED', endedBy: 'boss' });
    expect(run.statuses()).toEqual(['HALTED']);
    accepted(run.resume());
    expect(run.statuses()).toEqual(['COMPLETED', 'COMPLETED']);
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'USER_TASK_CANCELLED', handled: true }],
    });
    expect(Object.keys(run.run().userTaskRuns)).toEqual(['0-1']);

    const unhandled = given();
    accepted(unhandled.stop());
    accepted(cancel(unhandled));
    accepted(unhandled.resume());
    expect(unhandled.run().status).toBe('ERROR');
  });
});

describe('a user task in a child thread', () => {
  const family = (strategy: 'ALL' | 'FIRST') => {
    const run = scenario({
      userTaskDefs: FORMS,
      taskDefs: { work: { inputVars: [] } },
      wfSpec: processOf({
        main: along({ a: spawn('asking'), b: spawn('working'), wait: join(['a', 'b'], { strategy }) }),
        asking: along({ ut: ask() }),
        working: along({ work: doTask('work') }),
      }),
    });
    accepted(run.start());
    return run;
  };

  it('UT-76 is cancelled with the failure of the parent; a rescue asks anew', () => {
    const run = family('ALL');
    run.fail('2-1');
    expect(run.statuses()).toEqual(['ERROR', 'HALTED', 'ERROR']);
    expect(run.task('1-1')).toMatchObject({ status: 'CANCELLED', endedBy: null, suspendedAt: null });
    expect(run.recorded('UserTaskEventAppended').at(-1)).toMatchObject({
      cause: 'halt',
      actor: { kind: 'engine' },
      reason: 'Its thread was halted for good',
    });
    expect(run.events('1-1').map(({ type }) => type)).toEqual(['ASSIGNED', 'SUSPENDED', 'CANCELLED']);

    accepted(run.rescue(2));
    expect(run.nodeRun(1, 1).status).toBe('HALTED');
    expect(run.thread(1)).toMatchObject({ status: 'RUNNING', current: { nodeName: 'ut', position: 2 } });
    expect(run.task('1-2')).toMatchObject({ status: 'ASSIGNED', userId: 'a', epoch: 1 });
    accepted(run.complete('1-2', 'a', ANSWERS));
    run.succeed('2-2');
    expect(run.run().status).toBe('COMPLETED');
  });

  it('that loses a race is cancelled; one that wins it is not', () => {
    const lost = family('FIRST');
    lost.succeed('2-1');
    expect(lost.task('1-1').status).toBe('CANCELLED');
    expect(lost.run().status).toBe('COMPLETED');

    const won = family('FIRST');
    accepted(won.complete('1-1', 'a', ANSWERS));
    expect(won.task('1-1').status).toBe('DONE');
    expect(won.run().status).toBe('COMPLETED');
  });
});

it('UT-77 a user task in a loop is a new one each time', () => {
  const run = scenario({
    userTaskDefs: FORMS,
    wfSpec: bodyOf([{ name: 'n', type: 'INT', default: 2 }], {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'ut' }] },
      ut: ask({ edges: [{ to: 'more', mutations: [{ variable: 'n', operation: 'SUBTRACT', value: literal(1) }] }] }),
      more: {
        type: 'NOP',
        edges: [{ to: 'ut', condition: expression(variable('n'), 'GREATER_THAN', literal(0)) }, { to: 'end' }],
      },
      end: { type: 'EXIT' },
    }),
  });
  accepted(run.start());
  accepted(run.complete('0-1', 'a', ANSWERS));
  expect(run.task('0-1').status).toBe('DONE');
  expect(run.task('0-3')).toMatchObject({ status: 'ASSIGNED', position: 3 });
  accepted(run.complete('0-3', 'a', ANSWERS));
  expect(run.run().status).toBe('COMPLETED');
  const guids = run.recorded('UserTaskRunChanged').map(({ userTaskRun }) => userTaskRun.guid);
  expect([...new Set(guids)]).toEqual(['0-1', '0-3']);
});

it('UT-53 the name of the exception is what the variable holds when the task is cancelled', () => {
  const given = (willChange: boolean) => {
    const run = scenario({
      userTaskDefs: FORMS,
      externalEventDefs: EVENTS,
      wfSpec: processOf({
        main: along(
          { a: spawn('child'), ut: ask({ onCancellationExceptionName: variable('name') }) },
          { variables: [{ name: 'name', type: 'STR', default: 'first-name' }] },
        ),
        child: along({ go: awaitEvent('go') }, { mutations: { go: [assign('name', literal('second-name'))] } }),
      }),
    });
    accepted(run.start());
    if (willChange) accepted(run.put('go'));
    accepted(run.send({ type: 'CancelUserTask', guid: '0-2', reason: null, actor: admin('boss') }));
    return run;
  };
  expect(given(true).thread().failure?.name).toBe('second-name');
  expect(given(false).thread().failure?.name).toBe('first-name');
  expect(given(true).run().status).toBe('EXCEPTION');
});

it('UT-55 after a cancel that was handled, what was to be set keeps its old value', () => {
  const run = given({
    onCancellationExceptionName: literal('no-response'),
    failureHandlers: [{ handler: 'rest', failureName: 'no-response' }],
  });
  accepted(cancel(run));
  expect(run.run().status).toBe('COMPLETED');
  expect(run.thread().variables.form).toBeNull();

  const completed = given({ failureHandlers: [{ handler: 'rest' }] });
  accepted(completed.complete('0-1', 'a', ANSWERS));
  expect(completed.thread().variables.form).toEqual(ANSWERS);
});

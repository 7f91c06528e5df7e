// User tasks: arrival, ownership, answers, cancelling (scenarios UT).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import { storedFamily } from '../stored-family.ts';
import { assign, declare, expression, literal, road, variable } from '../testing/build-spec.ts';
import { accepted, admin, refused, type Scenario, scenario, user } from '../testing/scenario.ts';
import { ANSWERS, FORM, given, ofGroup, ofUser } from '../testing/user-task-scenario.ts';

function assignTo(run: Scenario, owners: Partial<Owners>, onlyFromUnassigned = false, more = {}) {
  const both = { userId: null, userGroup: null, ...owners };
  const command = { type: 'AssignUserTask', guid: '0-1', cause: 'assign', reason: null } as const;
  return run.send({ ...command, owners: both, onlyFromUnassigned, actor: admin('boss'), ...more });
}
const claim = (run: Scenario, userId: string, more = {}) =>
  assignTo(run, { userId, userGroup: 'g' }, true, { cause: 'claim', actor: user(userId), ...more });
const release = (run: Scenario) => run.send({ type: 'ReleaseUserTask', guid: '0-1', reason: 'on holiday' });
const save = (run: Scenario, userId: string, results: JsonObject, ignoreClaim = false) =>
  run.send({ type: 'SaveUserTask', guid: '0-1', userId, results, ignoreClaim });
const cancel = (run: Scenario, reason: string | null = null) =>
  run.send({ type: 'CancelUserTask', guid: '0-1', reason, actor: admin('boss') });

describe('arrival', () => {
  it('UT-25: a task of a user is ASSIGNED, epoch 1, with one event and the guid of its position', () => {
    const run = given(ofUser);
    expect(run.task()).toMatchObject({
      guid: '0-1',
      status: 'ASSIGNED',
      userId: 'a',
      userGroup: 'g',
      epoch: 1,
      version: 1,
    });
    expect(run.events()).toEqual([{ type: 'ASSIGNED', before: null, after: { userId: 'a', userGroup: 'g' } }]);
    expect(run.recorded('UserTaskEventAppended')[0]).toMatchObject({
      seq: 0,
      cause: 'arrival',
      actor: { kind: 'engine' },
    });
    expect(run.nodeRun(0, 1)).toMatchObject({ nodeName: 'ut', taskGuid: '0-1' });
  });

  it('UT-26: a task of a group alone is UNASSIGNED', () => {
    const run = given(ofGroup);
    expect(run.task()).toMatchObject({ status: 'UNASSIGNED', userId: null, userGroup: 'g' });
    expect(run.events()).toHaveLength(1);
  });

  const fromVariables = { userId: variable('userId'), userGroup: variable('userGroup') };

  it.each([
    ['UT-07', 'a blank group', { userGroup: '' }, "Invalid group task assignment. UserGroup can't be empty"],
    ['UT-14', 'neither', {}, 'Invalid user task assignment'],
    ['11.5', 'a blank user', { userId: ' ', userGroup: 'g' }, "Invalid user task assignment. UserId can't be empty"],
  ])('%s: %s is a VAR_ERROR, and there is no UserTaskRun', (_number, _what, variables, message) => {
    const run = given(fromVariables, variables);
    const failure = { name: 'VAR_ERROR', message, content: null };
    expect(run.nodeRuns().at(-1)).toMatchObject({ position: 1, taskGuid: null, failures: [failure] });
    expect(run.run()).toMatchObject({ status: 'ERROR', userTaskRuns: {} });
    expect(run.recorded('UserTaskRunChanged')).toEqual([]);
  });

  it('an owner that is no text is a VAR_SUB_ERROR', () => {
    const run = given({ userId: variable('json', '$.who') }, { json: { who: { name: 'a' } } });
    expect(run.thread().failure?.name).toBe('VAR_SUB_ERROR');
  });

  it('UT-67: notes quote variables; from one that is null there are none', () => {
    const quoting: VariableAssignment = { format: 'Order {0}', args: [variable('text')] };
    expect(given({ ...ofGroup, notes: quoting }, { text: 'lamp' }).task().notes).toBe('Order lamp');
    expect(given({ ...ofGroup, notes: variable('text') }).task().notes).toBeNull();
  });

  it('the title is the node’s, else the form’s', () => {
    expect(given({ ...ofGroup, title: variable('text') }, { text: 'Lamp for Maria' }).task().title).toBe(
      'Lamp for Maria',
    );
    expect(given({ ...ofGroup, title: variable('text') }).task().title).toBe('A form');
    expect(given({ ...ofGroup, context: literal('one line') }).task()).toMatchObject({
      title: 'A form',
      context: 'one line',
    });
  });

  it('the title of a form in several languages is kept in all of them; that of a node is as it is', () => {
    const displayName = { en: 'Travel request', de: 'Reiseantrag' };
    const of = (title?: VariableAssignment) => {
      const node = { type: 'USER_TASK' as const, userTaskDefName: 'trip', userTaskDefVersion: 0, ...ofGroup };
      const wfSpec = road([], { ask: title ? { ...node, title } : node });
      const run = scenario({ userTaskDefs: { trip: { displayName, fields: [] } }, wfSpec });
      accepted(run.start());
      return run.task();
    };
    expect(of()).toMatchObject({ title: 'Travel request', titles: displayName });
    expect(of(literal('To Rome')).title).toBe('To Rome');
    expect(of(literal('To Rome'))).not.toHaveProperty('titles');
    expect(of(literal(' '))).toMatchObject({ title: 'Travel request', titles: displayName });
  });
});

describe('assign, claim, release', () => {
  it('UT-28: of two claims one wins, and the other is told who has it', () => {
    const run = given(ofGroup);
    accepted(claim(run, 'a'));
    const refusal = refused(claim(run, 'b', { expectedVersion: 1 }));
    expect(refusal).toMatchObject({
      code: 'FAILED_PRECONDITION',
      current: { status: 'ASSIGNED', userId: 'a', version: 2 },
    });
    expect(refusal.detail).toContain('already assigned to a');
    expect(run.events().map((event) => event.type)).toEqual(['ASSIGNED', 'ASSIGNED']);
    expect(run.recorded('UserTaskEventAppended').at(-1)).toMatchObject({ cause: 'claim', actor: { id: 'a' } });
    expect(run.task()).toMatchObject({ status: 'ASSIGNED', userId: 'a', userGroup: 'g', epoch: 2 });
  });

  it('UT-29: another user’s task is only handed over on purpose', () => {
    const run = given(ofUser);
    expect(refused(assignTo(run, { userId: 'b' }, true)).code).toBe('FAILED_PRECONDITION');
    accepted(assignTo(run, { userId: 'b' }));
    expect(run.task()).toMatchObject({ status: 'ASSIGNED', userId: 'b', userGroup: null, epoch: 2, version: 2 });
  });

  it('UT-31: an assignment to nobody is INVALID_ARGUMENT', () => {
    expect(refused(assignTo(given(ofUser), {})).code).toBe('INVALID_ARGUMENT');
  });

  it('UT-34: an assignment to a group takes it from its user', () => {
    const run = given(ofUser);
    accepted(assignTo(run, { userGroup: 'h' }));
    expect(run.task()).toMatchObject({ status: 'UNASSIGNED', userId: null, userGroup: 'h' });
    expect(run.events().at(-1)).toEqual({
      type: 'ASSIGNED',
      before: { userId: 'a', userGroup: 'g' },
      after: { userId: null, userGroup: 'h' },
    });
  });

  it('to those who have it already it changes nothing (decision 7); to others it does', () => {
    const run = given(ofUser);
    const before = run.family();
    expect(accepted(assignTo(run, { userId: 'a', userGroup: 'g' }))).toEqual({
      ok: true,
      family: before,
      records: [],
      effects: [],
    });
    expect(run.family()).toBe(before);
    expect(accepted(assignTo(run, { userId: 'a', userGroup: 'h' })).records).not.toEqual([]);
  });

  it('release gives it back to the group, with the reason; without a group it is refused', () => {
    const run = given(ofUser);
    accepted(release(run));
    expect(run.task()).toMatchObject({ status: 'UNASSIGNED', userId: null, userGroup: 'g', epoch: 2 });
    expect(run.recorded('UserTaskEventAppended').at(-1)).toMatchObject({ cause: 'release', reason: 'on holiday' });
    expect(refused(release(given({ userId: literal('a') }))).code).toBe('FAILED_PRECONDITION');
  });

  it('a write that saw an older version is ABORTED with the present state (decision 6)', () => {
    const run = given(ofUser);
    accepted(assignTo(run, { userId: 'b' }, false, { expectedVersion: 1 }));
    const refusal = refused(assignTo(run, { userId: 'c' }, false, { expectedVersion: 1 }));
    expect(refusal).toMatchObject({ code: 'ABORTED', current: { userId: 'b', version: 2 } });
  });

  it('is NOT_FOUND for a task or a run that is not there', () => {
    const run = given(ofUser);
    expect(refused(run.send({ type: 'ReleaseUserTask', guid: '0-7', reason: null })).code).toBe('NOT_FOUND');
    const empty = scenario({ wfSpec: road([], {}) });
    expect(refused(empty.send({ type: 'ReleaseUserTask', guid: '0-1', reason: null })).code).toBe('NOT_FOUND');
  });
});

describe('complete', () => {
  it('UT-01: the answers are the output, and the workflow goes on with them in the same step', () => {
    const run = given(ofUser);
    const { records } = accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.task()).toMatchObject({ status: 'DONE', results: ANSWERS, endedBy: 'a', userId: 'a' });
    expect(run.events().at(-1)).toEqual({ type: 'COMPLETED', results: ANSWERS });
    expect(run.thread().variables.form).toEqual(ANSWERS);
    expect(run.run().taskRuns['0-2']?.inputs).toEqual([{ name: 'form', value: ANSWERS, masked: false }]);
    expect(records.map((record) => record.type)).toContain('UserTaskRunChanged');
    expect(run.scheduled()).toEqual(['my-task']);
  });

  it('UT-40, UT-41: an optional field that is left out or null is no key of the output', () => {
    for (const results of [ANSWERS, { ...ANSWERS, comment: null }]) {
      const run = given(ofUser);
      accepted(run.complete('0-1', 'a', results));
      expect(run.thread().variables.form).toEqual(ANSWERS);
    }
  });

  it('UT-37, UT-38: unknown fields, wrong types and missing ones are named, all at once, and nothing changes (decision 4)', () => {
    const run = given(ofUser);
    const refusal = refused(run.complete('0-1', 'b', { myInt: 'x', foreign: 1 }));
    expect(refusal.code).toBe('INVALID_ARGUMENT');
    expect(refusal.errors?.map((error) => error.path)).toEqual(['results.foreign', 'results.myStr', 'results.myInt']);
    expect(run.task()).toMatchObject({ status: 'ASSIGNED', userId: 'a' });
  });

  it.each([
    ['UT-35: by another user, a completion', ofUser, user('b'), 'completion'],
    ['by an admin, a take-over', ofUser, admin('b'), 'take-over'],
    ['of unclaimed work, a claim', ofGroup, user('b'), 'claim'],
  ] as const)('%s, is first handed to whoever completes it', (_what, owners, actor, cause) => {
    const run = given(owners);
    accepted(run.complete('0-1', 'b', ANSWERS, actor));
    expect(run.events().map((event) => event.type)).toEqual(['ASSIGNED', 'ASSIGNED', 'COMPLETED']);
    expect(run.recorded('UserTaskEventAppended')[1]).toMatchObject({ cause, actor });
    expect(run.task()).toMatchObject({ status: 'DONE', userId: 'b', userGroup: 'g', endedBy: 'b' });
  });

  it('the very same again changes nothing; another’s, or other answers, are told who did it (decision 1)', () => {
    const run = given(ofUser);
    accepted(run.complete('0-1', 'a', ANSWERS));
    const after = run.family();
    expect(accepted(run.complete('0-1', 'a', ANSWERS))).toEqual({ ok: true, family: after, records: [], effects: [] });
    for (const refusal of [
      refused(run.complete('0-1', 'a', { ...ANSWERS, myInt: 138 })),
      refused(run.complete('0-1', 'b', ANSWERS)),
    ]) {
      expect(refusal).toMatchObject({
        code: 'FAILED_PRECONDITION',
        current: { status: 'DONE', endedBy: 'a', userId: 'a' },
      });
      expect(refusal.detail).toBe('This task is DONE: a completed it');
    }
  });

  it('UT-77: in a row two tasks have two guids', () => {
    const node = { type: 'USER_TASK', userTaskDefName: 'my-form', userTaskDefVersion: 0, ...ofUser } as const;
    const run = scenario({ userTaskDefs: { 'my-form': FORM }, wfSpec: road([], { first: node, second: node }) });
    run.start();
    accepted(run.complete('0-1', 'a', ANSWERS));
    expect(run.task('0-2').status).toBe('ASSIGNED');
    accepted(run.complete('0-2', 'a', ANSWERS));
    expect(run.run().status).toBe('COMPLETED');
  });
});

describe('save', () => {
  it('UT-02, UT-44: lays answers over those saved before, and says what changed', () => {
    const run = given(ofUser);
    accepted(save(run, 'a', { myStr: 'hello', myInt: 1 }));
    accepted(save(run, 'a', { myStr: null, myInt: 2 }));
    expect(run.task()).toMatchObject({ draft: { myInt: 2 }, version: 1, epoch: 1, status: 'ASSIGNED' });
    expect(run.events().at(-1)).toMatchObject({
      type: 'SAVED',
      changes: [
        { field: 'myStr', before: 'hello', after: null },
        { field: 'myInt', before: 1, after: 2 },
      ],
    });
    expect(run.recorded('UserTaskDraftSaved').at(-1)).toMatchObject({
      results: { myInt: 2 },
      saving: { savedBy: 'a', sitting: null },
    });
    expect(run.run().status).toBe('RUNNING');
  });

  it('says nothing when nothing changed', () => {
    const run = given(ofUser);
    accepted(save(run, 'a', { myInt: 1 }));
    expect(accepted(save(run, 'a', { myInt: 1, comment: null })).records).toEqual([]);
  });

  it('UT-04: another’s task only with IGNORE_CLAIM', () => {
    const run = given(ofUser);
    expect(refused(save(run, 'b', { myInt: 1 })).code).toBe('FAILED_PRECONDITION');
    accepted(save(run, 'b', { myInt: 1 }, true));
    expect(run.task()).toMatchObject({ userId: 'a', draft: { myInt: 1 } });
  });

  it('UT-47: on unclaimed work it stays UNASSIGNED', () => {
    const run = given(ofGroup);
    accepted(save(run, 'b', { myInt: 1 }));
    expect(run.task().status).toBe('UNASSIGNED');
  });

  it('UT-43: what was saved counts when the task is completed', () => {
    const run = given(ofUser);
    accepted(save(run, 'a', { myStr: 'saved', comment: 'kept' }));
    accepted(run.complete('0-1', 'a', { myInt: 1 }));
    expect(run.task()).toMatchObject({ results: { myStr: 'saved', myInt: 1, comment: 'kept' }, draft: null });
    expect(accepted(run.complete('0-1', 'a', { myInt: 1 })).records).toEqual([]);
  });

  it('checks what it is given', () => {
    const refusal = refused(save(given(ofUser), 'a', { myInt: 'x' }));
    expect(refusal.errors).toMatchObject([{ path: 'results.myInt' }]);
  });
});

describe('a form with rules', () => {
  const form = {
    displayName: { de: 'Reise', en: 'Trip' },
    fields: [
      { name: 'kind', type: 'STR' as const, options: [{ value: 'trip' }, { value: 'thing' }], defaultValue: 'trip' },
      {
        name: 'from',
        type: 'TIMESTAMP' as const,
        visibleWhen: { field: 'kind', op: 'equals' as const, value: 'trip' },
      },
      { name: 'rate', type: 'DOUBLE' as const, readOnly: true, defaultValue: 2 },
      { name: 'places', type: 'JSON_ARR' as const, required: false, maxLength: 2 },
      { name: 'more', type: 'JSON_OBJ' as const, required: false },
    ],
  };
  const types = { isLate: 'BOOL', half: 'DOUBLE', from: 'TIMESTAMP', place: 'STR' } as const;
  const at = (...path: string[]): VariableAssignment => ({ nodeOutput: 'ut', path });
  const asked = () => {
    const run = scenario({
      userTaskDefs: { trip: form },
      wfSpec: road(
        declare(types),
        { ut: { type: 'USER_TASK', userTaskDefName: 'trip', userTaskDefVersion: 0, ...ofUser } },
        {
          ut: [
            assign('from', at('from')),
            assign('isLate', expression(at('from'), 'GREATER_THAN', variable('from'))),
            assign('half', expression(at('rate'), 'DIVIDE', literal(4))),
            assign('place', at('more', 'place')),
          ],
        },
      ),
    });
    accepted(run.start());
    return run;
  };

  it('starts with its defaults: a draft is laid over them, and the history says what was changed', () => {
    const run = asked();
    expect(run.task()).toMatchObject({ title: 'Trip', draft: null });
    expect(accepted(save(run, 'a', { kind: 'trip' })).records).toEqual([]);
    accepted(save(run, 'a', { kind: null, from: '2026-05-01T10:00:00+02:00' }));
    expect(run.task().draft).toEqual({ from: '2026-05-01T10:00:00+02:00', rate: 2 });
    expect(run.events().at(-1)).toMatchObject({
      changes: [
        { field: 'kind', before: 'trip', after: null },
        { field: 'from', before: null, after: '2026-05-01T10:00:00+02:00' },
      ],
    });
    expect(refused(run.complete('0-1', 'a', {})).errors).toEqual([
      { path: 'results.kind', message: 'kind is required', rule: 'required' },
    ]);
  });

  it('is checked as a whole: hidden answers are dropped, fixed ones stay, each fault is named', () => {
    const run = asked();
    expect(refused(save(run, 'a', { rate: 3 })).errors).toEqual([
      { path: 'results.rate', message: 'rate cannot be changed', rule: 'fixed' },
    ]);
    expect(refused(run.complete('0-1', 'a', { places: [1, 2, 3] })).errors).toEqual([
      { path: 'results.from', message: 'from is required', rule: 'required' },
      {
        path: 'results.places',
        message: 'places must have at most 2 entries',
        rule: 'maxLength',
        params: { maxLength: 2 },
      },
    ]);
    accepted(run.complete('0-1', 'a', { kind: 'thing', from: 'whenever', more: { place: 'Graz' } }));
    expect(run.task().results).toEqual({ kind: 'thing', rate: 2, more: { place: 'Graz' } });
  });

  it('gives its types to the workflow: an instant is one, and a whole DOUBLE is divided as such', () => {
    const run = asked();
    accepted(run.complete('0-1', 'a', { from: '2026-05-01T10:00:00+02:00', more: { place: 'Graz' } }));
    expect(run.thread().variables).toEqual({
      from: '2026-05-01T08:00:00.000Z',
      isLate: false,
      half: 0.5,
      place: 'Graz',
    });
    expect(run.run().status).toBe('COMPLETED');
  });
});

describe('cancel', () => {
  it('fails node and run as USER_TASK_CANCELLED, with the reason (decision 9)', () => {
    const run = given(ofUser);
    accepted(cancel(run, 'no longer needed'));
    expect(run.task()).toMatchObject({ status: 'CANCELLED', endedBy: 'boss', userId: 'a' });
    expect(run.recorded('UserTaskEventAppended').at(-1)).toMatchObject({
      body: { type: 'CANCELLED' },
      reason: 'no longer needed',
    });
    const failure = { name: 'USER_TASK_CANCELLED', message: 'User task cancelled: no longer needed', content: null };
    expect(run.nodeRun(0, 1)).toMatchObject({ status: 'ERROR', failures: [failure] });
    expect(run.run().status).toBe('ERROR');
  });

  it('UT-52: under a name of its own it is an EXCEPTION', () => {
    const run = given({ ...ofUser, onCancellationExceptionName: literal('no-response') });
    accepted(cancel(run));
    expect(run.run().status).toBe('EXCEPTION');
    expect(run.thread().failure).toMatchObject({ name: 'no-response', message: 'User task cancelled' });
  });

  it('UT-53: the name may come from a variable; a blank one counts as none', () => {
    const named = given({ ...ofUser, onCancellationExceptionName: variable('text') }, { text: 'too-late' });
    accepted(cancel(named));
    expect(named.thread().failure?.name).toBe('too-late');
    const blank = given({ ...ofUser, onCancellationExceptionName: variable('text') }, { text: ' ' });
    accepted(cancel(blank));
    expect(blank.thread().failure?.name).toBe('USER_TASK_CANCELLED');
  });

  it('does not happen when its name cannot be worked out', () => {
    const run = given({ ...ofUser, onCancellationExceptionName: variable('json', '$.name') }, { json: { name: {} } });
    expect(refused(cancel(run)).code).toBe('INVALID_ARGUMENT');
    expect(run.task().status).toBe('ASSIGNED');
  });
});

describe('a finished task', () => {
  const ends = {
    done: (run: Scenario) => run.complete('0-1', 'a', ANSWERS),
    cancelled: (run: Scenario) => cancel(run),
  };
  const writes = {
    assign: (run: Scenario) => assignTo(run, { userId: 'b' }),
    claim: (run: Scenario) => claim(run, 'b'),
    release,
    save: (run: Scenario) => save(run, 'a', { myInt: 1 }),
    complete: (run: Scenario) => run.complete('0-1', 'b', ANSWERS),
    cancel: (run: Scenario) => cancel(run),
  };

  it.each(
    Object.entries(ends).flatMap(([status, end]) =>
      Object.entries(writes).map(([verb, write]) => ({ status: status.toUpperCase(), verb, end, write })),
    ),
  )('UT-32, UT-46, UT-49: $status takes no $verb, and says who ended it', ({ status, end, write }) => {
    const open = given(ofUser);
    expect(write === writes.claim || write(open).ok).toBe(true);

    const run = given(ofUser);
    accepted(end(run));
    const refusal = refused(write(run));
    const endedBy = status === 'DONE' ? 'a' : 'boss';
    expect(refusal).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status, endedBy, version: 2 } });
    expect(refusal.detail).toContain(`This task is ${status}: ${endedBy}`);
    expect(run.task().status).toBe(status);
  });

  it('UT-82: takes comments', () => {
    const run = given(ofUser);
    accepted(run.complete('0-1', 'a', ANSWERS));
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'b', text: 'why?' }));
    expect(run.events().at(-1)).toEqual({ type: 'COMMENT_ADDED', commentId: 1, text: 'why?' });
  });

  it('is not stored with the family, nor are drafts and comments', () => {
    const run = given(ofUser);
    accepted(save(run, 'a', { myInt: 1 }));
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'b', text: 'why?' }));
    const family = run.family();
    if (!family) throw new Error('no family');
    expect(storedFamily(family).runs['run-1']?.userTaskRuns['0-1']).toMatchObject({
      draft: null,
      comments: {},
      nextCommentId: 2,
    });
    accepted(run.complete('0-1', 'a', ANSWERS));
    const after = run.family();
    if (!after) throw new Error('no family');
    expect(storedFamily(after).runs['run-1']?.userTaskRuns).toEqual({});
  });
});

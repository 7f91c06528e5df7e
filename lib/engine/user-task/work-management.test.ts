// What a node says of its work beside who is to do it (decision 12).
import { describe, expect, it } from 'vitest';
import { expression, literal, road, variable } from '../testing/build-spec.ts';
import { accepted, refused, scenario, user } from '../testing/scenario.ts';
import { ANSWERS, FORM, given, ofGroup, ofUser } from '../testing/user-task-scenario.ts';

const timestamp = (text: string) => ({ literal: text, type: 'TIMESTAMP' as const });
const inJson = (jsonPath: string) => ({ variable: 'json', jsonPath });
const missing = expression(inJson('$.a'), 'ADD', literal('x'));
const failureOf = (run: ReturnType<typeof given>) => run.thread().current.failures[0];

describe('a task arrives', () => {
  it('with what its node says', () => {
    const run = given(
      {
        ...ofGroup,
        priority: expression(literal(30), 'ADD', literal(40)),
        dueAt: timestamp('2026-12-01T00:00:00Z'),
        followUpAt: literal('2026-11-30T00:00:00Z'),
        requester: variable('text'),
        excludeUsers: [variable('text'), literal(['ben', 'cid']), variable('userId')],
        details: [
          { label: 'Amount', value: literal(2300) },
          { label: 'Order', value: variable('json') },
        ],
      },
      { text: 'maria', json: { lines: 2 } },
    );
    expect(run.task()).toMatchObject({
      priority: 70,
      dueAt: Date.UTC(2026, 11, 1),
      followUpAt: Date.UTC(2026, 10, 30),
      requester: 'maria',
      excludeUsers: ['maria', 'ben', 'cid'],
      details: [
        { label: 'Amount', value: 2300 },
        { label: 'Order', value: { lines: 2 } },
      ],
    });
  });

  it('with a due date in seconds from then on', () => {
    const run = given({ ...ofGroup, dueAt: literal(90), followUpAt: literal(0.5) });
    const { createdAt, dueAt, followUpAt } = run.task();
    expect([dueAt, followUpAt]).toEqual([createdAt + 90_000, createdAt + 500]);
  });

  it('with nothing of it where the node says nothing, or null; its requester is the run’s', () => {
    const plain = { priority: 50, dueAt: null, followUpAt: null, excludeUsers: [], details: [] };
    expect(given(ofUser).task()).toMatchObject(plain);
    const nothing = variable('text');
    const none = inJson('$.none');
    const run = given({ ...ofUser, priority: none, dueAt: nothing, requester: nothing, excludeUsers: [nothing] });
    expect(run.task()).toMatchObject({ ...plain, requester: run.run().requester });
  });
});

it('excludes the requester, and whoever did an earlier step the last time', () => {
  const step = { type: 'USER_TASK', userTaskDefName: 'my-form', userTaskDefVersion: 0, ...ofGroup } as const;
  const run = scenario({
    userTaskDefs: { 'my-form': FORM },
    wfSpec: road([], {
      enter: step,
      check: { ...step, excludeUsers: [{ requester: true }, { doneBy: 'enter' }, { doneBy: 'check' }] },
    }),
  });
  accepted(run.start());
  accepted(run.send({ type: 'CompleteUserTask', guid: '0-1', userId: 'ann', results: ANSWERS, actor: user('ann') }));
  expect(run.task('0-2').excludeUsers).toEqual([run.run().requester, 'ann']);
  const complete = (userId: string) =>
    run.send({ type: 'CompleteUserTask', guid: '0-2', userId, results: ANSWERS, actor: user(userId) });
  expect(refused(complete('ann'))).toMatchObject({ code: 'PERMISSION_DENIED' });
  accepted(complete('bob'));
});

describe('the node fails', () => {
  it.each([
    ['VAR_ERROR', { priority: inJson('$.a') }, { json: { a: 101 } }, /priority: it must be 0 to 100, not 101/],
    ['VAR_SUB_ERROR', { priority: inJson('$.a') }, { json: { a: 'high' } }, /priority/],
    ['VAR_ERROR', { requester: variable('text') }, { text: ' ' }, /requester: it can't be empty/],
    ['VAR_ERROR', { excludeUsers: [variable('text')] }, { text: '' }, /excludeUsers.0: it can't be empty/],
    ['VAR_ERROR', { userId: literal('a'), excludeUsers: [literal('a')] }, {}, /a is excluded from this task/],
    ['VAR_SUB_ERROR', { dueAt: variable('text') }, { text: 'soon' }, /dueAt: it must be a TIMESTAMP/],
    ['VAR_SUB_ERROR', { dueAt: literal(1e15) }, {}, /in the years 1 to 9999/],
    ['VAR_SUB_ERROR', { details: [{ label: 'x', value: missing }] }, { json: { a: 1 } }, /details.0/],
  ])('with %s for %j', (name, node, variables, message) => {
    const failure = failureOf(given({ ...ofGroup, ...node }, variables));
    expect(failure?.name).toBe(name);
    expect(failure?.message).toMatch(message);
  });
});

import { describe, expect, it } from 'vitest';
import type { Owners, UserTaskEvent, UserTaskEventBody, UserTaskRun } from '#contracts/user-task-run.ts';
import { kindsOf, lastTurn, ofKinds, storyOf, trimLine, turnOf } from './task-story.ts';
import { whyMine } from './why-mine.ts';

const finance: Owners = { userId: null, userGroup: 'finance' };
const ana: Owners = { userId: 'ana', userGroup: 'finance' };

function event(seq: number, at: string, cause: UserTaskEvent['cause'], body: UserTaskEventBody): UserTaskEvent {
  const actor =
    cause === 'arrival'
      ? { actorKind: 'engine' as const, actorId: null }
      : { actorKind: 'user' as const, actorId: 'ana' };
  return { seq, at: `2026-11-24T${at}Z`, onBehalfOf: null, reason: null, hash: '', cause, ...actor, ...body };
}

const arrived = event(0, '06:00:00', 'arrival', { type: 'ASSIGNED', before: null, after: finance });
const claimed = event(1, '10:00:00', 'claim', { type: 'ASSIGNED', before: finance, after: ana });
const commented = event(2, '10:05:00', 'comment', { type: 'COMMENT_ADDED', commentId: 1, text: 'Checking' });
const completed = event(3, '10:20:00', 'complete', { type: 'COMPLETED', results: {} });
const history = [arrived, claimed, commented, completed];

describe('storyOf', () => {
  it('says how long each owner held the task, and of comments nothing', () => {
    const minutes = storyOf(history).map(({ heldMs }) => (heldMs === null ? null : heldMs / 60_000));
    expect(minutes).toEqual([null, 240, null, 20]);
  });
});

describe('lastTurn', () => {
  const task = (status: UserTaskRun['status'], events: UserTaskEvent[]) => ({ status, events }) as UserTaskRun;

  it('is what somebody who came second is told', () => {
    expect(lastTurn(task('ASSIGNED', [arrived, claimed, commented]))).toBe(claimed);
    expect(lastTurn(task('DONE', history))).toBe(completed);
    expect([claimed, completed].map(turnOf)).toEqual(['claimed', 'completed']);
  });
});

describe('what is looked for in a history', () => {
  const byHook: UserTaskEvent = { ...claimed, actorKind: 'hook', actorId: '1-1', cause: 'on-task-assigned' };

  it('is found by its kind, and what a hook did by two', () => {
    expect(kindsOf(byHook)).toEqual(['ownership', 'automation']);
    const story = storyOf([arrived, byHook, commented]);
    expect(ofKinds(story, new Set(['automation', 'comments'])).map(({ event }) => event)).toEqual([byHook, commented]);
    expect(ofKinds(story, new Set())).toHaveLength(3);
  });
});

it('leaves out the middle of a long line alone', () => {
  expect(trimLine([1, 2, 3, 4], 4)).toEqual({ first: [1, 2, 3, 4], left: 0, last: [] });
  expect(trimLine([1, 2, 3, 4, 5, 6, 7], 4)).toEqual({ first: [1, 2], left: 4, last: [7] });
});

describe('whyMine', () => {
  const ben = { userId: 'ben', groups: ['finance'], isAdmin: false };
  const task = (more: Partial<UserTaskRun>) =>
    ({
      userId: null,
      userGroup: 'finance',
      requester: null,
      excludeUsers: [],
      events: [arrived],
      ...more,
    }) as UserTaskRun;
  const reasons = (...asked: Parameters<typeof whyMine>) => whyMine(...asked).map(({ because }) => because);

  it('names the group of who may claim, and the hook that brought it there', () => {
    const escalated: UserTaskEvent = { ...claimed, actorKind: 'hook', actorId: '1-1', cause: 'on-task-assigned' };
    expect(whyMine(task({}), ben)).toEqual([{ because: 'member', group: 'finance' }]);
    expect(reasons(task({ events: [arrived, escalated] }), ben)).toEqual(['member', 'escalated']);
  });

  it('says how its owner came to have it', () => {
    const handed: UserTaskEvent = { ...claimed, cause: 'hand-over' };
    expect(whyMine(task({ userId: 'ben', events: [arrived, claimed, handed] }), ben)[0]).toEqual({
      because: 'handedOver',
      actor: 'ana',
    });
  });

  it('says so when somebody may not do what their group has', () => {
    expect(reasons(task({ excludeUsers: ['ben'], requester: 'ben' }), ben)).toEqual(['requester', 'excluded']);
  });

  it('tells an admin who is nothing else to it that this is why', () => {
    expect(reasons(task({}), { userId: 'ada', groups: [], isAdmin: true })).toEqual(['admin']);
  });
});

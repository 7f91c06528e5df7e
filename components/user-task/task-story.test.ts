import { describe, expect, it } from 'vitest';
import type { Owners, UserTaskEvent, UserTaskEventBody, UserTaskRun } from '#contracts/user-task-run.ts';
import { storyOf, whatHappened } from './task-story.ts';

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

describe('whatHappened', () => {
  const task = (status: UserTaskRun['status'], events: UserTaskEvent[]) => ({ status, events }) as UserTaskRun;

  it('names who was first', () => {
    expect(whatHappened(task('ASSIGNED', [arrived, claimed, commented]), 'ben')?.words).toBe('ana claimed this');
    expect(whatHappened(task('DONE', history), 'ben')).toMatchObject({ words: 'ana completed this', at: completed.at });
  });

  it('says You to the one who did it in another window', () => {
    expect(whatHappened(task('DONE', history), 'ana')?.words).toBe('You completed this');
  });
});

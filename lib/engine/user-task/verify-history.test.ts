import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { JsonValue } from '#contracts/json.ts';
import type { UserTaskEvent } from '#contracts/user-task-run.ts';
import { instantToText } from '#contracts/value.ts';
import { accepted } from '../testing/scenario.ts';
import { ANSWERS, given, ofUser } from '../testing/user-task-scenario.ts';
import { type ChainedTask, verifyHistory } from './verify-history.ts';

/** Assigned, commented twice, completed, commented on. */
function lived(): ChainedTask {
  const run = given(ofUser);
  for (const text of ['why?', 'Grüße \u{1f600}']) {
    accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'a', text }));
  }
  accepted(run.complete('0-1', 'a', ANSWERS));
  accepted(run.send({ type: 'AddComment', guid: '0-1', userId: 'b', text: 'noted' }));
  const events = run
    .recorded('UserTaskEventAppended')
    .map(({ seq, at, actor, cause, reason, hash, body }): UserTaskEvent => {
      const { kind: actorKind, id: actorId, onBehalfOf } = actor;
      return { seq, at: instantToText(at), actorKind, actorId, onBehalfOf, cause, reason, hash, ...body };
    });
  return { wfRunId: 'run-1', guid: '0-1', nextEventSeq: run.task().nextEventSeq, events };
}

function tampered(change: (events: UserTaskEvent[]) => void): ReturnType<typeof verifyHistory>['fault'] {
  const task = lived();
  change(task.events);
  return verifyHistory(task).fault;
}

it('finds a history intact, comments after the end among it', () => {
  const task = lived();
  expect(verifyHistory(task)).toEqual({ isIntact: true, events: 5, lastHash: task.events[4]?.hash, fault: null });
});

it('is verified by a stranger with the ten lines of docs/history.md', () => {
  const { wfRunId, guid, events } = lived();
  const text = (value: JsonValue): string =>
    Array.isArray(value)
      ? `[${value.map(text)}]`
      : value !== null && typeof value === 'object'
        ? `{${Object.keys(value)
            .sort()
            .map((key) => `${JSON.stringify(key)}:${text(value[key] ?? null)}`)}}`
        : JSON.stringify(value);
  let previous: string | null = null;
  for (const { hash, ...event } of events) {
    expect(createHash('sha256').update(text({ wfRunId, guid, previous, event })).digest('hex')).toBe(hash);
    previous = hash;
  }
});

it.each([
  ['whom it is about', 'ALTERED', 1, (events: UserTaskEvent[]) => Object.assign(events[1] ?? {}, { actorId: 'x' })],
  ['what was said', 'ALTERED', 2, (events: UserTaskEvent[]) => Object.assign(events[2] ?? {}, { text: 'no' })],
  [
    'when',
    'ALTERED',
    3,
    (events: UserTaskEvent[]) => Object.assign(events[3] ?? {}, { at: '2020-01-01T00:00:00.000Z' }),
  ],
  ['one that is gone', 'MISSING', 2, (events: UserTaskEvent[]) => events.splice(2, 1)],
  ['the first that is gone', 'MISSING', 0, (events: UserTaskEvent[]) => events.shift()],
  ['the last that are gone', 'CUT_OFF', 3, (events: UserTaskEvent[]) => events.splice(3)],
  [
    'one too many',
    'ADDED',
    5,
    (events: UserTaskEvent[]) => {
      const forged = { ...lived().events[4], seq: 5 } as UserTaskEvent;
      events.push(forged);
    },
  ],
  [
    'two that changed places',
    'OUT_OF_ORDER',
    1,
    (events: UserTaskEvent[]) => {
      const [, one, two] = events;
      if (one && two) events.splice(1, 2, { ...two, seq: 1 }, { ...one, seq: 2 });
    },
  ],
  [
    'one of another task',
    'ALTERED',
    0,
    (events: UserTaskEvent[]) => {
      const other = given(ofUser).recorded('UserTaskEventAppended')[0];
      Object.assign(events[0] ?? {}, { hash: other?.hash.replace(/^./, 'f') });
    },
  ],
])('names %s: %s at %i', (_what, kind, seq, change) => {
  expect(tampered((events) => void change(events))).toMatchObject({ kind, seq });
});

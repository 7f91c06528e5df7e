// Lives at random: moves that say only what kind of thing happens next, made into commands by what there is to act on when they come.
import * as fc from 'fast-check';
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { type Command, claimKey, type Request, type TaskOutcome, type UserTaskRequest } from '../command.ts';
import type { Family } from '../family.ts';
import type { StepResult } from '../result.ts';
import { step } from '../step.ts';
import { claimsOf, emptyOutside, type Outside, takeIn } from './outside.ts';
import type { RandomWorld } from './random-world.ts';
import { deepFreeze, RUN_ID } from './scenario.ts';

const KINDS = {
  work: 10,
  claim: 5,
  report: 1,
  fire: 6,
  'fire-any': 1,
  event: 7,
  stop: 2,
  resume: 3,
  rescue: 3,
  migrate: 1,
  'run-heir': 1,
  complete: 6,
  'on-task': 7,
  hook: 2,
} as const;
export type Move = { kind: keyof typeof KINDS; a: number; b: number; c: number };

export const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    ...Object.entries(KINDS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Move['kind']) })),
  ),
  a: fc.nat(30),
  b: fc.nat(30),
  c: fc.nat(30),
});
/** The moves of a life, and how many come before its run begins. */
export const moves = fc.record({
  early: fc.constantFrom(0, 0, 0, 1, 2),
  rest: fc.array(move, { minLength: 10, maxLength: 45, size: 'max' }),
});
export type Moves = { early: number; rest: Move[] };

/** One command, and what came of it. `outside` is as it is after it. */
export type Moment = {
  before: Family | null;
  command: Command;
  result: StepResult;
  after: Family | null;
  outside: Outside;
  world: RandomWorld['world'];
};
type Scene = { family: Family | null; clock: number; outside: Outside; plan: RandomWorld['plan'] };

const START: Request = {
  type: 'RunWf',
  actor: { kind: 'user', id: 'maria', onBehalfOf: null },
  wfRunId: RUN_ID,
  wfSpec: { name: 'process', majorVersion: 0, revision: 0 },
  variables: {},
  requester: 'maria',
  parentWfRunId: null,
  scheduleId: null,
};

/** Leads a life from its moves, and shows each moment to `watch`. Families are frozen before they are stepped. */
export function lead(
  { world, plan }: RandomWorld,
  { early, rest }: Moves,
  watch: (moment: Moment) => void,
  stepping: typeof step = step,
): void {
  const scene: Scene = { family: null, clock: 1_000, outside: emptyOutside(), plan };
  const all = [...rest.slice(0, early), null, ...rest.slice(early)];
  all.forEach((next, turn) => {
    const request = next ? requestOf(next, scene, turn) : START;
    if (!request) return;
    scene.clock += 1 + ((next?.c ?? 0) % 7 === 6 ? 4_000 : 0);
    // Now and then a worker claims an attempt after the family was loaded.
    const claims = next?.c === 7 ? [] : claimsOf(scene.outside);
    const command: Command = { ...request, at: scene.clock, seed: `seed${turn}`, claims };
    const before = deepFreeze(scene.family);
    const result = deepFreeze(stepping(before, world, deepFreeze(command)));
    if (result.ok) {
      scene.family = result.family;
      takeIn(scene.outside, command, result);
    }
    watch({ before, command, result, after: scene.family, outside: scene.outside, world });
  });
}

const PEOPLE = ['ann', 'bob', 'cid'] as const;
/** What somebody says who does something to a run by hand. */
const WHY = ['It is looked into', null, undefined] as const;

const person = (pick: number): string => at(PEOPLE, pick);
const user = (id: string): Actor => ({ kind: 'user', id, onBehalfOf: null });
const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;
const pickOne = <T>(list: Iterable<T>, pick: number): T | undefined => at([...list], pick);

/** What the move comes to; null when there is nothing to act on. */
function requestOf(move: Move, scene: Scene, turn: number): Request | null {
  const { a, b, c } = move;
  const { outside } = scene;
  const on = { actor: user(person(a)), wfRunId: pickOne(outside.wfRunIds, a) ?? RUN_ID };
  switch (move.kind) {
    case 'work':
      return work(pickOne(outside.queue.values(), a), b, c, scene);
    case 'claim': {
      const row = pickOne(outside.queue.values(), a);
      if (row) row.isClaimed = true;
      return null;
    }
    case 'report':
      return work(pickOne(outside.allAttempts.values(), a), b, c, scene);
    case 'fire':
      return fire(scene);
    case 'fire-any': {
      const timer = pickOne(outside.allTimers.values(), a);
      return timer ? { ...on, type: 'FireTimer', wfRunId: timer.wfRunId, key: timer.key } : null;
    }
    case 'event':
      return event(move, scene, on, turn);
    case 'stop':
      return { ...on, type: 'StopThread', threadRunNumber: threadNumber(scene, on.wfRunId, b), reason: at(WHY, c) };
    case 'resume':
      return { ...on, type: 'ResumeThread', threadRunNumber: threadNumber(scene, on.wfRunId, b), reason: at(WHY, c) };
    case 'rescue':
      return {
        ...on,
        type: 'RescueThread',
        threadRunNumber: threadNumber(scene, on.wfRunId, b),
        skipCurrentNode: c % 3 === 0,
        reason: at(WHY, b),
      };
    case 'migrate':
      return { ...on, type: 'MigrateRun', plan: scene.plan };
    case 'run-heir':
      return {
        ...START,
        wfRunId: `heir-${b % 2}`,
        wfSpec: { name: 'heir', majorVersion: 0, revision: 0 },
        parentWfRunId: on.wfRunId,
      } as Request;
    case 'complete':
      return userTask(scene, a, (task) => ({
        ...task,
        type: 'CompleteUserTask',
        userId: person(b),
        results: at(ANSWERS, c),
      }));
    case 'on-task':
      return userTask(scene, a, (task) => onTask(task, b, c));
    case 'hook':
      return userTask(scene, a, (task) => changeHook(task, b, c, scene));
  }
}

function threadNumber({ family }: Scene, wfRunId: string, pick: number): number {
  return pick === 29 ? 99 : (pickOne(family?.runs[wfRunId]?.threads ?? [], pick)?.number ?? 0);
}

const OUTCOMES: TaskOutcome[] = [
  { type: 'OUTPUT', output: 4 },
  { type: 'OUTPUT', output: 2 },
  { type: 'OUTPUT', output: 0 },
  { type: 'ERROR', errorType: 'Broken', message: 'it broke' },
  { type: 'EXCEPTION', name: 'no-stock', message: 'none is left', content: { left: 0 } },
  { type: 'OUTPUT', output: 'no number', logOutput: 'a line' },
  { type: 'TIMEOUT' },
  { type: 'OUTPUT', output: null },
  { type: 'INPUT_ERROR', message: 'unreadable' },
];

/** A worker claims an attempt and reports it at once. */
function work(
  row: { wfRunId: string; guid: string; attempt: number } | undefined,
  b: number,
  c: number,
  scene: Scene,
): Request | null {
  if (!row) return null;
  const { wfRunId, guid, attempt } = row;
  const queued = scene.outside.queue.get(claimKey(wfRunId, guid, attempt));
  if (queued) queued.isClaimed = true;
  const lease = { workerId: `worker-${c % 2}`, leaseToken: `token-${c}`, startedAt: scene.clock };
  return {
    type: 'ReportTask',
    actor: { kind: 'service', id: 'worker', onBehalfOf: null },
    wfRunId,
    guid,
    attempt,
    outcome: at(OUTCOMES, b),
    lease,
  };
}

/** The timer that is due next fires at its time. */
function fire(scene: Scene): Request | null {
  const [next] = [...scene.outside.timers.values()].sort((one, other) => one.dueAt - other.dueAt);
  if (!next) return null;
  scene.clock = Math.max(scene.clock, next.dueAt);
  return {
    type: 'FireTimer',
    actor: { kind: 'engine', id: null, onBehalfOf: null },
    wfRunId: next.wfRunId,
    key: next.key,
  };
}

function event(
  { a, b, c }: Move,
  { outside, family }: Scene,
  on: { actor: Actor; wfRunId: string },
  turn: number,
): Request {
  const guid = `event-${turn}`;
  const heard = pickOne(outside.listening.values(), a);
  if (heard && b % 2 === 0) {
    const { wfRunId, threadRunNumber, position, defName } = heard;
    return {
      type: 'PutExternalEvent',
      actor: on.actor,
      wfRunId,
      guid,
      defName,
      content: { by: 'key' },
      threadRunNumber,
      position,
    };
  }
  const threads = family?.runs[on.wfRunId]?.threads ?? [];
  const threadRunNumber = at([null, null, null, pickOne(threads, c)?.number ?? 99], b);
  const defName = at(['go', 'halt', 'go', 'halt-left'], a + b);
  return { ...on, type: 'PutExternalEvent', guid, defName, content: c, threadRunNumber, position: null };
}

const ANSWERS: JsonObject[] = [{ n: 2 }, { n: 3 }, { n: 1, note: 'hm' }, { n: 0 }, { n: 'x' }, {}];
type OnTask = { actor: Actor; wfRunId: string; guid: string; expectedVersion?: number };

/** Open tasks mostly, sometimes one that is finished. */
function userTask({ outside }: Scene, a: number, make: (on: OnTask) => UserTaskRequest): Request | null {
  const all = [...outside.userTasks.values()];
  const open = all.filter(({ task }) => task.endedAt === null);
  const chosen = pickOne(a % 5 === 4 ? all : open, a);
  if (!chosen) return null;
  const { wfRunId, task } = chosen;
  const on = {
    actor: a % 7 === 0 ? { ...user('root'), kind: 'admin' as const } : user(person(a)),
    wfRunId,
    guid: task.guid,
  };
  return make(a % 9 === 8 ? { ...on, expectedVersion: task.version - (a % 2) } : on);
}

function changeHook(on: OnTask, b: number, c: number, { family, clock }: Scene): UserTaskRequest {
  const hook = pickOne(family?.runs[on.wfRunId]?.userTaskRuns[on.guid]?.hooks ?? [], c);
  const hookId = hook ? `${hook.action}-${hook.epoch}` : '0-0';
  const postpone = { type: 'POSTPONE', until: Math.max(clock, hook?.dueAt ?? 0) + 5_000 * (c % 4) } as const;
  const change = at([{ type: 'FIRE' }, { type: 'FIRE' }, postpone, { type: 'DISARM' }] as const, b);
  return { ...on, type: 'ChangeHook', hookId, change, reason: 'because' };
}

function onTask(on: OnTask, b: number, c: number): UserTaskRequest {
  const reason = c % 2 === 0 ? 'because' : null;
  const userId = person(c);
  const results: Record<string, JsonValue> = at([{ note: 'a' }, { note: null, n: 1 }, { n: 7 }], c);
  switch (b % 8) {
    case 0:
      return { ...on, type: 'ReleaseUserTask', reason };
    case 1:
      return { ...on, type: 'SaveUserTask', userId, results, ignoreClaim: c % 3 === 0, isSittingOpen: c % 2 === 0 };
    case 2:
      return { ...on, type: 'CancelUserTask', reason };
    case 3:
      return { ...on, type: 'AddComment', userId, text: 'hm' };
    case 4:
      return { ...on, type: 'EditComment', commentId: 1 + (c % 2), text: 'ha' };
    case 5:
      return { ...on, type: 'DeleteComment', commentId: 1 + (c % 2) };
    default: {
      const owners = { userId: c % 4 === 0 ? null : userId, userGroup: c % 3 === 0 ? null : 'g' };
      const cause = at(['assign', 'claim', 'take-over', 'hand-over', 'undo'] as const, c);
      return { ...on, type: 'AssignUserTask', owners, cause, onlyFromUnassigned: c % 2 === 0, reason };
    }
  }
}

// A family under test: commands go in one by one, a clock moves and fires what is armed, and what came of it can be looked at. Every family
// handed to the engine is frozen, so that a step which mutates its input fails the test.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskEventBody } from '#contracts/user-task-run.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { type Command, claimKey, type Request, type TaskOutcome } from '../command.ts';
import type { Family, NodeRunState, ThreadRunState, UserTaskRunState, WfRunState } from '../family.ts';
import { InvariantError, must } from '../invariant.ts';
import { pinWfSpec } from '../pin-wf-spec.ts';
import type { Effect, EngineRecord } from '../record.ts';
import type { Step, StepResult } from '../result.ts';
import { step } from '../step.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';
import { DEFAULT_LIMITS, type Limits, type World } from '../world.ts';
import { asWfSpec, type BodyInput } from './build-spec.ts';
import { type DefinitionBodies, definitionsOf } from './definitions.ts';

/** `newer` are later versions: of `process`, or of the WfSpec that they name. */
export type Setup = DefinitionBodies & {
  wfSpec: BodyInput;
  newer?: { version: Partial<WfSpecId>; body: BodyInput }[];
  limits?: Partial<Limits>;
};
type Given<R> = R extends Request ? Omit<R, 'actor' | 'wfRunId'> & { actor?: Actor; wfRunId?: string } : never;
type RecordOf<T extends EngineRecord['type']> = Extract<EngineRecord, { type: T }>;
type Timer = { wfRunId: string; key: string; dueAt: number };

export const RUN_ID = 'run-1';
const WF_SPEC = { name: 'process', majorVersion: 0, revision: 0 };

export const user = (id: string): Actor => ({ kind: 'user', id, onBehalfOf: null });
export const admin = (id: string): Actor => ({ kind: 'admin', id, onBehalfOf: null });

export function worldOf(setup: Setup): World {
  const definitions = definitionsOf(setup);
  const pinned = (body: BodyInput, version?: Partial<WfSpecId>): WfSpec => {
    const given = asWfSpec(body, version);
    return { ...given, ...pinWfSpec(given, definitions) };
  };
  const spec = pinned(setup.wfSpec);
  const newer = (setup.newer ?? []).map(({ version, body }) => pinned(body, version));
  return {
    ...definitions,
    wfSpec: ({ name, majorVersion, revision }) =>
      newer.find((one) => one.name === name && one.majorVersion === majorVersion && one.revision === revision) ??
      (name === spec.name ? spec : definitions.latestWfSpec(name, undefined)),
    latestWfSpec: (name, majorVersion) =>
      newer.findLast((one) => one.name === name && (majorVersion ?? one.majorVersion) === one.majorVersion) ??
      definitions.latestWfSpec(name, majorVersion),
    limits: { ...DEFAULT_LIMITS, ...setup.limits },
  };
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

export type Scenario = ReturnType<typeof scenario>;

/** A world with one WfSpec, which must be valid, and at first no run. */
export function scenario(setup: Setup) {
  const world = worldOf(setup);
  const [finding] = validateWfSpec(asWfSpec(setup.wfSpec), definitionsOf(setup));
  if (finding) throw new InvariantError(finding.message);
  let family: Family | null = null;
  let clock = 1_000;
  let seeds = 0;
  const records: EngineRecord[] = [];
  const effects: Effect[] = [];
  const commands: Command[] = [];
  /** What the queue knows: attempts that a worker has. */
  const claims = new Set<string>();
  const timers = new Map<string, Timer>();
  const ended = new Set<string>();

  function send(request: Given<Request>): StepResult {
    clock += 1;
    seeds += 1;
    const circumstances = { at: clock, seed: `seed${seeds}`, claims: [...claims] };
    const command = { actor: user('obiwan'), wfRunId: RUN_ID, ...request, ...circumstances } as Command;
    const result = step(deepFreeze(family), world, command);
    if (!result.ok) return result;
    family = result.family;
    commands.push(command);
    result.records.forEach(assertWrittenOnce);
    records.push(...result.records);
    effects.push(...result.effects);
    result.effects.forEach(apply);
    return result;
  }

  /** What has ended is written once: its row is never written over. */
  function assertWrittenOnce(entry: EngineRecord): void {
    const key = keyOfEnded(entry);
    if (key === null) return;
    if (ended.has(key)) throw new InvariantError(`written twice: ${key}`);
    ended.add(key);
  }

  function apply(effect: Effect): void {
    if (effect.type === 'SetTimer') timers.set(`${effect.wfRunId} ${effect.key}`, effect);
    if (effect.type === 'ClearTimer') timers.delete(`${effect.wfRunId} ${effect.key}`);
    if (effect.type === 'UnscheduleTask' && !effect.onlyUnclaimed) {
      claims.delete(claimKey(effect.wfRunId, effect.guid, effect.attempt));
    }
  }

  /** Moves the clock, and fires what becomes due on the way, each at its time. */
  function elapse(ms: number): void {
    const until = clock + ms;
    for (let due = nextTimer(until); due; due = nextTimer(until)) {
      clock = Math.max(clock, due.dueAt);
      accepted(send({ type: 'FireTimer', wfRunId: due.wfRunId, key: due.key }));
    }
    clock = Math.max(clock, until);
  }

  function nextTimer(until: number): Timer | undefined {
    return [...timers.values()].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
  }

  /** The records of one type, oldest first. */
  function recorded<T extends EngineRecord['type']>(type: T): RecordOf<T>[] {
    return records.filter((record): record is RecordOf<T> => record.type === type);
  }

  const run = (id = RUN_ID): WfRunState => must(family?.runs[id], `the run ${id} is not there`);
  const thread = (number = 0, id = RUN_ID): ThreadRunState =>
    must(
      run(id).threads.find((one) => one.number === number),
      `thread ${number}`,
    );

  /** Every NodeRun of a thread by position: those that have ended, and where it stands. */
  function nodeRuns(number = 0, id = RUN_ID): NodeRunState[] {
    const ended = recorded('NodeRunEnded').filter((one) => one.wfRunId === id && one.threadRunNumber === number);
    const byPosition = new Map(ended.map(({ nodeRun }) => [nodeRun.position, nodeRun]));
    const current = family?.runs[id]?.threads.find((one) => one.number === number)?.current;
    if (current) byPosition.set(current.position, current);
    return [...byPosition.values()].sort((a, b) => a.position - b.position);
  }

  function report(guid: string, outcome: TaskOutcome, { attempt = 0, wfRunId = RUN_ID } = {}): StepResult {
    const lease = { workerId: 'worker', leaseToken: 'token', startedAt: clock };
    return send({ type: 'ReportTask', wfRunId, guid, attempt, outcome, lease });
  }

  return {
    send,
    elapse,
    recorded,
    effects,
    commands,
    world,
    now: () => clock,
    family: () => family,
    run,
    thread,
    statuses: (id = RUN_ID) => run(id).threads.map(({ status }) => status),
    nodeRuns,
    nodeRun: (number: number, position: number, id = RUN_ID): NodeRunState =>
      must(
        nodeRuns(number, id).find((one) => one.position === position),
        `NodeRun (${number},${position})`,
      ),
    start: (variables: JsonObject = {}) =>
      send({ type: 'RunWf', wfSpec: WF_SPEC, variables, requester: 'maria', parentWfRunId: null, scheduleId: null }),
    /** A worker takes the attempt. */
    claim: (guid: string, { attempt = 0, wfRunId = RUN_ID } = {}) => {
      claims.add(claimKey(wfRunId, guid, attempt));
    },
    report,
    succeed: (guid: string, output: JsonValue = null, at = {}) =>
      accepted(report(guid, { type: 'OUTPUT', output }, at)),
    fail: (guid: string, message = 'it broke', at = {}) =>
      accepted(report(guid, { type: 'ERROR', errorType: 'Error', message }, at)),
    throwException: (guid: string, name: string, content: JsonValue = null, at = {}) =>
      accepted(report(guid, { type: 'EXCEPTION', name, message: `because of ${name}`, content }, at)),
    put: (
      defName: string,
      content: JsonValue = null,
      { guid = '', wfRunId = RUN_ID, threadRunNumber = -1, position = -1 } = {},
    ) =>
      send({
        type: 'PutExternalEvent',
        wfRunId,
        guid: guid || `event-${seeds}`,
        defName,
        content,
        threadRunNumber: threadRunNumber < 0 ? null : threadRunNumber,
        position: position < 0 ? null : position,
      }),
    stop: (threadRunNumber = 0, wfRunId = RUN_ID, reason?: string) =>
      send({ type: 'StopThread', wfRunId, threadRunNumber, reason }),
    resume: (threadRunNumber = 0, wfRunId = RUN_ID, reason?: string) =>
      send({ type: 'ResumeThread', wfRunId, threadRunNumber, reason }),
    rescue: (threadRunNumber = 0, skipCurrentNode = false, wfRunId = RUN_ID) =>
      send({ type: 'RescueThread', wfRunId, threadRunNumber, skipCurrentNode }),
    complete: (guid: string, userId: string, results: JsonObject, actor = user(userId)) =>
      send({ type: 'CompleteUserTask', guid, userId, results, actor }),
    task: (guid = '0-1', id = RUN_ID): UserTaskRunState => must(run(id).userTaskRuns[guid], guid),
    events: (guid = '0-1'): UserTaskEventBody[] =>
      recorded('UserTaskEventAppended').flatMap((event) => (event.guid === guid ? [event.body] : [])),
    /** The names of the tasks that were scheduled, in order. */
    scheduled: () => effects.flatMap((effect) => (effect.type === 'ScheduleTask' ? [effect.taskRun.taskDefName] : [])),
    timers: () => [...timers.values()],
  };
}

function keyOfEnded(entry: EngineRecord): string | null {
  switch (entry.type) {
    case 'NodeRunEnded':
      return `node run ${entry.wfRunId} ${entry.threadRunNumber}-${entry.nodeRun.position}`;
    case 'TaskRunEnded':
      return `task run ${entry.wfRunId} ${entry.taskRun.guid}`;
    case 'ThreadRunLeft':
      return `thread run ${entry.wfRunId} ${entry.thread.number}`;
    case 'WfRunLeft':
      return `run ${entry.wfRunId}`;
    default:
      return null;
  }
}

/** The step, which must not have been refused. */
export function accepted(result: StepResult): Step {
  if (!result.ok) throw new InvariantError(`refused: ${result.refusal.detail}`);
  return result;
}

/** The refusal, which there must be. */
export function refused(result: StepResult): Refusal {
  if (result.ok) throw new InvariantError(`accepted, with ${result.records.length} records`);
  return result.refusal;
}

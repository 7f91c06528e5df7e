// A run under test: commands go in one by one, and what came of them can be looked at. Every family handed to the engine is frozen, so
// that a step which mutates its input fails the test.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskEventBody } from '#contracts/user-task-run.ts';
import type { Command, TaskOutcome } from '../command.ts';
import type { Family, UserTaskRunState } from '../family.ts';
import { InvariantError, must } from '../invariant.ts';
import { pinWfSpec } from '../pin-wf-spec.ts';
import type { Effect, EngineRecord } from '../record.ts';
import type { Step, StepResult } from '../result.ts';
import { step } from '../step.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';
import { DEFAULT_LIMITS, type World } from '../world.ts';
import { asWfSpec, type BodyInput } from './build-spec.ts';
import { type DefinitionBodies, definitionsOf } from './definitions.ts';

type Setup = DefinitionBodies & { wfSpec: BodyInput };
type Given<C> = C extends Command ? Omit<C, 'at' | 'actor' | 'wfRunId'> & { actor?: Actor } : never;
type RecordOf<T extends EngineRecord['type']> = Extract<EngineRecord, { type: T }>;

export const RUN_ID = 'run-1';
const WF_SPEC = { name: 'process', majorVersion: 0, revision: 0 };

export const user = (id: string): Actor => ({ kind: 'user', id, onBehalfOf: null });
export const admin = (id: string): Actor => ({ kind: 'admin', id, onBehalfOf: null });

export function worldOf(setup: Setup): World {
  const definitions = definitionsOf(setup);
  const given = asWfSpec(setup.wfSpec);
  const spec = { ...given, ...pinWfSpec(given, definitions) };
  return {
    ...definitions,
    wfSpec: ({ name }) => (name === spec.name ? spec : definitions.latestWfSpec(name, undefined)),
    limits: DEFAULT_LIMITS,
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
  const records: EngineRecord[] = [];
  const effects: Effect[] = [];

  function send(command: Given<Command>) {
    clock += 1;
    const result = step(deepFreeze(family), world, {
      at: clock,
      actor: user('obiwan'),
      wfRunId: RUN_ID,
      ...command,
    } as Command);
    if (!result.ok) return result;
    family = result.family;
    records.push(...result.records);
    effects.push(...result.effects);
    return result;
  }

  /** The records of one type, oldest first. */
  function recorded<T extends EngineRecord['type']>(type: T): RecordOf<T>[] {
    return records.filter((record): record is RecordOf<T> => record.type === type);
  }

  const run = () => must(family?.runs[RUN_ID], 'the run has not begun');

  return {
    send,
    recorded,
    effects,
    family: () => family,
    run,
    thread: () => must(run().threads[0], 'thread 0'),
    start: (variables: JsonObject = {}) => send({ type: 'RunWf', wfSpec: WF_SPEC, variables, requester: 'maria' }),
    report: (guid: string, outcome: TaskOutcome, attempt = 0) => send({ type: 'ReportTask', guid, attempt, outcome }),
    complete: (guid: string, userId: string, results: JsonObject, actor = user(userId)) =>
      send({ type: 'CompleteUserTask', guid, userId, results, actor }),
    task: (guid = '0-1'): UserTaskRunState => must(run().userTaskRuns[guid], guid),
    events: (guid = '0-1'): UserTaskEventBody[] =>
      recorded('UserTaskEventAppended').flatMap((event) => (event.guid === guid ? [event.body] : [])),
    /** The last state of every NodeRun, by position. */
    nodeRuns: () => {
      const byPosition = new Map(recorded('NodeRunChanged').map((record) => [record.nodeRun.position, record]));
      return [...byPosition.values()].sort((a, b) => a.nodeRun.position - b.nodeRun.position);
    },
    /** The names of the tasks that were scheduled, in order. */
    scheduled: () => recorded('TaskRunScheduled').map((record) => record.taskRun.taskDefName),
  };
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

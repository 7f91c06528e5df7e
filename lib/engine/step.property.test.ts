// Properties of the step: whatever processes there are, and whatever comes in whatever order, what must hold holds.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import type { Family } from './family.ts';
import type { EngineRecord } from './record.ts';
import type { StepResult } from './result.ts';
import { step } from './step.ts';
import { storedFamily } from './stored-family.ts';
import { watcher } from './testing/invariants/invariants.ts';
import { emptyOutside, isAbout, loadedFor, type Outside, takeIn } from './testing/outside.ts';
import { PLANTED_BUGS } from './testing/planted-bugs.ts';
import { lead, type Moment, type Moves, moves } from './testing/random-life.ts';
import { type RandomWorld, randomWorld, worldPlan } from './testing/random-world.ts';
import { deepFreeze } from './testing/scenario.ts';
import { type Needed, NotLoaded, type World } from './world.ts';

const SECONDS = 1_000;
const completed = (type: string): string => `${type} COMPLETED`;
const accepted = (type: string): string => `${type} accepted`;
const twoLives = fc.tuple(moves, moves);

/** What a life was: its commands, and what came of each. */
function recorded(world: RandomWorld, life: Moves): { commands: Command[]; results: StepResult[] } {
  const commands: Command[] = [];
  const results: StepResult[] = [];
  lead(world, life, ({ command, result }) => {
    commands.push(command);
    results.push(result);
  });
  return { commands, results };
}

/** The results of commands, one after another. */
function played(world: World, commands: readonly Command[], stepping = step): StepResult[] {
  let family: Family | null = null;
  return commands.map((command) => {
    const result = stepping(family, world, command);
    if (result.ok) family = result.family;
    return result;
  });
}

describe('whatever comes, in whatever order', () => {
  it('what must hold at every moment does', { timeout: 90 * SECONDS }, () => {
    const property = fc.property(worldPlan, twoLives, (plan, lives) => {
      const world = randomWorld(plan);
      for (const life of lives) {
        const watch = watcher();
        lead(world, life, (moment) => {
          const [broken] = watch(moment);
          if (broken !== undefined) expect.fail(`${moment.command.type}: ${broken}`);
        });
      }
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('a replay gives the same, byte for byte', { timeout: 60 * SECONDS }, () => {
    const property = fc.property(worldPlan, moves, (plan, life) => {
      const { commands, results } = recorded(randomWorld(plan), life);
      const read: Command[] = JSON.parse(JSON.stringify(commands));
      expect(JSON.stringify(played(randomWorld(plan).world, read))).toBe(JSON.stringify(results));
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('commands of two families give the same in any interleaving', { timeout: 60 * SECONDS }, () => {
    const property = fc.property(worldPlan, twoLives, fc.infiniteStream(fc.boolean()), (plan, lives, turns) => {
      const world = randomWorld(plan);
      const [one, other] = lives.map((life) => recorded(world, life));
      if (!one || !other) return;
      const families: Record<string, Family | null> = { one: null, other: null };
      const results: Record<string, StepResult[]> = { one: [], other: [] };
      const left = { one: [...one.commands], other: [...other.commands] };
      const { world: fresh } = randomWorld(plan);
      while (left.one.length + left.other.length > 0) {
        const wanted = turns.next().value ? 'one' : 'other';
        const whose = left[wanted].length > 0 ? wanted : wanted === 'one' ? 'other' : 'one';
        const command = left[whose].shift();
        if (!command) break;
        const result = step(families[whose] ?? null, fresh, command);
        if (result.ok) families[whose] = result.family;
        results[whose]?.push(result);
      }
      expect(JSON.stringify(results)).toBe(JSON.stringify({ one: one.results, other: other.results }));
    });
    fc.assert(property, { numRuns: 40 });
  });

  it('a world that is loaded piece by piece gives the same', { timeout: 60 * SECONDS }, () => {
    const property = fc.property(worldPlan, moves, (plan, life) => {
      const world = randomWorld(plan);
      const { commands, results } = recorded(world, life);
      expect(JSON.stringify(played(world.world, commands, loading(world.world)))).toBe(JSON.stringify(results));
    });
    fc.assert(property, { numRuns: 40 });
  });

  it('a family that is stored and loaded between commands goes on like one that is kept', {
    timeout: 60 * SECONDS,
  }, () => {
    const property = fc.property(worldPlan, moves, (plan, life) => {
      const world = randomWorld(plan);
      const { commands, results } = recorded(world, life);
      const outside = emptyOutside();
      let kept: Family | null = null;
      let stored: Family | null = null;
      commands.forEach((command, at) => {
        const expected = results[at];
        const result = step(loaded(stored, command, outside), world.world, command);
        if (result.ok) {
          takeIn(outside, command, result);
          stored = result.family;
        }
        if (expected?.ok) kept = expected.family;
        expect(JSON.stringify(comparable(result, command))).toBe(
          JSON.stringify(expected && comparable(expected, command)),
        );
        expect(JSON.stringify(stored && storedFamily(stored))).toBe(JSON.stringify(kept && storedFamily(kept)));
      });
    });
    fc.assert(property, { numRuns: 60 });
  });
});

/** Steps in a world that has nothing at first: what a step turns out to need is loaded, and it is done again. */
function loading(world: World): typeof step {
  const known = new Set<string>();
  const ask = (needed: Needed): void => {
    if (!known.has(JSON.stringify(needed))) throw new NotLoaded(needed);
  };
  const partial: World = {
    ...world,
    wfSpec: (id) => {
      ask({ type: 'wfSpec', id });
      return world.wfSpec(id);
    },
    latestWfSpec: (name, majorVersion) => {
      ask({ type: 'latestWfSpec', name, majorVersion });
      return world.latestWfSpec(name, majorVersion);
    },
    taskDef: (name) => {
      ask({ type: 'taskDef', name });
      return world.taskDef(name);
    },
  };
  const stepping: typeof step = (family, _, command) => {
    try {
      return step(deepFreeze(family), partial, command);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      known.add(JSON.stringify(error.needed));
      return stepping(family, partial, command);
    }
  };
  return stepping;
}

function loaded(stored: Family | null, command: Command, outside: Outside): Family | null {
  return loadedFor(command, stored && (JSON.parse(JSON.stringify(storedFamily(stored))) as Family), outside);
}

/** What is written of a result: of tasks that the command does not name neither drafts, comments nor details, and none that had finished before. */
function comparable(result: StepResult, command: Command) {
  if (!result.ok) return result;
  const records = result.records.map((record): EngineRecord => {
    if (record.type === 'WfRunLeft') return { ...record, run: { ...record.run, userTaskRuns: {} } };
    if (record.type !== 'UserTaskRunChanged') return record;
    const { wfRunId, userTaskRun: task } = record;
    if (isAbout(command, wfRunId, task.guid)) return record;
    return { ...record, userTaskRun: { ...task, draft: null, saving: null, comments: {}, details: [] } };
  });
  return { records, effects: result.effects };
}

describe('the properties are not asked of empty roads', () => {
  /** Always the same worlds and lives. */
  const worlds = fc
    .sample(fc.tuple(worldPlan, fc.array(moves, { minLength: 4, maxLength: 4 })), { seed: 37, numRuns: 150 })
    .map(([plan, all]) => ({ world: randomWorld(plan), all }));
  const lives = worlds.flatMap(({ world, all }) => all.map((life) => ({ world, life })));

  it('every process is one that could be put', () => {
    for (const { world } of worlds) expect(world.findings()).toEqual([]);
  });

  it('they reach every type of node, every status, every reason to halt, every record and effect', {
    timeout: 60 * SECONDS,
  }, () => {
    const reached = new Map<string, number>();
    const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    for (const { world, life } of lives) {
      lead(world, life, (moment) => {
        for (const what of new Set(reachedBy(moment))) reach(what);
      });
    }
    const seldom = REACHED.filter((what) => (reached.get(what) ?? 0) < 2).map(
      (what) => `${what}: ${reached.get(what)}`,
    );
    expect(seldom).toEqual([]);
  });

  it.each(PLANTED_BUGS)(
    'a step with a bug is noticed: $bug',
    { timeout: 30 * SECONDS },
    ({ noticedBy, step: buggy }) => {
      const isNoticed = lives.some(({ world, life }) => notices(world, life, buggy, noticedBy));
      expect(isNoticed).toBe(true);
    },
  );
});

function notices(world: RandomWorld, life: Moves, buggy: typeof step, noticedBy: string): boolean {
  const watch = watcher();
  let isNoticed = false;
  try {
    lead(
      world,
      life,
      (moment) => {
        isNoticed ||= watch(moment).some((broken) => broken.startsWith(noticedBy));
      },
      buggy,
    );
  } catch {
    // A family that no step can have made may well stop the engine: what counts is whether the watch saw it first.
  }
  return isNoticed;
}

/** What the lives above reach, each thing several times. */
const REACHED = [
  ...[
    'ENTRYPOINT',
    'EXIT',
    'NOP',
    'TASK',
    'USER_TASK',
    'EXTERNAL_EVENT',
    'SLEEP',
    'THROW_EVENT',
    'WAIT_FOR_CONDITION',
  ].map(completed),
  ...['START_THREAD', 'START_MULTIPLE_THREADS', 'WAIT_FOR_THREADS', 'RUN_CHILD_WF', 'WAIT_FOR_CHILD_WF'].map(completed),
  ...['NOP', 'TASK', 'USER_TASK', 'EXTERNAL_EVENT', 'WAIT_FOR_THREADS', 'RUN_CHILD_WF', 'WAIT_FOR_CHILD_WF'].map(
    (type) => `${type} ERROR`,
  ),
  ...['TASK', 'USER_TASK', 'EXIT'].map((type) => `${type} EXCEPTION`),
  ...['TASK', 'USER_TASK', 'WAIT_FOR_CONDITION'].map((type) => `${type} HALTED`),
  ...['RUNNING', 'HALTING', 'HALTED', 'COMPLETED', 'ERROR', 'EXCEPTION'].map((status) => `run ${status}`),
  ...['CHILD', 'INTERRUPT', 'FAILURE_HANDLER'].flatMap((type) =>
    ['RUNNING', 'HALTED', 'COMPLETED', 'ERROR'].map((status) => `${type} ${status}`),
  ),
  ...[
    'PARENT_HALTED',
    'PENDING_INTERRUPT',
    'INTERRUPTED',
    'PENDING_FAILURE',
    'HANDLING_FAILURE',
    'MANUAL_HALT',
    'HALTED_BY_PARENT',
  ],
  ...['no-stock', 'called-off', 'VAR_MUTATION_ERROR', 'CHILD_FAILURE', 'TASK_FAILURE', 'TIMEOUT', 'INTERNAL_ERROR'].map(
    (name) => `${name} unhandled`,
  ),
  ...['no-stock', 'VAR_MUTATION_ERROR', 'CHILD_FAILURE', 'TIMEOUT'].map((name) => `${name} handled`),
  ...['SUCCESS', 'FAILED', 'TIMEOUT', 'OUTPUT_ERROR', 'INPUT_ERROR', 'EXCEPTION', 'CANCELLED'].map(
    (status) => `task ${status}`,
  ),
  ...['UNASSIGNED', 'ASSIGNED', 'DONE', 'CANCELLED', 'UNASSIGNED suspended', 'ASSIGNED suspended'].map(
    (status) => `user task ${status}`,
  ),
  ...[
    'RunWf',
    'ReportTask',
    'FireTimer',
    'PutExternalEvent',
    'StopThread',
    'ResumeThread',
    'RescueThread',
    'MigrateRun',
  ].map(accepted),
  ...['AssignUserTask', 'ReleaseUserTask', 'SaveUserTask', 'CompleteUserTask', 'CancelUserTask'].map(accepted),
  ...['AddComment', 'EditComment', 'DeleteComment', 'ChangeHook'].map(accepted),
  ...['TASK_EXECUTED', 'HOOK_FAILED', 'HOOK_CHANGED', 'ASSIGNED by hook', 'CANCELLED by hook'],
  ...['reminder SUCCESS', 'reminder FAILED', 'hook deferred', 'owner inactive'],
  ...[
    'RunWf ALREADY_EXISTS',
    'RescueThread FAILED_PRECONDITION',
    'CompleteUserTask INVALID_ARGUMENT',
    'CompleteUserTask ABORTED',
    'StopThread NOT_FOUND',
  ],
  ...[
    'WfRunChanged',
    'WfRunLeft',
    'ThreadRunLeft',
    'NodeRunEnded',
    'SearchableSet',
    'TaskRunEnded',
    'ExternalEventPut',
  ],
  ...[
    'ExternalEventClaimed',
    'ExternalEventExpired',
    'WorkflowEventThrown',
    'UserTaskRunChanged',
    'UserTaskEventAppended',
    'UserTaskDraftSaved',
  ],
  ...['ScheduleTask', 'UnscheduleTask', 'SetTimer', 'ClearTimer', 'Correlate', 'Uncorrelate'],
  'migrated to the new version',
];

function* reachedBy({ result, after, command }: Moment): Generator<string> {
  yield `${command.type} ${result.ok ? 'accepted' : result.refusal.code}`;
  for (const { status, threads, userTaskRuns } of Object.values(after?.runs ?? {})) {
    yield `run ${status}`;
    for (const thread of threads) {
      yield `${thread.type} ${thread.status}`;
      for (const { type } of thread.haltReasons) yield type;
    }
    for (const task of Object.values(userTaskRuns)) {
      yield `user task ${task.status}${task.suspendedAt === null ? '' : ' suspended'}`;
      if (task.suspendedAt !== null && task.hooks.length > 0) yield 'hook deferred';
    }
  }
  if (!result.ok) return;
  for (const record of result.records) {
    yield record.type;
    if (record.type === 'NodeRunEnded') {
      yield `${record.nodeType} ${record.nodeRun.status}`;
      if (record.wfSpec.revision === 1) yield 'migrated to the new version';
      for (const { name, handled } of record.nodeRun.failures) yield `${name} ${handled ? 'handled' : 'unhandled'}`;
    }
    if (record.type === 'TaskRunEnded') yield `${record.taskRun.userTask ? 'reminder' : 'task'} ${record.status}`;
    if (record.type === 'UserTaskEventAppended') {
      const { body, actor, cause } = record;
      yield body.type;
      if (actor.kind === 'hook') yield `${body.type} by hook`;
      if (cause === 'on-inactivity') yield 'owner inactive';
    }
  }
  for (const { type } of result.effects) yield type;
}

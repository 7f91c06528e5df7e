// Bugs on purpose: a step that does one thing wrong, and the invariant that has to notice. A watch that sees none of them proves nothing.
import { isEnded } from '#contracts/wf-run.ts';
import type { Command } from '../command.ts';
import type { Family, ThreadRunState, WfRunState } from '../family.ts';
import { mapValues } from '../lookup.ts';
import type { Effect, EngineRecord } from '../record.ts';
import type { Step } from '../result.ts';
import { step } from '../step.ts';

type Plant = (result: Step, before: Family | null, command: Command) => Step;
type PlantedBug = { bug: string; noticedBy: string; step: typeof step };

const withRuns = (result: Step, change: (run: WfRunState) => WfRunState): Step => ({
  ...result,
  family: { ...result.family, runs: mapValues(result.family.runs, change) },
});
const withThreads = (result: Step, change: (thread: ThreadRunState) => ThreadRunState): Step =>
  withRuns(result, (run) => ({ ...run, threads: run.threads.map(change) }));
const withoutRecord = (result: Step, isLost: (record: EngineRecord) => boolean): Step => ({
  ...result,
  records: result.records.filter((record) => !isLost(record)),
});
const withoutEffect = (result: Step, isLost: (effect: Effect) => boolean): Step => ({
  ...result,
  effects: result.effects.filter((effect) => !isLost(effect)),
});

const PLANTS: [bug: string, noticedBy: string, plant: Plant][] = [
  [
    'a node is not woken',
    'what waits for a time has its timer',
    (result) => withoutEffect(result, ({ type }) => type === 'SetTimer'),
  ],
  [
    'a timer stays armed',
    'what waits for a time has its timer',
    (result) => withoutEffect(result, ({ type }) => type === 'ClearTimer'),
  ],
  [
    'a task never gets into the queue',
    'an attempt is in the queue',
    (result) => withoutEffect(result, ({ type }) => type === 'ScheduleTask'),
  ],
  [
    'a task stays in the queue',
    'an attempt is in the queue',
    (result) => withoutEffect(result, ({ type }) => type === 'UnscheduleTask'),
  ],
  [
    'a node listens for ever',
    'a node listens for a key',
    (result) => withoutEffect(result, ({ type }) => type === 'Uncorrelate'),
  ],
  [
    'a NodeRun is not written down',
    'NodeRuns are written down',
    (result) => withoutRecord(result, (one) => one.type === 'NodeRunEnded' && one.nodeType === 'NOP'),
  ],
  [
    'a TaskRun is not written down',
    'a TaskRun that is gone has ended',
    (result) => withoutRecord(result, ({ type }) => type === 'TaskRunEnded'),
  ],
  [
    'the row of a run is not written',
    'the row of a run is written',
    (result) => withoutRecord(result, ({ type }) => type === 'WfRunChanged'),
  ],
  [
    'a child run is lost',
    'a child run is gone only by its record',
    (result) => withoutRecord(result, ({ type }) => type === 'WfRunLeft'),
  ],
  [
    'a thread is lost',
    'threads are numbered in order',
    (result) => withoutRecord(result, ({ type }) => type === 'ThreadRunLeft'),
  ],
  [
    'an event is told twice',
    'what happens once is told once',
    (result) => ({
      ...result,
      records: [...result.records, ...result.records.filter(({ type }) => type === 'WorkflowEventThrown')],
    }),
  ],
  [
    'an event of a task is skipped',
    'the history of a user task',
    (result) => withoutRecord(result, (one) => one.type === 'UserTaskEventAppended' && one.body.type === 'RESUMED'),
  ],
  [
    'a claimed event is still there',
    'an event from outside waits',
    (result, before) => ({
      ...result,
      family: { ...result.family, events: { ...before?.events, ...result.family.events } },
    }),
  ],
  [
    'a failed thread has no end time',
    'a thread has an end time',
    (result) => withThreads(result, (one) => (one.failure ? { ...one, endedAt: null } : one)),
  ],
  [
    'a run has a status of its own',
    'a run has the status of its entrypoint thread',
    (result) => withRuns(result, (run) => (run.status === 'HALTED' ? { ...run, status: 'RUNNING' } : run)),
  ],
  [
    'children go on while their parent is halted',
    'what hangs on a thread that is halted',
    (result) =>
      withThreads(result, (one) =>
        one.haltReasons[0]?.type === 'PARENT_HALTED' ? { ...one, status: 'RUNNING', haltReasons: [] } : one,
      ),
  ],
  [
    'a halted thread is forgotten',
    'nothing that could move is left',
    (result) =>
      withThreads(result, (one) =>
        one.status === 'RUNNING' && one.number > 0
          ? { ...one, haltReasons: [{ type: 'PARENT_HALTED', threadRunNumber: 0 }] }
          : one,
      ),
  ],
  [
    'a stopped thread has nothing that stops it',
    'a thread stands still for a reason',
    (result) =>
      withThreads(result, (one) => ({
        ...one,
        haltReasons: one.haltReasons.filter(({ type }) => type !== 'MANUAL_HALT'),
      })),
  ],
  [
    'what a task returned is lost',
    'a thread that runs waits for something',
    (result, before, { type }) =>
      type === 'ReportTask' && before
        ? { ...result, family: { ...before, runs: mapValues(before.runs, (run) => ({ ...run, taskRuns: {} })) } }
        : result,
  ],
  [
    'a halted thread moves',
    'a thread that is halted does not move',
    (result) =>
      withThreads(result, (one) =>
        one.status === 'HALTED' ? { ...one, current: { ...one.current, position: one.current.position + 1 } } : one,
      ),
  ],
  [
    'a thread that has ended begins again',
    'a thread that has ended stays so',
    (result, before) =>
      withRuns(result, (run) => ({
        ...run,
        threads: run.threads.map((one, at) =>
          isEnded(before?.runs[run.id]?.threads[at]?.status ?? 'RUNNING') ? { ...one, status: 'RUNNING' } : one,
        ),
      })),
  ],
  [
    'a number is given twice',
    'threads are numbered in order',
    (result) => withRuns(result, (run) => ({ ...run, nextThreadNumber: Math.max(1, run.threads.length - 1) })),
  ],
  [
    'a task under a halted thread can be done',
    'a user task is as its owners',
    (result) =>
      withRuns(result, (run) => ({
        ...run,
        userTaskRuns: mapValues(run.userTaskRuns, (task) => ({ ...task, suspendedAt: null })),
      })),
  ],
  [
    'what an earlier owner was late with still counts',
    'a hook is armed for the present ownership',
    (result, before) =>
      withRuns(result, (run) => ({
        ...run,
        userTaskRuns: mapValues(run.userTaskRuns, (task) => ({
          ...task,
          hooks: before?.runs[run.id]?.userTaskRuns[task.guid]?.hooks ?? task.hooks,
        })),
      })),
  ],
  [
    'a hook is forgotten, and its timer is not',
    'an armed hook has its timer',
    (result) =>
      withRuns(result, (run) => ({
        ...run,
        userTaskRuns: mapValues(run.userTaskRuns, (task) => ({ ...task, hooks: task.hooks.slice(1) })),
      })),
  ],
  ['everything is copied', 'what a step did not change', (result) => JSON.parse(JSON.stringify(result)) as Step],
  [
    'a variable takes a value of another type',
    'every variable is there, of its type',
    (result) => withThreads(result, (one) => ({ ...one, variables: { ...one.variables, n: 'many' } })),
  ],
  [
    'a value is no JSON',
    'a family, its records and effects are plain JSON',
    (result) => withThreads(result, (one) => ({ ...one, output: Number.NaN })),
  ],
  [
    'a command that does nothing makes a new family',
    'a command that changes nothing',
    (result) => ({ ...result, family: { ...result.family } }),
  ],
];

export const PLANTED_BUGS: PlantedBug[] = PLANTS.map(([bug, noticedBy, plant]) => ({
  bug,
  noticedBy,
  step: (before, world, command) => {
    const result = step(before, world, command);
    return result.ok ? plant(result, before, command) : result;
  },
}));

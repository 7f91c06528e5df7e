// What surrounds a family: the queue of its tasks, its timers, the keys it listens for, the rows of its user tasks. It does with records and
// effects what persistence does, so that a life can be led without a database.
import { type Command, claimKey } from '../command.ts';
import type { Family, UserTaskRunState } from '../family.ts';
import { lookup } from '../lookup.ts';
import type { Effect, EngineRecord } from '../record.ts';
import type { Step } from '../result.ts';
import { readTimerKey } from '../timers.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;
export type Attempt = { wfRunId: string; guid: string; attempt: number; isClaimed: boolean };

export type Outside = {
  /** Armed, by run and key. */
  timers: Map<string, EffectOf<'SetTimer'>>;
  /** Every timer that was ever armed. */
  allTimers: Map<string, EffectOf<'SetTimer'>>;
  /** Attempts that wait for a worker or that one has, by `claimKey`. */
  queue: Map<string, Attempt>;
  allAttempts: Map<string, Attempt>;
  /** By run, thread and position. */
  listening: Map<string, EffectOf<'Correlate'>>;
  /** Every UserTaskRun that ever was, with its draft, comments and details, by run and guid. */
  userTasks: Map<string, { wfRunId: string; task: UserTaskRunState }>;
  wfRunIds: Set<string>;
};

export const emptyOutside = (): Outside => ({
  timers: new Map(),
  allTimers: new Map(),
  queue: new Map(),
  allAttempts: new Map(),
  listening: new Map(),
  userTasks: new Map(),
  wfRunIds: new Set(),
});

/** The attempts that workers have. */
export function claimsOf({ queue }: Outside): string[] {
  return [...queue].flatMap(([key, { isClaimed }]) => (isClaimed ? [key] : []));
}

export function takeIn(outside: Outside, command: Command, { records, effects }: Step): void {
  for (const effect of effects) takeEffect(outside, effect);
  for (const record of records) takeRecord(outside, command, record);
}

function takeEffect({ timers, allTimers, queue, allAttempts, listening }: Outside, effect: Effect): void {
  switch (effect.type) {
    case 'SetTimer':
      timers.set(`${effect.wfRunId} ${effect.key}`, effect);
      allTimers.set(`${effect.wfRunId} ${effect.key}`, effect);
      return;
    case 'ClearTimer':
      timers.delete(`${effect.wfRunId} ${effect.key}`);
      return;
    case 'ScheduleTask': {
      const { wfRunId, taskRun } = effect;
      const { guid, attempt } = taskRun;
      const key = claimKey(wfRunId, guid, attempt);
      const row = queue.get(key) ?? { wfRunId, guid, attempt, isClaimed: false };
      queue.set(key, row);
      allAttempts.set(key, row);
      return;
    }
    case 'UnscheduleTask': {
      const key = claimKey(effect.wfRunId, effect.guid, effect.attempt);
      if (!effect.onlyUnclaimed || !queue.get(key)?.isClaimed) queue.delete(key);
      return;
    }
    case 'Correlate':
      listening.set(`${effect.wfRunId} ${effect.threadRunNumber} ${effect.position}`, effect);
      return;
    case 'Uncorrelate':
      listening.delete(`${effect.wfRunId} ${effect.threadRunNumber} ${effect.position}`);
  }
}

function takeRecord({ userTasks, wfRunIds }: Outside, command: Command, record: EngineRecord): void {
  if (record.type === 'WfRunChanged') wfRunIds.add(record.wfRunId);
  if (record.type !== 'UserTaskRunChanged') return;
  const { wfRunId, userTaskRun: task } = record;
  const key = `${wfRunId} ${task.guid}`;
  const was = userTasks.get(key)?.task;
  const isNamed = isAbout(command, wfRunId, task.guid);
  // The draft, the comments and the details of a task that the command does not name were not loaded.
  const { comments, details, draft, saving } = isNamed || !was ? task : was;
  userTasks.set(key, {
    wfRunId,
    task: {
      ...task,
      comments,
      details,
      ...(task.endedAt === null ? { draft, saving } : { draft: null, saving: null }),
    },
  });
}

/** The user task that a command is about, and which is loaded for it with all that is kept of it. */
function userTaskOf(command: Command): string | null {
  if (command.type === 'ReportTask') return null;
  if (command.type === 'FireTimer') {
    const timer = readTimerKey(command.key);
    return timer.type === 'hook' ? timer.guid : null;
  }
  return 'guid' in command ? command.guid : null;
}

export const isAbout = (command: Command, wfRunId: string, guid: string): boolean =>
  userTaskOf(command) === guid && command.wfRunId === wfRunId;

/** The family as the load of a command gives it: the task that the command names has its draft, its comments, its details, and itself if it is finished. */
export function loadedFor(command: Command, stored: Family | null, { userTasks }: Outside): Family | null {
  const guid = userTaskOf(command);
  if (!stored || guid === null) return stored;
  const { wfRunId } = command;
  const row = userTasks.get(`${wfRunId} ${guid}`);
  const run = lookup(stored.runs, wfRunId);
  if (!row || !run) return stored;
  const open = lookup(run.userTaskRuns, guid);
  const { draft, saving, comments, details } = row.task;
  const userTaskRuns = { ...run.userTaskRuns, [guid]: open ? { ...open, draft, saving, comments, details } : row.task };
  return { ...stored, runs: { ...stored.runs, [wfRunId]: { ...run, userTaskRuns } } };
}

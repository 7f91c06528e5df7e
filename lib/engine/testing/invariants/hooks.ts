// Lifecycle hooks and their timers: what is armed has one, and what is void never acts (decision 7).
import { lookup } from '../../lookup.ts';
import { readTimerKey } from '../../timers.ts';
import { threadOf } from '../../work.ts';
import type { Moment } from '../random-life.ts';
import { type Invariant, recordsOf } from './past.ts';

export const hooks: Record<string, Invariant> = {
  'an armed hook has its timer, unless its task is suspended, and the timer of a hook has its hook': function* (
    moment,
    { leftRuns },
  ) {
    const { after, outside } = moment;
    for (const run of Object.values(after?.runs ?? {})) {
      for (const { guid, hooks: armed, suspendedAt } of Object.values(run.userTaskRuns)) {
        for (const { action, epoch, dueAt, quiet } of armed) {
          const timer = outside.timers.get(`${run.id} hook ${guid} ${action} ${epoch}`);
          const isWanted = dueAt !== null && suspendedAt === null;
          // One of inactivity may be called early, and looks.
          const isRight = timer?.dueAt === dueAt || (quiet !== null && (timer?.dueAt ?? Infinity) <= (dueAt ?? 0));
          if (isWanted ? !isRight : timer) yield `hook ${guid} ${action} is due ${dueAt}, its timer ${timer?.dueAt}`;
        }
      }
    }
    const left = recordsOf(moment).flatMap((record) => (record.type === 'WfRunLeft' ? [record.wfRunId] : []));
    for (const { wfRunId, key } of outside.timers.values()) {
      if (leftRuns.has(wfRunId) || left.includes(wfRunId)) continue;
      const timer = readTimerKey(key);
      if (timer.type !== 'hook') continue;
      const task = after?.runs[wfRunId]?.userTaskRuns[timer.guid];
      const isArmed = task?.hooks.some(({ action, epoch }) => action === timer.action && epoch === timer.epoch);
      if (!isArmed) yield `${wfRunId} ${key} is for nothing`;
    }
  },

  'a hook is armed for the present ownership or from the arrival, of an open task, and may fire again': function* ({
    after,
    world,
  }) {
    for (const run of Object.values(after?.runs ?? {})) {
      for (const task of Object.values(run.userTaskRuns)) {
        if (task.endedAt !== null && task.hooks.length > 0) yield `task ${task.guid} is finished, and hooks are armed`;
        const thread = threadOf(run, task.threadRunNumber);
        const spec = thread && world.wfSpec(thread.oldWfSpec ?? run.wfSpec)?.threads[thread.threadSpecName];
        const node = task.endedAt === null && thread ? spec?.nodes[thread.current.nodeName] : undefined;
        for (const { action, epoch, quiet } of task.hooks) {
          if (epoch !== 0 && epoch !== task.epoch)
            yield `hook ${task.guid} ${action} is of ${epoch}, not ${task.epoch}`;
          if (quiet !== null && task.userId === null) yield `nobody has ${task.guid}, and is inactive`;
        }
        for (const [action, count] of Object.entries(task.firings)) {
          const most = node?.type === 'USER_TASK' ? node.actions[Number(action)]?.maxFirings : undefined;
          if (most !== undefined && count > most) yield `hook ${task.guid} ${action} fired ${count} times`;
        }
      }
    }
  },

  'a hook acts when it is armed and due, and its task is open and not suspended': function* (moment) {
    const acts = recordsOf(moment).filter(
      (record) => record.type === 'UserTaskEventAppended' && record.actor.kind === 'hook',
    );
    if (acts.length > 0 && !mayAct(moment)) yield `${moment.command.type}: ${JSON.stringify(acts)}`;
  },
};

/** Whoever changes the owners arms hooks, which may fail; all else of theirs comes by a timer or an admin. */
function mayAct({ before, command }: Moment): boolean {
  if (command.type === 'AssignUserTask' || command.type === 'ReleaseUserTask') return true;
  const run = before ? lookup(before.runs, command.wfRunId) : undefined;
  if (command.type === 'ChangeHook') {
    const task = run?.userTaskRuns[command.guid];
    return command.change.type === 'FIRE' && task?.suspendedAt === null && task.endedAt === null;
  }
  const timer = command.type === 'FireTimer' ? readTimerKey(command.key) : null;
  if (timer?.type !== 'hook') return false;
  const task = run?.userTaskRuns[timer.guid];
  const hook = task?.hooks.find(({ action, epoch }) => action === timer.action && epoch === timer.epoch);
  return task?.suspendedAt === null && task.endedAt === null && (hook?.dueAt ?? Infinity) <= command.at;
}

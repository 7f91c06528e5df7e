// A hook fires: the task changes hands, is cancelled, or a worker is asked to remind somebody (semantics.md 11.7, 11.9; decision 7).
import { NodeFailure } from '../failure.ts';
import type { HookState, WfRunState } from '../family.ts';
import { lookup } from '../lookup.ts';
import { scheduleTask } from '../task/schedule-task.ts';
import { hookTimer, setTimer } from '../timers.ts';
import type { TaskSite, Work } from '../work.ts';
import { hand } from './assign.ts';
import { cancelTask } from './cancel.ts';
import { appendEvent } from './change-user-task.ts';
import { failHook, whyOf } from './fail-hook.ts';
import { effectOf, type HookEffect } from './hook-effect.ts';
import { actionOf, dropHook, firingsLeft, putHook, refOf, setHooks } from './hook-state.ts';

/** The call of a hook's timer. It may be void by now, put off, or its task suspended: that sets it anew when it goes on. */
export function wakeHook(
  work: Work,
  run: WfRunState,
  { guid, action, epoch }: { guid: string; action: number; epoch: number },
): void {
  const task = lookup(run.userTaskRuns, guid);
  const hook = task?.hooks.find((armed) => armed.action === action && armed.epoch === epoch);
  if (!task || !hook || hook.dueAt === null || task.suspendedAt !== null) return;
  if (hook.dueAt > work.at) setTimer(work, run.id, hookTimer(guid, hook), hook.dueAt);
  else fireHook({ work, run, task }, hook);
}

/** One that is armed, of a task that is open and not suspended. */
export function fireHook(site: TaskSite, hook: HookState): void {
  const action = actionOf(site, hook);
  spend(site, hook);
  let effect: HookEffect;
  try {
    effect = effectOf(site, action);
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    failHook(site, hook, error.failure.message);
    return;
  }
  switch (effect.type) {
    case 'TASK':
      remind(site, hook, effect);
      return;
    case 'REASSIGN':
      hand(site, effect.owners, whyOf(site, hook));
      return;
    case 'CANCEL':
      cancelTask(site, whyOf(site, hook, effect.reason), null);
  }
}

/** A hook fires once. One of inactivity waits for the owner's next act, as long as it may fire again. */
function spend(site: TaskSite, hook: HookState): void {
  const { firings } = site.task;
  const action = actionOf(site, hook);
  dropHook(site, hook);
  setHooks(site, { firings: { ...firings, [hook.action]: (firings[hook.action] ?? 0) + 1 } });
  if (hook.quiet !== null && firingsLeft(site.task, hook.action, action) > 0) putHook(site, { ...hook, dueAt: null });
}

/** Its worker is told of the user task, and who has it now. */
function remind(site: TaskSite, hook: HookState, effect: Extract<HookEffect, { type: 'TASK' }>): void {
  const { work, run, task } = site;
  const { guid, userId, userGroup, threadRunNumber, position, nextEventSeq } = task;
  const { taskDefName, timeoutSeconds, retries } = effect.action;
  const taskRunGuid = `ut-${guid}-${nextEventSeq}`;
  appendEvent(site, whyOf(site, hook), { type: 'TASK_EXECUTED', taskRunGuid, hook: refOf(site, hook) });
  scheduleTask(work, run, {
    guid: taskRunGuid,
    threadRunNumber,
    position,
    taskDefName,
    inputs: effect.inputs,
    outputMasked: effect.isMasked,
    timeoutSeconds,
    scheduleTimeoutSeconds: null,
    totalAttempts: 1 + retries,
    backoff: null,
    createdAt: work.at,
    attempt: 0,
    state: 'SCHEDULED',
    scheduledAt: work.at,
    attempts: [],
    userTask: { guid, userId, userGroup },
  });
}

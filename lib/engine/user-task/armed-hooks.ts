// What happens next with a task: its armed hooks in the order in which they fall due, with what each would do now.
import type { ArmedHook } from '#contracts/user-task-hook.ts';
import { instantToText } from '#contracts/value.ts';
import { NodeFailure } from '../failure.ts';
import type { Family, HookState, Instant } from '../family.ts';
import { lookup } from '../lookup.ts';
import { beginWork, type TaskSite } from '../work.ts';
import type { World } from '../world.ts';
import { shownDue } from './change-hook.ts';
import { effectOf } from './hook-effect.ts';
import { actionOf, firingsLeft, refOf } from './hook-state.ts';

/** Changes nothing. Throws NotLoaded like a step. */
export function armedHooks(
  family: Family,
  world: World,
  { at, wfRunId, guid }: { at: Instant; wfRunId: string; guid: string },
): ArmedHook[] {
  const run = lookup(family.runs, wfRunId);
  const task = run && lookup(run.userTaskRuns, guid);
  if (!run || !task) return [];
  const actor = { kind: 'engine', id: null, onBehalfOf: null } as const;
  const work = beginWork(family, family.rootWfRunId, world, { at, actor, seed: '', claims: [] });
  return task.hooks
    .flatMap((hook) => (hook.dueAt === null ? [] : [{ hook, dueAt: hook.dueAt }]))
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ hook, dueAt }) => shownHook({ work, run, task }, hook, dueAt));
}

function shownHook(site: TaskSite, hook: HookState, dueAt: Instant): ArmedHook {
  const { task } = site;
  const action = actionOf(site, hook);
  return {
    ...refOf(site, hook),
    dueAt: instantToText(shownDue(site, dueAt)),
    suspended: task.suspendedAt !== null,
    firingsLeft: action.hook === 'ON_ARRIVAL' ? 1 : firingsLeft(task, hook.action, action),
    ...shownEffect(site, action),
  };
}

function shownEffect(site: TaskSite, action: Parameters<typeof effectOf>[1]): Pick<ArmedHook, 'effect' | 'problem'> {
  try {
    const effect = effectOf(site, action);
    switch (effect.type) {
      case 'TASK':
        return { effect: { type: 'TASK', taskDefName: effect.action.taskDefName }, problem: null };
      case 'REASSIGN':
        return { effect: { type: 'REASSIGN', ...effect.owners }, problem: null };
      case 'CANCEL':
        return { effect, problem: null };
    }
  } catch (error) {
    if (!(error instanceof NodeFailure)) throw error;
    return { effect: null, problem: error.failure.message };
  }
}

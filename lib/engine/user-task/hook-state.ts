// The armed hooks of a task as state: each has its timer, but while the task is suspended (decisions 7, 8).
import type { HookRef, HookType, UserTaskAction } from '#contracts/user-task-hook.ts';
import type { HookState, Instant, UserTaskRunState } from '../family.ts';
import { must } from '../invariant.ts';
import { clearTimer, hookTimer, setTimer } from '../timers.ts';
import { nodeOf, siteOf, type TaskSite } from '../work.ts';

/** The actions of the node that made the task. */
export function actionsOf({ work, run, task }: TaskSite): UserTaskAction[] {
  const node = nodeOf(siteOf(work, run, task.threadRunNumber));
  return node.type === 'USER_TASK' ? node.actions : [];
}

export function actionOf(site: TaskSite, { action }: Pick<HookState, 'action'>): UserTaskAction {
  return must(actionsOf(site)[action], `UserTaskRun ${site.task.guid} has no action ${action}`);
}

export function hookIdOf({ action, epoch }: Pick<HookState, 'action' | 'epoch'>): string {
  return `${action}-${epoch}`;
}

/** The hook as the history names it. */
export function refOf(site: TaskSite, hook: Pick<HookState, 'action' | 'epoch'>): HookRef {
  const { hook: type, action } = actionOf(site, hook);
  return { id: hookIdOf(hook), hook: type, action: action.type };
}

/** The cause of what a hook does. */
export const CAUSE_OF = {
  ON_ARRIVAL: 'on-arrival',
  ON_TASK_ASSIGNED: 'on-task-assigned',
  ON_INACTIVITY: 'on-inactivity',
} as const satisfies Record<HookType, string>;

export function firingsLeft({ firings }: UserTaskRunState, action: number, { maxFirings }: UserTaskAction): number {
  return maxFirings - (firings[action] ?? 0);
}

/** The time of a task's hooks: it stands still while the task is suspended. */
export function hookTime({ work, task }: TaskSite): Instant {
  return task.suspendedAt ?? work.at;
}

/** Replaces the hooks of a task, and no more: what is armed is no event, and no row of the task's. */
export function setHooks(site: TaskSite, change: Partial<Pick<UserTaskRunState, 'hooks' | 'firings'>>): void {
  const { run } = site;
  site.task = { ...site.task, ...change };
  run.userTaskRuns = { ...run.userTaskRuns, [site.task.guid]: site.task };
}

/** Takes the place of the hook with the same action and epoch, or is one more. */
export function putHook(site: TaskSite, hook: HookState): void {
  setHooks(site, { hooks: [...site.task.hooks.filter((other) => !isSame(other, hook)), hook] });
  armTimer(site, hook);
}

export function dropHook(site: TaskSite, hook: HookState): void {
  setHooks(site, { hooks: site.task.hooks.filter((other) => !isSame(other, hook)) });
  disarmTimer(site, hook);
}

const isSame = (a: HookState, b: HookState): boolean => a.action === b.action && a.epoch === b.epoch;

/** Voids hooks: all, or, when the task changes hands, those that an earlier change of ownership armed. Gives what is left. */
export function voidHooks(site: TaskSite, which: 'all' | 'of assignment'): HookState[] {
  const isVoid = ({ epoch }: HookState): boolean => which === 'all' || epoch > 0;
  for (const hook of site.task.hooks) if (isVoid(hook)) disarmTimer(site, hook);
  return site.task.hooks.filter((hook) => !isVoid(hook));
}

/** Their timers stop with the task's suspension, before it is marked. */
export function stopHooks(site: TaskSite): void {
  for (const hook of site.task.hooks) disarmTimer(site, hook);
}

/** After it: due times move by the time that it took. */
export function resumeHooks(site: TaskSite, suspendedAt: Instant): void {
  const moved = site.work.at - suspendedAt;
  const hooks = site.task.hooks.map((hook) => ({ ...hook, dueAt: hook.dueAt === null ? null : hook.dueAt + moved }));
  setHooks(site, { hooks });
  for (const hook of hooks) armTimer(site, hook);
}

/** The owner did something: what counts their inactivity begins anew. Their timers find out when they are due. */
export function noteAct(site: TaskSite, userId: string): void {
  const { task } = site;
  if (task.userId !== userId || task.hooks.every(({ quiet }) => quiet === null)) return;
  const now = hookTime(site);
  const hooks = task.hooks.map((hook) => {
    if (hook.quiet === null) return hook;
    const dueAt = now + hook.quiet;
    if (hook.dueAt === null) armTimer(site, { ...hook, dueAt });
    // One that an admin has put off stays so.
    return { ...hook, dueAt: Math.max(dueAt, hook.dueAt ?? dueAt) };
  });
  setHooks(site, { hooks });
}

function armTimer({ work, run, task }: TaskSite, hook: HookState): void {
  if (hook.dueAt !== null && task.suspendedAt === null) setTimer(work, run.id, hookTimer(task.guid, hook), hook.dueAt);
}

function disarmTimer({ work, run, task }: TaskSite, hook: HookState): void {
  if (hook.dueAt !== null && task.suspendedAt === null) clearTimer(work, run.id, hookTimer(task.guid, hook));
}

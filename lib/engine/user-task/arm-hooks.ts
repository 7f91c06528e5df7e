// Arming: when a hook falls due is worked out once, what it does only when it fires (decision 7).
import type { UserTaskAction } from '#contracts/user-task-hook.ts';
import { failingAs, NodeFailure } from '../failure.ts';
import type { HookState, Instant } from '../family.ts';
import { scopeOf } from '../scope.ts';
import { evaluate } from '../values/evaluate.ts';
import { isWritableInstant, typeOf, ValueError } from '../values/value.ts';
import { type Site, siteOf, type TaskSite } from '../work.ts';
import { failHook } from './fail-hook.ts';
import { actionsOf, firingsLeft, hookTime, putHook } from './hook-state.ts';

/** So many milliseconds from when it is armed, or an instant. */
export type Delay = { ms: number } | { until: Instant };

/** When an action falls due. May throw a NodeFailure. */
export function delayOf(site: Site, { hook, delay }: UserTaskAction, index: number): Delay {
  return failingAs('VAR_SUB_ERROR', `Failed to work out the delay of action ${index}`, () => {
    const value = evaluate(delay, scopeOf(site));
    if (value.type === 'INT' || value.type === 'DOUBLE') {
      const ms = Math.max(0, Math.round(Number(value.value) * 1000));
      if (isWritableInstant(site.work.at + ms)) return { ms };
      throw new ValueError('it ends after the year 9999');
    }
    if (value.type !== 'TIMESTAMP') throw new ValueError(`it must be seconds or a TIMESTAMP, not ${typeOf(value)}`);
    if (hook === 'ON_INACTIVITY') throw new ValueError('inactivity is counted in seconds, not up to a TIMESTAMP');
    return { until: value.value };
  });
}

/** Arms all that counts from the arrival; `delays` are those of the node's actions, in their order. */
export function armOnArrival(site: TaskSite, delays: readonly Delay[]): void {
  actionsOf(site).forEach((action, index) => {
    const delay = delays[index];
    if (delay && (action.hook === 'ON_ARRIVAL' || counts(site, action))) arm(site, action, index, delay);
  });
}

/** Arms what counts from a change of ownership. One that cannot be ends the task if it was to reassign or cancel it. */
export function armOnAssignment(site: TaskSite): void {
  for (const [index, action] of actionsOf(site).entries()) {
    if (!counts(site, action) || firingsLeft(site.task, index, action) <= 0) continue;
    try {
      arm(site, action, index, delayOf(siteOf(site.work, site.run, site.task.threadRunNumber), action, index));
    } catch (error) {
      if (!(error instanceof NodeFailure)) throw error;
      failHook(site, { action: index, epoch: site.task.epoch }, error.failure.message);
      if (site.task.endedAt !== null) return;
    }
  }
}

/** Whether an action counts from the present ownership: only a person can be inactive. */
function counts({ task }: TaskSite, { hook }: UserTaskAction): boolean {
  return hook === 'ON_TASK_ASSIGNED' || (hook === 'ON_INACTIVITY' && task.userId !== null);
}

function arm(site: TaskSite, { hook }: UserTaskAction, action: number, delay: Delay): void {
  const now = hookTime(site);
  const armed: HookState = {
    action,
    epoch: hook === 'ON_ARRIVAL' ? 0 : site.task.epoch,
    // What is armed while the task is suspended moves with the rest when it goes on.
    dueAt: 'ms' in delay ? now + delay.ms : delay.until - (site.work.at - now),
    quiet: hook === 'ON_INACTIVITY' && 'ms' in delay ? delay.ms : null,
  };
  putHook(site, armed);
}

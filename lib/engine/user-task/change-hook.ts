// ChangeHook: an admin fires an armed hook now, puts it off or disarms it, and the history says so (decision 7).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import { instantToText } from '#contracts/value.ts';
import type { CommandOf } from '../command.ts';
import type { HookState } from '../family.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import type { TaskSite } from '../work.ts';
import { appendEvent } from './change-user-task.ts';
import { fireHook } from './fire-hook.ts';
import { dropHook, hookIdOf, hookTime, putHook, refOf } from './hook-state.ts';
import { refuseFinished, refuseStale, refuseSuspended } from './refuse-user-task.ts';

export function changeHook(site: TaskSite, command: CommandOf<'ChangeHook'>): Refusal | null {
  const { task } = site;
  const { hookId, change, actor, reason, expectedVersion } = command;
  const refusal = refuseFinished(task) ?? refuseStale(task, expectedVersion);
  if (refusal) return refusal;
  const hook = task.hooks.find((armed) => hookIdOf(armed) === hookId);
  if (!hook || hook.dueAt === null) return refuse('NOT_FOUND', because('hookNotArmed', { hookId }));
  const dueAt = shownDue(site, hook.dueAt);
  const note = (
    what: 'FIRED' | 'POSTPONED' | 'DISARMED',
    cause: `${'fire' | 'postpone' | 'disarm'}-hook`,
    due: number | null,
  ) =>
    appendEvent(
      site,
      { actor, cause, reason },
      {
        type: 'HOOK_CHANGED',
        hook: refOf(site, hook),
        change: what,
        dueBefore: instantToText(dueAt),
        dueAfter: due === null ? null : instantToText(due),
      },
    );
  switch (change.type) {
    case 'FIRE': {
      const suspended = refuseSuspended(task);
      if (suspended) return suspended;
      note('FIRED', 'fire-hook', null);
      fireHook(site, hook);
      return null;
    }
    case 'POSTPONE': {
      if (change.until <= dueAt) {
        const message = `must be after ${instantToText(dueAt)}, when it is due`;
        return refuseInvalid([{ path: 'until', message }]);
      }
      note('POSTPONED', 'postpone-hook', change.until);
      putHook(site, { ...hook, dueAt: change.until - stillness(site) });
      return null;
    }
    case 'DISARM':
      note('DISARMED', 'disarm-hook', null);
      dropHook(site, hook);
      return null;
  }
}

/** When a hook is due, were its task to go on now. */
export function shownDue(site: TaskSite, dueAt: NonNullable<HookState['dueAt']>): number {
  return dueAt + stillness(site);
}

/** How long the task has been suspended. */
function stillness(site: TaskSite): number {
  return site.work.at - hookTime(site);
}

// A hook that cannot be worked out: the history says why, and a task that it was to reassign or cancel is cancelled, so that nothing hangs
// (decision 7).
import type { HookState } from '../family.ts';
import type { TaskSite } from '../work.ts';
import { cancelTask } from './cancel.ts';
import { appendEvent, type Why } from './change-user-task.ts';
import { actionOf, CAUSE_OF, hookIdOf, refOf } from './hook-state.ts';

export function failHook(site: TaskSite, hook: Pick<HookState, 'action' | 'epoch'>, message: string): void {
  appendEvent(site, whyOf(site, hook), { type: 'HOOK_FAILED', hook: refOf(site, hook), message });
  if (actionOf(site, hook).action.type === 'TASK') return;
  cancelTask(site, { ...whyOf(site, hook), reason: message }, null);
}

/** Who is named for what a hook does. */
export function whyOf(site: TaskSite, hook: Pick<HookState, 'action' | 'epoch'>, reason: string | null = null): Why {
  const actor = { kind: 'hook', id: hookIdOf(hook), onBehalfOf: null } as const;
  return { actor, cause: CAUSE_OF[actionOf(site, hook).hook], reason };
}

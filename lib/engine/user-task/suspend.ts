// A user task under a halted thread: suspended, and as it was once the thread goes on; cancelled when it is halted for good (decision 8).
import type { Actor } from '#contracts/actor.ts';
import type { TaskSite } from '../work.ts';
import { changeUserTask, endUserTask } from './change-user-task.ts';
import { resumeHooks, stopHooks } from './hook-state.ts';

const ENGINE: Actor = { kind: 'engine', id: null, onBehalfOf: null };

export function suspendUserTask(site: TaskSite): void {
  const { work, task } = site;
  if (task.suspendedAt !== null) return;
  const why = { actor: ENGINE, cause: 'halt' as const, reason: null };
  stopHooks(site);
  changeUserTask(site, { suspendedAt: work.at, version: task.version + 1 }, { why, body: { type: 'SUSPENDED' } });
}

export function resumeUserTask(site: TaskSite): void {
  const { suspendedAt, version } = site.task;
  if (suspendedAt === null) return;
  const why = { actor: ENGINE, cause: 'halt' as const, reason: null };
  changeUserTask(site, { suspendedAt: null, version: version + 1 }, { why, body: { type: 'RESUMED' } });
  resumeHooks(site, suspendedAt);
}

/** Ends the task by the engine itself; its node is not told. */
export function cancelForGood(site: TaskSite, reason: string): void {
  endUserTask(
    site,
    { status: 'CANCELLED', results: null, endedBy: null },
    { actor: ENGINE, cause: 'halt', reason },
    { type: 'CANCELLED' },
  );
}

// What of a family is stored in its own row: the rest has rows of its own, from which the load puts back what a command needs.

import { isFinished } from '#contracts/user-task-status.ts';
import type { Family, UserTaskRunState, WfRunState } from './family.ts';

/** The family without its finished UserTaskRuns, and without drafts, comments and details. */
export function storedFamily(family: Family): Family {
  const runs = Object.entries(family.runs).map(([id, run]) => [id, storedRun(run)] as const);
  return { ...family, runs: Object.fromEntries(runs) };
}

function storedRun(run: WfRunState): WfRunState {
  const open = Object.entries(run.userTaskRuns).filter(([, task]) => !isFinished(task.status));
  return { ...run, userTaskRuns: Object.fromEntries(open.map(([guid, task]) => [guid, storedTask(task)])) };
}

function storedTask(task: UserTaskRunState): UserTaskRunState {
  return { ...task, draft: null, saving: null, comments: {}, details: [] };
}

// The engine's only door: what a command makes of a family (ARCHITECTURE.md, "the engine is a function").
import type { Refusal } from '#contracts/problem.ts';
import type { Command, UserTaskCommand } from './command.ts';
import { reportTask } from './commands/report-task.ts';
import { runWf } from './commands/run-wf.ts';
import type { Family } from './family.ts';
import { finishWork } from './finish-work.ts';
import { lookup } from './lookup.ts';
import { refuse } from './refuse.ts';
import type { StepResult } from './result.ts';
import { assignUserTask, releaseUserTask } from './user-task/assign.ts';
import { cancelUserTask } from './user-task/cancel.ts';
import type { TaskSite } from './user-task/change-user-task.ts';
import { addComment, deleteComment, editComment } from './user-task/comment.ts';
import { completeUserTask, saveUserTask } from './user-task/fill-in.ts';
import { beginWork, ownRun, type Work } from './work.ts';
import type { World } from './world.ts';

/**
 * Does one command: the next state with what changed, or a refusal that changes nothing. `family` is null while there is none; it is never
 * mutated, and what did not change is shared with the next one. Throws only if an invariant is broken.
 */
export function step(family: Family | null, world: World, command: Command): StepResult {
  const work = beginWork(family, command.wfRunId, world, command);
  const refusal = perform(work, command);
  return refusal ? { ok: false, refusal } : finishWork(work);
}

function perform(work: Work, command: Command): Refusal | null {
  if (command.type === 'RunWf') return runWf(work, command);
  const run = lookup(work.family.runs, command.wfRunId);
  if (!run) return refuse('NOT_FOUND', `There is no WfRun ${command.wfRunId}`);
  if (command.type === 'ReportTask') return reportTask(work, command);
  const task = lookup(run.userTaskRuns, command.guid);
  if (!task) return refuse('NOT_FOUND', `There is no UserTaskRun ${command.guid} in WfRun ${command.wfRunId}`);
  return performOnUserTask({ work, run: ownRun(work, command.wfRunId), task }, command);
}

function performOnUserTask(site: TaskSite, command: UserTaskCommand): Refusal | null {
  switch (command.type) {
    case 'AssignUserTask':
      return assignUserTask(site, command);
    case 'ReleaseUserTask':
      return releaseUserTask(site, command);
    case 'SaveUserTask':
      return saveUserTask(site, command);
    case 'CompleteUserTask':
      return completeUserTask(site, command);
    case 'CancelUserTask':
      return cancelUserTask(site, command);
    case 'AddComment':
      return addComment(site, command);
    case 'EditComment':
      return editComment(site, command);
    case 'DeleteComment':
      return deleteComment(site, command);
  }
}

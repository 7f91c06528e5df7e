// The engine's only door: what a command makes of a family (ARCHITECTURE.md, "the engine is a function").
import type { Refusal } from '#contracts/problem.ts';
import { advance } from './advance.ts';
import type { Command, UserTaskCommand } from './command.ts';
import { fireTimer } from './commands/fire-timer.ts';
import { migrateRun } from './commands/migrate-run.ts';
import { putExternalEvent } from './commands/put-external-event.ts';
import { reportTask } from './commands/report-task.ts';
import { rescueThread } from './commands/rescue-thread.ts';
import { runWf } from './commands/run-wf.ts';
import { resumeThread, stopThread } from './commands/stop-and-resume.ts';
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
import { migrateUserTask } from './user-task/migrate-form.ts';
import { beginWork, ownRun, type Work } from './work.ts';
import type { World } from './world.ts';

/**
 * Does one command: the next state with what changed, or a refusal that changes nothing. `family` is null while there is none; it is never
 * mutated, and what did not change is shared with the next one. Throws NotLoaded for a definition that the world has yet to be given;
 * beyond that only if an invariant is broken.
 */
export function step(family: Family | null, world: World, command: Command): StepResult {
  const work = beginWork(family, command.wfRunId, world, command);
  const refusal = perform(work, command);
  if (refusal) return { ok: false, refusal };
  advance(work);
  return finishWork(work);
}

function perform(work: Work, command: Command): Refusal | null {
  switch (command.type) {
    case 'RunWf':
      return runWf(work, command);
    case 'PutExternalEvent':
      return putExternalEvent(work, command);
    case 'FireTimer':
      return fireTimer(work, command);
    default:
      return performOnRun(work, command);
  }
}

function performOnRun(
  work: Work,
  command: Exclude<Command, { type: 'RunWf' | 'PutExternalEvent' | 'FireTimer' }>,
): Refusal | null {
  const { wfRunId } = command;
  const run = lookup(work.family.runs, wfRunId);
  if (!run) return refuse('NOT_FOUND', `There is no WfRun ${wfRunId}`);
  switch (command.type) {
    case 'ReportTask':
      return reportTask(work, command);
    case 'StopThread':
      return stopThread(work, command);
    case 'ResumeThread':
      return resumeThread(work, command);
    case 'RescueThread':
      return rescueThread(work, command);
    case 'MigrateRun':
      return migrateRun(work, command);
    default: {
      const task = lookup(run.userTaskRuns, command.guid);
      if (!task) return refuse('NOT_FOUND', `There is no UserTaskRun ${command.guid} in WfRun ${wfRunId}`);
      return performOnUserTask({ work, run: ownRun(work, wfRunId), task }, command);
    }
  }
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
    case 'MigrateUserTask':
      return migrateUserTask(site, command);
    case 'AddComment':
      return addComment(site, command);
    case 'EditComment':
      return editComment(site, command);
    case 'DeleteComment':
      return deleteComment(site, command);
  }
}

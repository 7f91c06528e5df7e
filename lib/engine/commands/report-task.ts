// ReportTask: how an attempt ended; it is tried again, or the thread goes on with its output or failure (semantics.md 10.3).
import type { JsonValue } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import { valueFits } from '#contracts/value.ts';
import { advance, settle, settleFailure } from '../advance.ts';
import type { CommandOf, TaskOutcome } from '../command.ts';
import { technicalFailure } from '../failure.ts';
import type { FailureState, TaskRunState } from '../family.ts';
import { lookup } from '../lookup.ts';
import { refuse } from '../refuse.ts';
import { scheduleTask } from '../schedule-task.ts';
import { ownRun, record, siteOf, type Work } from '../work.ts';

/** An attempt that has ended: with an output, or with the failure that its node takes unless it is tried again. */
type Ended = { status: TaskStatus; output: JsonValue; failure: FailureState | null; error: ErrorOf | null };
type ErrorOf = { type: string; message: string };

export function reportTask(work: Work, command: CommandOf<'ReportTask'>): Refusal | null {
  const { wfRunId, guid, attempt, outcome, at } = command;
  const run = ownRun(work, wfRunId);
  const taskRun = lookup(run.taskRuns, guid);
  if (!taskRun || taskRun.attempt !== attempt) {
    return refuse('FAILED_PRECONDITION', `Attempt ${attempt} of TaskRun ${guid} has ended, or never was`);
  }
  const { status, output, failure, error } = endAttempt(work, taskRun, outcome);
  record(work, `task-attempt ${wfRunId} ${guid} ${attempt}`, {
    type: 'TaskAttemptEnded',
    wfRunId,
    guid,
    attempt,
    status,
    output,
    error,
    logOutput: outcome.logOutput ?? null,
    at,
  });
  work.effects.push({ type: 'UnscheduleTask', wfRunId, guid, attempt });
  if (isRetried(status) && attempt + 1 < taskRun.totalAttempts) {
    scheduleTask(work, run, { ...taskRun, attempt: attempt + 1 });
    return null;
  }
  delete run.taskRuns[guid];
  const site = siteOf(work, run, taskRun.threadRunNumber);
  if (failure) settleFailure(site, failure);
  else settle(site, output);
  advance(work, run);
  return null;
}

function endAttempt(work: Work, taskRun: TaskRunState, outcome: TaskOutcome): Ended {
  switch (outcome.type) {
    case 'OUTPUT':
      return endWithOutput(work, taskRun, outcome.output);
    case 'ERROR':
      return failed('FAILED', { type: outcome.errorType, message: outcome.message }, 'TASK_FAILURE');
    case 'TIMEOUT': {
      const message = `The worker gave no sign of life for ${taskRun.timeoutSeconds} seconds`;
      return failed('TIMEOUT', { type: 'TIMEOUT', message }, 'TIMEOUT');
    }
    case 'EXCEPTION': {
      const { name, message, content } = outcome;
      return { status: 'EXCEPTION', output: null, failure: { name, message, content }, error: { type: name, message } };
    }
  }
}

/** Null always will do; a TaskDef without a return type takes whatever comes, and nobody can refer to it. */
function endWithOutput(work: Work, taskRun: TaskRunState, output: JsonValue): Ended {
  const returnType = work.world.taskDef(taskRun.taskDefName)?.returnType;
  if (!returnType || valueFits(returnType, output)) return { status: 'SUCCESS', output, failure: null, error: null };
  const message = `Task ${taskRun.taskDefName} must return ${returnType}`;
  return failed('OUTPUT_ERROR', { type: 'TASK_OUTPUT_ERROR', message }, 'TASK_OUTPUT_ERROR');
}

function failed(status: TaskStatus, error: ErrorOf, name: Parameters<typeof technicalFailure>[0]): Ended {
  return { status, output: null, failure: technicalFailure(name, error.message), error };
}

function isRetried(status: TaskStatus): boolean {
  return status === 'FAILED' || status === 'TIMEOUT';
}

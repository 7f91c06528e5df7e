// How an attempt ends: as an output, or as the failure that its node takes unless it is tried again (semantics.md 10.3, decision 15).
import type { JsonValue } from '#contracts/json.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import { typeName } from '#contracts/value.ts';
import type { TaskOutcome } from '../command.ts';
import { newFailure, type ReservedFailure, technicalFailure } from '../failure.ts';
import type { FailureState, TaskRunState } from '../family.ts';
import { structsOf } from '../struct-defs.ts';
import { readTyped } from '../values/cast.ts';
import { readJson } from '../values/read.ts';
import { assertSize } from '../values/size.ts';
import { toJson, ValueError } from '../values/value.ts';
import type { Work } from '../work.ts';

type ErrorOf = { type: string; message: string };
export type EndedAttempt = {
  status: TaskStatus;
  output: JsonValue;
  error: ErrorOf | null;
  failure: FailureState | null;
};

export function endAttempt(work: Work, taskRun: TaskRunState, outcome: TaskOutcome): EndedAttempt {
  switch (outcome.type) {
    case 'OUTPUT':
      return endWithOutput(work, taskRun, outcome.output);
    case 'ERROR':
      return failed('FAILED', { type: outcome.errorType, message: outcome.message }, 'TASK_FAILURE');
    case 'INPUT_ERROR':
      return failed('INPUT_ERROR', { type: 'INPUT_ERROR', message: outcome.message }, 'VAR_SUB_ERROR');
    case 'TIMEOUT': {
      const message = `The worker gave no sign of life for ${taskRun.timeoutSeconds} seconds`;
      return failed('TIMEOUT', { type: 'TIMEOUT', message }, 'TIMEOUT');
    }
    case 'EXCEPTION': {
      const { name, message, content } = outcome;
      const error = { type: name, message };
      return { status: 'EXCEPTION', output: null, error, failure: newFailure(name, message, content) };
    }
  }
}

/** Null always will do; a TaskDef without a return type takes whatever comes, and nobody can refer to it. */
function endWithOutput(work: Work, { taskDefName }: TaskRunState, output: JsonValue): EndedAttempt {
  const type = work.world.taskDef(taskDefName)?.returnType;
  try {
    assertSize(output, work.world.limits.valueBytes);
    const value = type ? toJson(readTyped(type, output, structsOf(work.world))) : toJson(readJson(output));
    return { status: 'SUCCESS', output: value, error: null, failure: null };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const wanted = type ? ` must return ${typeName(type)}` : '';
    const message = `Task ${taskDefName}${wanted}: ${error.message}`;
    return failed('OUTPUT_ERROR', { type: 'TASK_OUTPUT_ERROR', message }, 'TASK_OUTPUT_ERROR');
  }
}

function failed(status: TaskStatus, error: ErrorOf, name: ReservedFailure): EndedAttempt {
  return { status, output: null, error, failure: technicalFailure(name, error.message) };
}

// Records: what a step changed, in the past tense. Persistence writes each as a row, once when it begins and once when it ends.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import type { Cause, UserTaskEventBody } from '#contracts/user-task-run.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Instant, NodeRunState, TaskRunState, UserTaskRunState } from './family.ts';

type InRun = { wfRunId: string };
type InThread = InRun & { threadRunNumber: number };

/** A step names each thing once at most, as it is when the step ends; rows that carry a whole state are written over what stood there. */
export type EngineRecord =
  /** The run began or its status changed: its row is written from the family. */
  | (InRun & { type: 'WfRunChanged' })
  /** A thread began or changed: its row is written from the family. */
  | (InThread & { type: 'ThreadRunChanged' })
  | (InThread & {
      type: 'NodeRunChanged';
      threadSpecName: string;
      nodeType: string;
      nodeRun: NodeRunState;
      taskRunGuid: string | null;
      userTaskRunGuid: string | null;
    })
  | (InThread & { type: 'VariableSet'; name: string; variableType: VariableType; value: JsonValue; at: Instant })
  | (InRun & { type: 'TaskRunScheduled'; taskRun: TaskRunState; at: Instant })
  | (InRun & {
      type: 'TaskAttemptEnded';
      guid: string;
      attempt: number;
      status: TaskStatus;
      output: JsonValue;
      error: { type: string; message: string } | null;
      logOutput: string | null;
      at: Instant;
    })
  | (InRun & { type: 'UserTaskRunChanged'; userTaskRun: UserTaskRunState })
  | (InRun & {
      type: 'UserTaskEventAppended';
      guid: string;
      seq: number;
      at: Instant;
      actor: Actor;
      cause: Cause;
      reason: string | null;
      body: UserTaskEventBody;
    })
  | (InRun & { type: 'UserTaskDraftSaved'; guid: string; results: JsonObject; savedBy: string; at: Instant });

/** Requests for what the engine cannot do itself; they become rows in the same commit. */
export type Effect =
  /** Put an attempt in the queue of its TaskDef. */
  | (InRun & { type: 'ScheduleTask'; taskRun: TaskRunState; wfSpecName: string; at: Instant })
  /** Take an attempt out of the queue: it was reported, timed out or is no longer wanted. */
  | (InRun & { type: 'UnscheduleTask'; guid: string; attempt: number });

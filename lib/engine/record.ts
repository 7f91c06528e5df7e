// Records: what a step changed, in the past tense. Persistence writes each as a row; what is still going on stays in the family's state.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import type { Cause, UserTaskEventBody } from '#contracts/user-task-run.ts';
import type { NodeType, WfSpecId } from '#contracts/wf-spec.ts';
import type {
  ExternalEventState,
  Instant,
  NodeRunState,
  SavingState,
  TaskRunState,
  ThreadRunState,
  UserTaskRunState,
  WfRunState,
} from './family.ts';

type InRun = { wfRunId: string };
type InThread = InRun & { threadRunNumber: number };

/** A step names each thing once at most, as it is when the step ends; rows that carry a whole state are written over what stood there. */
export type EngineRecord =
  /** The run began, its status, version or time of deletion changed: its row is written from the family. */
  | (InRun & { type: 'WfRunChanged' })
  /** A child run that has ended left the family: from now on its row alone knows it. */
  | (InRun & { type: 'WfRunLeft'; run: WfRunState })
  /** A COMPLETED thread left its run. */
  | (InRun & { type: 'ThreadRunLeft'; wfSpec: WfSpecId; thread: ThreadRunState })
  /** A thread left a node, or ended there. Nothing about this NodeRun changes any more. */
  | (InThread & {
      type: 'NodeRunEnded';
      wfSpec: WfSpecId;
      threadSpecName: string;
      nodeType: NodeType;
      nodeRun: NodeRunState;
    })
  /** A searchable variable, or one with indexed fields, was set in an entrypoint thread: `values` take the place of what it had. */
  | (InRun & { type: 'SearchableSet'; name: string; values: SearchableValue[] })
  | (InRun & { type: 'TaskRunEnded'; taskRun: TaskRunState; status: TaskStatus; at: Instant })
  | (InRun & { type: 'ExternalEventPut'; event: ExternalEventState })
  | (InThread & { type: 'ExternalEventClaimed'; defName: string; guid: string; position: number })
  | (InRun & { type: 'ExternalEventExpired'; defName: string; guid: string })
  | (InThread & {
      type: 'WorkflowEventThrown';
      defName: string;
      number: number;
      content: JsonValue;
      position: number;
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
      hash: string;
    })
  | (InRun & { type: 'UserTaskDraftSaved'; guid: string; results: JsonObject; saving: SavingState });

/** What a run is found by: the variable itself (`path` null) or a field of it, as canonical text. */
export type SearchableValue = { path: string | null; value: string };

/** Requests for what the engine cannot do itself; they become rows in the same commit. */
export type Effect =
  /** Put an attempt in the queue of its TaskDef. */
  | (InRun & { type: 'ScheduleTask'; taskRun: TaskRunState; wfSpecName: string; at: Instant })
  /** Take an attempt out of the queue: it was reported, timed out or is no longer wanted; or, only if no worker has it, its thread halts. */
  | (InRun & { type: 'UnscheduleTask'; guid: string; attempt: number; onlyUnclaimed: boolean })
  /** Arm a timer, over what was armed under this key. */
  | (InRun & { type: 'SetTimer'; key: string; dueAt: Instant })
  | (InRun & { type: 'ClearTimer'; key: string })
  /** Listen for correlated events of this kind and key, for this node alone. */
  | (InThread & { type: 'Correlate'; position: number; defName: string; correlationKey: string })
  | (InThread & { type: 'Uncorrelate'; position: number });

// The live state of a family: a root WfRun with all its child runs, the unit of consistency (decision 24). Plain JSON, so that it stores and
// compares byte for byte. It holds only what can still change something: what has ended leaves by a record and is forgotten here.
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { Owners, UserTaskStatus } from '#contracts/user-task-run.ts';
import type { RunStatus } from '#contracts/wf-run.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';

/** Epoch milliseconds. The engine has no clock: every instant is handed in (decision 25). */
export type Instant = number;

export type Family = {
  /** The root WfRun's id; with the tenant, the key of everything below. */
  rootWfRunId: string;
  /** By WfRun id. A finished run stays, so that its parent and its callers see how it ended. */
  runs: Record<string, WfRunState>;
};

export type WfRunState = {
  id: string;
  wfSpec: WfSpecId;
  requester: string | null;
  status: RunStatus;
  startedAt: Instant;
  endedAt: Instant | null;
  nextThreadNumber: number;
  /** In order of creation. */
  threads: ThreadRunState[];
  /** TaskRuns whose outcome the run waits for, by guid. */
  taskRuns: Record<string, TaskRunState>;
  /**
   * Open UserTaskRuns by guid. A finished one is put back by the load for the command that names it, and stays after the step that
   * finished it, so that the next command of a batch meets it; `storedFamily` says what is kept.
   */
  userTaskRuns: Record<string, UserTaskRunState>;
};

export type ThreadRunState = {
  number: number;
  threadSpecName: string;
  status: RunStatus;
  startedAt: Instant;
  endedAt: Instant | null;
  failure: FailureState | null;
  /** Values in plain JSON; the ThreadSpec has the types. */
  variables: JsonObject;
  /** The latest output of each node that some assignment of the ThreadSpec refers to, by node name. */
  outputs: Record<string, JsonValue>;
  /** Where the thread stands: its one NodeRun that has not ended, or the last one once the thread has. */
  current: NodeRunState;
};

export type NodeRunState = {
  /** 0 is the ENTRYPOINT; one more for every arrival. */
  position: number;
  nodeName: string;
  status: RunStatus;
  arrivedAt: Instant;
  endedAt: Instant | null;
  /** Once it has failed: set while it still waits, it is what the thread meets when it goes on. */
  failure: FailureState | null;
  /** What a waiting node was given, until its thread goes on. */
  result: { output: JsonValue } | null;
  /** The TaskRun or UserTaskRun that it began, if it began one. */
  taskGuid: string | null;
};

export type FailureState = { name: string; message: string; content: JsonValue };

export type TaskRunState = {
  /** `<thread>-<position>`, derived from its NodeRun. */
  guid: string;
  threadRunNumber: number;
  position: number;
  taskDefName: string;
  inputs: { name: string; value: JsonValue }[];
  timeoutSeconds: number;
  totalAttempts: number;
  /** The attempt that is waiting for a worker or running, from 0. */
  attempt: number;
};

export type UserTaskRunState = Owners & {
  guid: string;
  threadRunNumber: number;
  position: number;
  userTaskDefName: string;
  userTaskDefVersion: number;
  title: string;
  context: string | null;
  notes: string | null;
  status: UserTaskStatus;
  /** Raised by every change of ownership: guards timers. */
  epoch: number;
  /** Raised by every change but comments and drafts: guards people's writes (decision 6). */
  version: number;
  /** The seq of the next event. */
  nextEventSeq: number;
  nextCommentId: number;
  createdAt: Instant;
  endedAt: Instant | null;
  /** Once DONE. */
  results: JsonObject | null;
  /** Who ended it; null while open. */
  endedBy: string | null;
  /** Lives in a row of its own: the load puts it here for the command that names this task, and `storedFamily` leaves it out. */
  draft: JsonObject | null;
  /** By id; put here by the load and left out like the draft. */
  comments: Record<string, { userId: string; text: string; deleted: boolean }>;
};

// The live state of a family: a root WfRun with all its child runs, the unit of consistency (decision 24). Plain JSON, so that it stores and
// compares byte for byte. It holds only what can still change something: what has ended leaves by a record and is forgotten here.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { RemindedUserTask, TaskStatus } from '#contracts/task-run.ts';
import type { Owners, UserTaskDetail } from '#contracts/user-task-run.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import type { HaltReason, RunAct, RunStatus, ThreadType, WaitingStatus } from '#contracts/wf-run.ts';
import type { Backoff, WfSpecId } from '#contracts/wf-spec.ts';
import type { MigrationState } from './migration/migration-state.ts';

/** Epoch milliseconds. The engine has no clock: every instant is handed in (decision 25). */
export type Instant = number;

export type Family = {
  /** The root WfRun's id; with the tenant, the key of everything below. */
  rootWfRunId: string;
  /** By WfRun id; none before the root has begun. A child that has ended and was waited for has left. */
  runs: Record<string, WfRunState>;
  /** ExternalEvents that nobody has claimed, by WfRun id, oldest first: also for runs that have not begun. */
  events: Record<string, ExternalEventState[]>;
};

export type WfRunState = {
  id: string;
  wfSpec: WfSpecId;
  /** Versions that it was migrated from, oldest first. */
  oldWfSpecs: WfSpecId[];
  requester: string | null;
  /** The run that this is a child of; the node that started it, unless a caller did. */
  parent: { wfRunId: string; threadRunNumber: number | null; position: number | null } | null;
  /** The schedule that started it. */
  scheduleId: string | null;
  status: RunStatus;
  startedAt: Instant;
  endedAt: Instant | null;
  /** When the run is to be deleted; set when it has ended, and only in a root. */
  eraseAt: Instant | null;
  nextThreadNumber: number;
  /** In order of creation. A COMPLETED child whose retention is over has left: a number below the next that is not here is one. */
  threads: ThreadRunState[];
  /** TaskRuns whose outcome the run waits for, and reminders, by guid. */
  taskRuns: Record<string, TaskRunState>;
  /**
   * Open UserTaskRuns by guid. A finished one is put back by the load for the command that names it, and stays after the step that
   * finished it, so that the next command of a batch meets it; `storedFamily` says what is kept.
   */
  userTaskRuns: Record<string, UserTaskRunState>;
  /** How many WorkflowEvents were thrown, by their definition's name. */
  thrown: Record<string, number>;
  /** The plan by which it moves to another WfSpec version, while a thread has not. */
  migration: MigrationState | null;
};

export type ThreadRunState = {
  number: number;
  type: ThreadType;
  /** Whose variables it sees; null for the entrypoint thread. */
  parent: number | null;
  /** Whose halting halts it: its parent, but for the handler of a child's failure the thread that waits for that child. */
  holder: number | null;
  threadSpecName: string;
  /** Set while the run has moved to another version and this thread has not. */
  oldWfSpec: WfSpecId | null;
  status: RunStatus;
  startedAt: Instant;
  endedAt: Instant | null;
  haltReasons: HaltReason[];
  /** Interrupts that have not been handled, in order of arrival. The first is being handled when an INTERRUPTED reason says by whom. */
  interrupts: { guid: string; handler: string; content: JsonValue }[];
  /** Failed children whose failure was handled where this thread waited for them. */
  handledFailedChildren: number[];
  /** Why it has failed. */
  failure: FailureState | null;
  /** Its own variables, in plain JSON; the ThreadSpec has the types. */
  variables: JsonObject;
  /** The latest output of each node that some assignment of the ThreadSpec refers to, by node name. */
  outputs: Record<string, JsonValue>;
  /** Who last completed each USER_TASK node that some assignment of the ThreadSpec asks this of. */
  doneBy: Record<string, string>;
  /** What its EXIT returned. */
  output: JsonValue;
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
  /** Oldest first. The last one decides: unless it was handled, it is what the thread meets when it goes on. */
  failures: FailureState[];
  /** What a waiting node was given, until its thread goes on. */
  result: { output: JsonValue } | null;
  /** The TaskRun or UserTaskRun that it began, if it began one. */
  taskGuid: string | null;
  /** When its timer is due. */
  wakeAt: Instant | null;
  /** The threads that a WAIT_FOR_THREADS waits for, or that the node started. */
  threads: WaitedThread[];
  /** The run that a RUN_CHILD_WF started or a WAIT_FOR_CHILD_WF waits for. */
  childWfRunId: string | null;
  /** The key whose events are delivered to it now. */
  correlationKey: string | null;
  /** The ExternalEvent that it claimed. */
  eventGuid: string | null;
  /** What was done by hand while the thread stood here, oldest first; absent while nothing was. */
  acts?: RunAct[];
};

/** `status` is null for a thread that was started and not waited for. */
export type WaitedThread = { number: number; status: WaitingStatus | null; handler: number | null };

/** `handler` is the thread that handles it, once one does. */
export type FailureState = {
  name: string;
  message: string;
  content: JsonValue;
  handler: number | null;
  handled: boolean;
};

export type ExternalEventState = {
  guid: string;
  defName: string;
  content: JsonValue;
  createdAt: Instant;
  /** Whom alone it is for. */
  threadRunNumber: number | null;
  position: number | null;
};

export type TaskRunState = {
  /** `<thread>-<position>`, derived from its NodeRun; `ut-<thread>-<position>-<seq>` of a reminder, from the event that tells of it. */
  guid: string;
  threadRunNumber: number;
  position: number;
  taskDefName: string;
  inputs: TaskInputState[];
  outputMasked: boolean;
  timeoutSeconds: number;
  scheduleTimeoutSeconds: number | null;
  totalAttempts: number;
  backoff: Backoff | null;
  createdAt: Instant;
  /** The attempt that is waiting for its time or a worker, or running, from 0. */
  attempt: number;
  /** WITHDRAWN is an attempt that nobody had claimed when its thread was halted; who has a claimed one the queue knows (decision 23). */
  state: 'PENDING' | 'SCHEDULED' | 'WITHDRAWN';
  scheduledAt: Instant;
  /** Attempts that have ended. */
  attempts: TaskAttemptState[];
  /** Of a reminder, whose outcome nobody waits for. */
  userTask: RemindedUserTask | null;
};

export type TaskInputState = { name: string; value: JsonValue; masked: boolean };

export type TaskAttemptState = {
  number: number;
  status: TaskStatus;
  scheduledAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant;
  workerId: string | null;
  leaseToken: string | null;
  output: JsonValue;
  error: { type: string; message: string } | null;
  logOutput: string | null;
};

export type UserTaskRunState = Owners & {
  guid: string;
  threadRunNumber: number;
  position: number;
  userTaskDefName: string;
  userTaskDefVersion: number;
  title: string;
  /** Per language, where the title is that of a form with several. */
  titles?: Record<string, string>;
  context: string | null;
  notes: string | null;
  requester: string | null;
  priority: number;
  dueAt: Instant | null;
  followUpAt: Instant | null;
  /** Separation of duties: they may not do it, whatever groups they are in (decision 12). */
  excludeUsers: string[];
  status: UserTaskStatus;
  /** Since when its thread is halted (decision 8); null while it can be worked on. */
  suspendedAt: Instant | null;
  /** Raised by every change of ownership: guards timers. */
  epoch: number;
  /** Raised by every change but comments and drafts: guards people's writes (decision 6). */
  version: number;
  /** The seq of the next event. */
  nextEventSeq: number;
  /** The hash of the last event: the next one is chained to it. */
  lastHash: string | null;
  nextCommentId: number;
  createdAt: Instant;
  endedAt: Instant | null;
  /** Once DONE. */
  results: JsonObject | null;
  /** Who ended it; null while open. */
  endedBy: string | null;
  /** Read-only beside the form; a row has them, as it has the draft. */
  details: UserTaskDetail[];
  /** Lives in a row of its own: the load puts it here for the command that names this task, and `storedFamily` leaves it out. */
  draft: JsonObject | null;
  /** Who saved it, and the sitting that goes on: with the draft. */
  saving: SavingState | null;
  /** By id; put here by the load and left out like the draft. */
  comments: Record<string, { userId: string; text: string; deleted: boolean }>;
  /** Hooks that are armed. */
  hooks: HookState[];
  /** How often each of the node's actions has fired, by its place. */
  firings: Record<string, number>;
};

/** Its timer is due then or, of inactivity, before: that looks, and is set anew. While the task is suspended it has none. */
export type HookState = {
  /** The place of its action in the node. */
  action: number;
  /** The change of ownership that armed it, and after which another voids it; 0 for the arrival. */
  epoch: number;
  /** Null for one of inactivity that has fired: the owner's next act sets it. */
  dueAt: Instant | null;
  /** Of one of inactivity: milliseconds from the owner's last act. */
  quiet: number | null;
};

/** `fields` tells who saved each field last; `before` what those changed in the sitting were when it began. */
export type SavingState = {
  savedBy: string;
  at: Instant;
  fields: Record<string, { savedBy: string; at: Instant }>;
  sitting: { actor: Actor; from: Instant; until: Instant; before: JsonObject } | null;
};

// Commands: what may be asked of a family, in the imperative. Time, actor, ids and chance come as data.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { MigrationPlan } from '#contracts/migration-plan.ts';
import type { Cause, Owners } from '#contracts/user-task-run.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import type { Instant } from './family.ts';

/** What the load adds to what is asked. */
export type Circumstances = {
  at: Instant;
  /** Chance, handed in: new child runs take their ids from it. Letters and digits, never the same twice. */
  seed: string;
  /** The attempts that a worker has now, as `claimKey` names them. */
  claims: readonly string[];
};

export type Command = Request & Circumstances;

type By = { actor: Actor };
type OnRun = By & { wfRunId: string };
type OnThread = OnRun & { threadRunNumber: number };
/** Why; null when nobody said. Absent in histories from before it was kept: then nothing tells who did it either. */
type ByHand = OnThread & { reason?: string | null | undefined };
type OnTask = OnRun & { guid: string };
/** A write that may carry the version its caller saw. */
type OnUserTask = OnTask & { expectedVersion?: number | undefined };

/** What is asked, without the circumstances. */
export type Request =
  | (OnRun & {
      type: 'RunWf';
      wfSpec: WfSpecId;
      variables: JsonObject;
      requester: string | null;
      /** The run to be a child of, in the family that is stepped. */
      parentWfRunId: string | null;
      scheduleId: string | null;
    })
  | (OnTask & { type: 'ReportTask'; attempt: number; outcome: TaskOutcome; lease: Lease | null })
  /** `key` as `timer-key.ts` writes it. One that is not armed any more, or not yet due, changes nothing. */
  | (OnRun & { type: 'FireTimer'; key: string })
  /** The run need not have begun. A guid that is known must not come here: who was told before must be told the same. */
  | (OnRun & {
      type: 'PutExternalEvent';
      guid: string;
      defName: string;
      content: JsonValue;
      threadRunNumber: number | null;
      position: number | null;
      /** Why somebody sends it by hand. */
      reason?: string | undefined;
    })
  | (ByHand & { type: 'StopThread' })
  | (ByHand & { type: 'ResumeThread' })
  | (ByHand & { type: 'RescueThread'; skipCurrentNode: boolean })
  | (OnRun & { type: 'MigrateRun'; plan: MigrationPlan })
  /** Sets both owners; `cause` says which verb it was. With `onlyFromUnassigned` a task that a person has is refused, naming them. */
  | (OnUserTask & {
      type: 'AssignUserTask';
      owners: Owners;
      cause: Extract<Cause, 'assign' | 'claim' | 'hand-over' | 'take-over' | 'undo'>;
      onlyFromUnassigned: boolean;
      reason: string | null;
    })
  | (OnUserTask & { type: 'ReleaseUserTask'; reason: string | null })
  | (OnUserTask & {
      type: 'SaveUserTask';
      userId: string;
      results: JsonObject;
      ignoreClaim: boolean;
      /** There is more to come: no event yet. */
      isSittingOpen?: boolean | undefined;
    })
  | (OnUserTask & { type: 'CompleteUserTask'; userId: string; results: JsonObject })
  | (OnUserTask & { type: 'CancelUserTask'; reason: string | null })
  /** To a newer version of its form. */
  | (OnUserTask & { type: 'MigrateUserTask'; userId: string; userTaskDefVersion: number })
  | (OnUserTask & { type: 'AddComment'; userId: string; text: string })
  | (OnUserTask & { type: 'EditComment'; commentId: number; text: string })
  | (OnUserTask & { type: 'DeleteComment'; commentId: number })
  | (OnUserTask & { type: 'ChangeHook'; hookId: string; change: HookChange; reason: string });

/** What an admin does with a hook that is armed. */
export type HookChange = { type: 'FIRE' } | { type: 'POSTPONE'; until: Instant } | { type: 'DISARM' };

/** The command of one type. */
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What may be asked of a UserTaskRun. */
export type UserTaskRequest = Extract<
  Request,
  OnUserTask & { type: `${string}UserTask` | `${string}Comment` | `${string}Hook` }
>;
export type UserTaskCommand = UserTaskRequest & Circumstances;

/** Who had the attempt that is reported, as the queue knows it. */
export type Lease = { workerId: string; leaseToken: string; startedAt: Instant };

/** How an attempt ended: as its worker reported, or by the end of its lease. `logOutput` goes into the attempt's record. */
export type TaskOutcome = (
  | { type: 'OUTPUT'; output: JsonValue }
  | { type: 'ERROR'; errorType: string; message: string }
  /** The worker could not read the inputs. */
  | { type: 'INPUT_ERROR'; message: string }
  | { type: 'EXCEPTION'; name: string; message: string; content: JsonValue }
  | { type: 'TIMEOUT' }
) & { logOutput?: string | undefined };

/** Names an attempt among all of a family. */
export const claimKey = (wfRunId: string, guid: string, attempt: number): string => `${wfRunId} ${guid} ${attempt}`;

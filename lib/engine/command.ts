// Commands: what may be asked of a family, in the imperative. Time, actor and ids come as data.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { Cause, Owners } from '#contracts/user-task-run.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import type { Instant } from './family.ts';

type At = { at: Instant; actor: Actor };
type OnTask = At & { wfRunId: string; guid: string };
/** A write that may carry the version its caller saw. */
type OnUserTask = OnTask & { expectedVersion?: number | undefined };

export type Command =
  | (At & { type: 'RunWf'; wfRunId: string; wfSpec: WfSpecId; variables: JsonObject; requester: string | null })
  | (OnTask & { type: 'ReportTask'; attempt: number; outcome: TaskOutcome })
  /** Sets both owners; `cause` says which verb it was. With `onlyFromUnassigned` a task that a person has is refused, naming them. */
  | (OnUserTask & {
      type: 'AssignUserTask';
      owners: Owners;
      cause: Extract<Cause, 'assign' | 'claim' | 'take-over'>;
      onlyFromUnassigned: boolean;
      reason: string | null;
    })
  | (OnUserTask & { type: 'ReleaseUserTask'; reason: string | null })
  | (OnUserTask & { type: 'SaveUserTask'; userId: string; results: JsonObject; ignoreClaim: boolean })
  | (OnUserTask & { type: 'CompleteUserTask'; userId: string; results: JsonObject })
  | (OnUserTask & { type: 'CancelUserTask'; reason: string | null })
  | (OnUserTask & { type: 'AddComment'; userId: string; text: string })
  | (OnUserTask & { type: 'EditComment'; commentId: number; text: string })
  | (OnUserTask & { type: 'DeleteComment'; commentId: number });

/** The command of one type. */
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What may be asked of a UserTaskRun. */
export type UserTaskCommand = Exclude<Command, { type: 'RunWf' | 'ReportTask' }>;

/** How an attempt ended: as its worker reported, or by the end of its lease. `logOutput` goes into the attempt's record. */
export type TaskOutcome = (
  | { type: 'OUTPUT'; output: JsonValue }
  | { type: 'ERROR'; errorType: string; message: string }
  | { type: 'EXCEPTION'; name: string; message: string; content: JsonValue }
  | { type: 'TIMEOUT' }
) & { logOutput?: string | undefined };

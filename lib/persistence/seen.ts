// What a command gets to see before it is decided: the time, its family, and the one thing beside the family that it is about.

import type { ExternalEvent } from '#contracts/event.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { TaskStatus } from '#contracts/task-run.ts';
import type { Lease } from '#engine/command.ts';
import type { Family, Instant } from '#engine/family.ts';
import type { Taken } from './commit-families.ts';
import type { UserTaskView } from './user-task-view.ts';

/** What the command is about beside its family. A correlation is taken with the commit: both of its rows must still be there then. */
export type Focus =
  | { type: 'userTask'; wfRunId: string; guid: string }
  | { type: 'attempt'; wfRunId: string; guid: string; attempt: number }
  | { type: 'externalEvent'; wfRunId: string; defName: string; guid: string }
  | ({ type: 'correlation'; isConsumed: boolean } & Taken);

/** An attempt: on lease, ended, or neither; `isTask` tells whether there is such a TaskRun at all. */
export type AttemptView = {
  isTask: boolean;
  lease: (Lease & { leaseUntil: Instant }) | null;
  ended: { status: TaskStatus; leaseToken: string | null } | null;
};

export type Seen = {
  now: Instant;
  /** The whole state, the focus's draft, comments and, if it is finished, itself put back. */
  family: Family | null;
  userTask: UserTaskView | null;
  attempt: AttemptView | null;
  externalEvent: ExternalEvent | null;
  /** The content of the correlated event; null when it, or the node that waits for it, is gone. */
  correlated: { content: JsonValue } | null;
};

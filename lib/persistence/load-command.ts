// What a command needs to see, in one statement: the time, the family, the answer of an earlier call with the same key, and the one thing
// that the command is about.

import type { JsonValue } from '#contracts/json.ts';
import type { Family, Instant } from '#engine/family.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { hydration, stateOf, USER_TASK_QUERY, type UserTaskJson, type UserTaskView, viewOf } from './user-task-view.ts';

/** What the command is about beside its family; null for one that begins it. */
export type Focus =
  | { type: 'userTask'; wfRunId: string; guid: string }
  | { type: 'attempt'; wfRunId: string; guid: string; attempt: number };

/** Names a call for idempotency; `bodyHash` tells the same call from another under the same key. */
export type CallKey = { principal: string; operation: string; key: string; bodyHash: string };

/** An attempt: in the queue, ended, or neither; `isTask` tells whether there is such a TaskRun at all. */
export type AttemptView = {
  isTask: boolean;
  queued: { leaseToken: string | null; leaseUntil: Instant | null } | null;
  ended: { status: string; leaseToken: string | null } | null;
};

export type Seen = {
  now: Instant;
  /** The whole state, the focus's draft, comments and, if it is finished, itself put back. */
  family: Family | null;
  /** The guard of the commit; null while there is no family. */
  version: number | null;
  answered: { bodyHash: string; response: JsonValue } | null;
  userTask: UserTaskView | null;
  attempt: AttemptView | null;
};

type Row = {
  now: number;
  version: number | null;
  state: Family | null;
  answered: Seen['answered'];
  focus: unknown;
};

const ATTEMPT_QUERY = `
  SELECT json_build_object(
    'isTask', EXISTS (
      SELECT FROM task_run t WHERE t.tenant_id = $1 AND t.family_id = $2 AND t.wf_run_id = $3 AND t.guid = $4
    ),
    'queued', (
      SELECT json_build_object('leaseToken', q.lease_token, 'leaseUntil', extract(epoch FROM q.lease_until) * 1000)
      FROM task_queue q
      WHERE q.tenant_id = $1 AND q.family_id = $2 AND q.wf_run_id = $3 AND q.guid = $4 AND q.attempt = $9
    ),
    'ended', (
      SELECT json_build_object('status', a.status, 'leaseToken', a.lease_token) FROM task_attempt a
      WHERE a.tenant_id = $1 AND a.family_id = $2 AND a.wf_run_id = $3 AND a.guid = $4 AND a.attempt = $9
    )
  )`;

// The parameters of a focus are named in FROM, so that they have a type also in the statement without one.
const loading = (focus: string): string => `
  SELECT (extract(epoch FROM docket_now($5)) * 1000)::float8 AS now, f.version, f.state,
    (
      SELECT json_build_object('bodyHash', k.body_hash, 'response', k.response) FROM idempotency_key k
      WHERE k.tenant_id = $1 AND k.principal = $6 AND k.operation = $7 AND k.key = $8
    ) AS answered,
    ${focus} AS focus
  FROM (SELECT $3::text, $4::text) AS about
  LEFT JOIN wf_family f ON f.tenant_id = $1 AND f.family_id = $2`;

const STATEMENTS = {
  none: { name: 'load-family', text: loading('NULL') },
  userTask: { name: 'load-user-task', text: loading(`(${USER_TASK_QUERY})`) },
  attempt: { name: 'load-attempt', text: loading(`(${ATTEMPT_QUERY})`) },
} satisfies Record<string, Statement>;

/** Loads what a command on `familyId` needs to see. */
export async function loadCommand(
  { pool, testClock }: Store,
  tenantId: string,
  familyId: string,
  focus: Focus | null,
  call: CallKey | null,
): Promise<Seen> {
  const key = [call?.principal ?? null, call?.operation ?? null, call?.key ?? null];
  const about = [focus?.wfRunId ?? null, focus?.guid ?? null];
  const extra = focus?.type === 'attempt' ? [focus.attempt] : [];
  const statement = STATEMENTS[focus?.type ?? 'none'];
  const [row] = await run<Row>(pool, statement, [tenantId, familyId, ...about, testClock, ...key, ...extra]);
  if (!row) throw new Error('the load statement gave no row');
  const userTask = focus?.type === 'userTask' && row.focus ? viewOf(row.focus as UserTaskJson) : null;
  return {
    now: row.now,
    family: row.state && userTask ? putBack(row.state, userTask) : row.state,
    version: row.version,
    answered: row.answered,
    userTask,
    attempt: focus?.type === 'attempt' ? (row.focus as AttemptView) : null,
  };
}

/** The family with what its row leaves out of the task in focus. */
function putBack(family: Family, view: UserTaskView): Family {
  const { wfRunId, guid } = view.summary;
  const run = family.runs[wfRunId];
  if (!run) return family;
  const open = run.userTaskRuns[guid];
  const task = open ? { ...open, ...hydration(view) } : stateOf(view);
  const userTaskRuns = { ...run.userTaskRuns, [guid]: task };
  return { ...family, runs: { ...family.runs, [wfRunId]: { ...run, userTaskRuns } } };
}

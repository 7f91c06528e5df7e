// What a person could claim now, most urgent first.
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

export type ClaimableSearch = {
  userId: string;
  groups: string[];
  userTaskDefName: string | undefined;
  /** The last one of the batch before. */
  after: Claimable | undefined;
  take: number;
};

type Claimable = { urgencyAt: Date; wfRunId: string; guid: string };

// Each group's tasks are one ordered scan of `user_task_run_next` that ends at the limit.
const FIND: Statement = {
  name: 'find-claimable-user-tasks',
  text: `
SELECT f.urgency_at AS "urgencyAt", f.wf_run_id AS "wfRunId", f.guid
FROM unnest($3::text[]) g(name) CROSS JOIN LATERAL (
  SELECT t.urgency_at, t.wf_run_id, t.guid FROM user_task_run t
  WHERE t.tenant_id = $1 AND t.user_group = g.name AND t.status = 'UNASSIGNED' AND t.suspended_at IS NULL
    AND (t.exclude_users IS NULL OR NOT t.exclude_users ? $2)
    AND ($4::text IS NULL OR t.user_task_def_name = $4)
    AND (t.urgency_at, t.wf_run_id, t.guid) > ($5::timestamptz, $6, $7)
  ORDER BY t.urgency_at, t.wf_run_id, t.guid LIMIT $8
) f
ORDER BY f.urgency_at, f.wf_run_id, f.guid LIMIT $8`,
};

/** The open tasks of these groups that nobody has and the person is not excluded from. */
export function findClaimable({ pool }: Store, tenantId: string, search: ClaimableSearch): Promise<Claimable[]> {
  const { userId, groups, userTaskDefName = null, after, take } = search;
  const beyond = after ? [after.urgencyAt, after.wfRunId, after.guid] : ['-infinity', '', ''];
  return run<Claimable>(pool, FIND, [tenantId, userId, groups, userTaskDefName, ...beyond, take]);
}

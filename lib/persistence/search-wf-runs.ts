// The search for WfRuns: newest first, a page at a time, one ordered index scan per status that is wanted.
import { LH_STATUSES, type RunStatus, type WfRunSummary } from '#contracts/wf-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { type WfRunRow, wfRunSummaryOf } from './wf-run-parts.ts';

export type WfRunSearch = {
  wfSpecName?: string | undefined;
  status?: RunStatus | undefined;
  startedAfter?: string | undefined;
  startedBefore?: string | undefined;
  /** The last one of the page before: what comes next is older. */
  after: [startedAt: string, id: string] | null;
  take: number;
};

const searching = (ofSpec: string): string => `
SELECT r.* FROM unnest($2::text[]) AS wanted(status)
CROSS JOIN LATERAL (
  SELECT id, wf_spec_name AS "wfSpecName", major_version AS "majorVersion", revision, status, requester,
    started_at AS "startedAt", ended_at AS "endedAt"
  FROM wf_run
  WHERE tenant_id = $1 AND status = wanted.status ${ofSpec}
    AND started_at > $3 AND started_at < $4 AND (started_at, id) < ($5::timestamptz, $6)
  ORDER BY started_at DESC, id DESC LIMIT $7
) r
ORDER BY r."startedAt" DESC, r.id DESC LIMIT $7`;

const ANY: Statement = { name: 'search-wf-runs', text: searching('') };
const OF_SPEC: Statement = { name: 'search-wf-runs-of-spec', text: searching('AND wf_spec_name = $8') };

export async function searchWfRuns({ pool }: Store, tenantId: string, search: WfRunSearch): Promise<WfRunSummary[]> {
  const { wfSpecName, status, startedAfter = '-infinity', startedBefore = 'infinity', after, take } = search;
  const [startedAt, id] = after ?? ['infinity', ''];
  const values = [tenantId, status ? [status] : LH_STATUSES, startedAfter, startedBefore, startedAt, id, take];
  const rows = wfSpecName
    ? await run<WfRunRow>(pool, OF_SPEC, [...values, wfSpecName])
    : await run<WfRunRow>(pool, ANY, values);
  return rows.map(wfRunSummaryOf);
}

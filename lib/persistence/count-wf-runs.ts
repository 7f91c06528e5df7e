// How many runs of some WfSpecs have not completed: one statement, whatever their number.
import type { RunStatus, WfRunCount } from '#contracts/wf-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

// Those that have completed may be millions, and nobody need look at them.
const WANTED: readonly RunStatus[] = ['RUNNING', 'HALTING', 'HALTED', 'ERROR', 'EXCEPTION'];

// A version that has a run is not deleted: each count is a stretch of the index.
const COUNT: Statement = {
  name: 'count-wf-runs',
  text: `
SELECT d.name AS "wfSpecName", wanted.status, sum(c.count)::int AS count
FROM definition d CROSS JOIN unnest($3::text[]) AS wanted(status) CROSS JOIN LATERAL (
  SELECT count(*) FROM wf_run r
  WHERE r.tenant_id = $1 AND r.wf_spec_name = d.name AND r.major_version = d.major AND r.revision = d.revision
    AND r.status = wanted.status
) c
WHERE d.tenant_id = $1 AND d.kind = 'WfSpec' AND d.name = ANY($2::text[])
GROUP BY d.name, wanted.status HAVING sum(c.count) > 0 ORDER BY d.name, wanted.status`,
};

export const countUnfinished = ({ pool }: Store, tenantId: string, wfSpecNames: string[]): Promise<WfRunCount[]> =>
  run<WfRunCount>(pool, COUNT, [tenantId, wfSpecNames, WANTED]);

// Counts of what has ended, and how long it took, within a window. Each look is bounded: beyond a cap it says so instead of counting on.
import type { Metrics } from '#contracts/upkeep.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

const CAP = 100_000;

const TALLIES = `
SELECT status, count(*)::int AS count, sum(count(*)) OVER ()::int > $1 AS "isCapped",
  round((extract(epoch FROM min(took)))::numeric, 3)::float8 AS min,
  round((extract(epoch FROM avg(took)))::numeric, 3)::float8 AS average,
  round((extract(epoch FROM max(took)))::numeric, 3)::float8 AS max
FROM ended GROUP BY status ORDER BY status`;

// By when they started, since that is how runs are found.
const WF_RUNS: Statement = {
  name: 'tally-wf-runs',
  text: `
WITH ended AS MATERIALIZED (
  SELECT r.status, r.ended_at - r.started_at AS took
  FROM unnest(ARRAY['COMPLETED', 'ERROR', 'EXCEPTION']) AS final(status)
  CROSS JOIN (
    SELECT major, revision FROM definition
    WHERE tenant_id = $2 AND kind = 'WfSpec' AND name = $3
      AND ($4::int IS NULL OR major = $4) AND ($5::int IS NULL OR revision = $5)
  ) v
  CROSS JOIN LATERAL (
    SELECT status, started_at, ended_at FROM wf_run
    WHERE tenant_id = $2 AND wf_spec_name = $3 AND major_version = v.major AND revision = v.revision
      AND status = final.status AND started_at >= $6::timestamptz AND started_at < $7::timestamptz
    LIMIT $1 + 1
  ) r
  LIMIT $1 + 1
) ${TALLIES}`,
};

// By when they ended, which is when their rows were written: a narrow index finds those blocks.
const TASK_RUNS: Statement = {
  name: 'tally-task-runs',
  text: `
WITH ended AS MATERIALIZED (
  SELECT status, ended_at - created_at AS took FROM task_run
  WHERE tenant_id = $2 AND task_def_name = $3 AND ended_at >= $4::timestamptz AND ended_at < $5::timestamptz LIMIT $1 + 1
) ${TALLIES}`,
};

type Row = { status: string; count: number; isCapped: boolean; min: number; average: number; max: number };
export type Tallies = Pick<Metrics, 'tallies' | 'isCapped'>;

const talliesOf = (rows: Row[]): Tallies => ({
  tallies: rows.map(({ status, count, min, average, max }) => ({ status, count, seconds: { min, average, max } })),
  isCapped: rows.some(({ isCapped }) => isCapped),
});

export async function tallyWfRuns(
  { pool }: Store,
  tenantId: string,
  of: {
    wfSpecName: string;
    majorVersion?: number | undefined;
    revision?: number | undefined;
    from: string;
    to: string;
  },
): Promise<Tallies> {
  const { wfSpecName, majorVersion = null, revision = null, from, to } = of;
  return talliesOf(await run<Row>(pool, WF_RUNS, [CAP, tenantId, wfSpecName, majorVersion, revision, from, to]));
}

export async function tallyTaskRuns(
  { pool }: Store,
  tenantId: string,
  { taskDefName, from, to }: { taskDefName: string; from: string; to: string },
): Promise<Tallies> {
  return talliesOf(await run<Row>(pool, TASK_RUNS, [CAP, tenantId, taskDefName, from, to]));
}

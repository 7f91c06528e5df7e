// A WfRun as it is now: in the state of its family, or, once it has left that, as it left.
import type { WfRunState } from '#engine/family.ts';
import { readLeftRun, runKey, runOf, threadsKey } from './family-codec.ts';
import { LEASES, type LeaseRow, type Leases, leasesOf } from './load-families.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

export type LiveRun = {
  familyId: string;
  state: WfRunState;
  /** Who has which attempt, by `claimKey`. */
  leases: Leases;
};

const FIND: Statement = {
  name: 'find-run-of-family',
  text: 'SELECT family_id AS "familyId", state FROM wf_run WHERE tenant_id = $1 AND id = $2',
};

// Of a family only what is of this run: a root may have a thousand children, whom nobody asked for.
const LOAD: Statement = {
  name: 'load-run',
  text: `
SELECT CASE WHEN f.family_id = $3 THEN f.state END AS state,
  CASE WHEN f.has_parts THEN (
    SELECT json_agg(json_build_array(p.part, p.state)) FROM family_part p
    WHERE p.tenant_id = $1 AND p.family_id = $2 AND (p.part = $4 OR starts_with(p.part, $5))
  ) END AS parts,
  (
    SELECT ${LEASES} FROM task_queue q
    WHERE q.tenant_id = $1 AND q.family_id = $2 AND q.wf_run_id = $3 AND q.lease_token IS NOT NULL
  ) AS leases
FROM wf_family f WHERE f.tenant_id = $1 AND f.family_id = $2`,
};

export async function findLiveRun({ pool }: Store, tenantId: string, wfRunId: string): Promise<LiveRun | null> {
  const found = await find(pool, tenantId, wfRunId);
  if (!found) return null;
  const { familyId } = found;
  if (found.left) return { familyId, state: found.left, leases: new Map() };
  const keys = [runKey(wfRunId), threadsKey(wfRunId)];
  const [row] = await run<Row>(pool, LOAD, [tenantId, familyId, wfRunId, ...keys]);
  if (!row) return null;
  const state = runOf(wfRunId, row);
  if (state) return { familyId, state, leases: leasesOf(row.leases) };
  // Gone from its family between the two looks: then its own row has it.
  const again = await find(pool, tenantId, wfRunId);
  return again?.left ? { familyId, state: again.left, leases: new Map() } : null;
}

type Row = { state: unknown; parts: unknown; leases: LeaseRow[] | null };
type Found = { familyId: string; left: WfRunState | null };

/** `left` is the run as it left its family, once it has. */
async function find(pool: Store['pool'], tenantId: string, wfRunId: string): Promise<Found | null> {
  const [row] = await run<{ familyId: string; state: unknown }>(pool, FIND, [tenantId, wfRunId]);
  return row ? { familyId: row.familyId, left: row.state === null ? null : readLeftRun(row.state) } : null;
}

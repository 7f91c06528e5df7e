// A WfRun as it is now: in the state of its family, or, once it has left that, as it left.
import type { WfRunState } from '#engine/family.ts';
import { readLeftRun } from './family-codec.ts';
import { type Leases, loadFamilies } from './load-families.ts';
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

export async function findLiveRun(store: Store, tenantId: string, wfRunId: string): Promise<LiveRun | null> {
  const [row] = await run<{ familyId: string; state: unknown }>(store.pool, FIND, [tenantId, wfRunId]);
  if (!row) return null;
  const { familyId } = row;
  if (row.state !== null) return { familyId, state: readLeftRun(row.state), leases: new Map() };
  const { loaded } = await loadFamilies(store, [{ tenantId, familyId, about: [] }]);
  const state = loaded[0]?.family?.runs[wfRunId];
  // Erased, or gone from its family, between the two looks: then it is looked for once more.
  if (!state) return loaded[0]?.version === null ? null : findLeftRun(store, tenantId, wfRunId);
  return { familyId, state, leases: loaded[0]?.leases ?? new Map() };
}

async function findLeftRun({ pool }: Store, tenantId: string, wfRunId: string): Promise<LiveRun | null> {
  const [row] = await run<{ familyId: string; state: unknown }>(pool, FIND, [tenantId, wfRunId]);
  return row && row.state !== null
    ? { familyId: row.familyId, state: readLeftRun(row.state), leases: new Map() }
    : null;
}

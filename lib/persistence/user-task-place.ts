// Where in its workflow a user task stands: its node, and the nodes that its thread has left.
import type { WfSpec } from '#contracts/wf-spec.ts';
import { findLiveRun } from './live-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

export type UserTaskPlace = { spec: WfSpec; threadSpecName: string; nodeName: string; passed: string[] };

const LEFT: Statement = {
  name: 'nodes-left-by-thread',
  text: `
SELECT node_name AS "nodeName", thread_spec_name AS "threadSpecName", max(position) AS last, bool_or(position = $5) AS "isPlace"
FROM node_run WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND thread_run_number = $4
GROUP BY node_name, thread_spec_name ORDER BY last`,
};

type Row = { nodeName: string; threadSpecName: string; isPlace: boolean };

/** Null when its run is gone, or no version that the run had knows the node. */
export async function findUserTaskPlace(
  store: Store,
  tenantId: string,
  wfRunId: string,
  guid: string,
): Promise<UserTaskPlace | null> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  if (!found) return null;
  const { familyId, state } = found;
  const [number = -1, position = -1] = guid.split('-').map(Number);
  const rows = await run<Row>(store.pool, LEFT, [tenantId, familyId, wfRunId, number, position]);
  const thread = state.threads.find((one) => one.number === number);
  const isStillThere = thread?.current.endedAt === null && thread.current.position === position;
  const place = isStillThere
    ? { threadSpecName: thread.threadSpecName, nodeName: thread.current.nodeName }
    : rows.find(({ isPlace }) => isPlace);
  if (!place) return null;
  const { threadSpecName, nodeName } = place;
  const ids = [thread?.oldWfSpec ?? state.wfSpec, ...state.oldWfSpecs.toReversed()];
  const world = await store.definitions.world(tenantId, ids);
  const spec = ids
    .flatMap((id) => world.wfSpec(id) ?? [])
    .find(({ threads }) => threads[threadSpecName]?.nodes[nodeName] !== undefined);
  return spec ? { spec, threadSpecName, nodeName, passed: rows.map((row) => row.nodeName) } : null;
}

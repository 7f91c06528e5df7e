// Where the threads of a run have been, summed up by node: what has ended from its rows, what is going on from the run's state.
import type { NodeState, RunStatus, WfRunPath } from '#contracts/wf-run.ts';
import { findLiveRun } from './live-run.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

/** A picture has as many nodes as its WfSpec: what an endless loop did long ago adds nothing to it. */
const MAX_NODE_RUNS = 20_000;

// Of each thread and node the last arrival tells how it stands; of each thread the last row, where a live one came from.
const PATH: Statement = {
  name: 'wf-run-path',
  text: `
WITH latest AS (
  SELECT thread_run_number AS thread, position, thread_spec_name AS spec, node_name AS node, status
  FROM node_run
  WHERE tenant_id = $1 AND family_id = $2 AND wf_run_id = $3 AND ($4::int IS NULL OR thread_run_number = $4)
  ORDER BY arrived_at DESC, thread_run_number DESC, position DESC LIMIT ${MAX_NODE_RUNS}
), told AS (
  SELECT *, lead(node) OVER one AS next, row_number() OVER (PARTITION BY thread, node ORDER BY position DESC) AS back
  FROM latest WINDOW one AS (PARTITION BY thread ORDER BY position)
)
SELECT spec, node, next, status, (next IS NULL) AS "isLast", back = 1 AS "isStanding", count(*)::int AS count,
  CASE WHEN next IS NULL OR back = 1 THEN array_agg(thread ORDER BY thread) ELSE '{}' END AS threads
FROM told GROUP BY spec, node, next, status, back = 1`,
};

type Row = {
  spec: string;
  node: string;
  next: string | null;
  status: string;
  isLast: boolean;
  isStanding: boolean;
  count: number;
  threads: number[];
};

export async function findWfRunPath(
  store: Store,
  tenantId: string,
  wfRunId: string,
  threadRunNumber?: number,
): Promise<WfRunPath | null> {
  const found = await findLiveRun(store, tenantId, wfRunId);
  if (!found) return null;
  const { familyId, state } = found;
  const rows = await run<Row>(store.pool, PATH, [tenantId, familyId, wfRunId, threadRunNumber ?? null]);
  const sum = new PathSum();
  const lastOf = new Map<number, string>();
  for (const { spec, node, next, status, isLast, isStanding, count, threads } of rows) {
    // The engine wrote it.
    sum.arrived(spec, node, count, isStanding ? threads : [], status as RunStatus);
    if (next !== null) sum.went(spec, node, next, count);
    if (isLast) for (const thread of threads) lastOf.set(thread, node);
  }
  for (const { number, threadSpecName, current } of state.threads) {
    if (current.endedAt !== null || (threadRunNumber !== undefined && number !== threadRunNumber)) continue;
    sum.arrived(threadSpecName, current.nodeName, 1, [number], current.status);
    const before = lastOf.get(number);
    if (before !== undefined) sum.went(threadSpecName, before, current.nodeName, 1);
  }
  return sum.told();
}

class PathSum {
  readonly #nodes = new Map<
    string,
    { of: Pick<NodeState, 'threadSpecName' | 'nodeName'>; arrivals: number; threads: Map<number, RunStatus> }
  >();
  readonly #ways = new Map<string, WfRunPath['ways'][number]>();

  /** `threads` are those whose last arrival there, as far as is known, stands so. */
  arrived(threadSpecName: string, nodeName: string, times: number, threads: number[], status: RunStatus): void {
    const key = `${threadSpecName}/${nodeName}`;
    const node = this.#nodes.get(key) ?? { of: { threadSpecName, nodeName }, arrivals: 0, threads: new Map() };
    node.arrivals += times;
    for (const thread of threads) node.threads.set(thread, status);
    this.#nodes.set(key, node);
  }

  went(threadSpecName: string, from: string, to: string, times: number): void {
    const key = `${threadSpecName}/${from}/${to}`;
    const way = this.#ways.get(key) ?? { threadSpecName, from, to, times: 0 };
    way.times += times;
    this.#ways.set(key, way);
  }

  told(): WfRunPath {
    const nodes = [...this.#nodes.values()].map(({ of, arrivals, threads }) => {
      const counts = new Map<RunStatus, number>();
      for (const status of threads.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
      return { ...of, arrivals, standing: [...counts].map(([status, of]) => ({ status, threads: of })) };
    });
    return { nodes, ways: [...this.#ways.values()] };
  }
}

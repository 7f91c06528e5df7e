// NodeRuns as callers see them: those that have ended from their rows, those that are going on from the run's state.
import { MASK } from '#contracts/task-run.ts';
import type { NodeRun, RunStatus } from '#contracts/wf-run.ts';
import type { NodeType, WfNode, WfSpec } from '#contracts/wf-spec.ts';
import type { NodeRunState, ThreadRunState, WfRunState } from '#engine/family.ts';
import { givesMasked, readsMasked } from '#engine/masking.ts';
import type { World } from '#engine/world.ts';
import type { NodeRunDetail } from './commit-rows.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';
import { failureOf } from './wf-run-of.ts';

export type NodeRunRow = Pick<NodeRun, 'threadRunNumber' | 'position' | 'threadSpecName' | 'nodeName' | 'nodeType'> & {
  status: string;
  arrivedAt: Date;
  endedAt: Date;
  detail: NodeRunDetail | null;
};

export function endedNodeRunOf({ detail, status, arrivedAt, endedAt, ...row }: NodeRunRow): NodeRun {
  return {
    ...row,
    // The engine wrote it.
    status: status as RunStatus,
    arrivedAt: timestampOf(arrivedAt),
    endedAt: timestampOf(endedAt),
    ...detailOf(row.nodeType, detail ?? {}),
    correlationKey: null,
  };
}

/** Where the threads of a run stand, but for those that have ended: their last NodeRun has a row. */
export async function liveNodeRunsOf(store: Store, tenantId: string, run: WfRunState): Promise<NodeRun[]> {
  const live = run.threads.filter(({ current }) => current.endedAt === null);
  const ids = [run.wfSpec, ...live.flatMap(({ oldWfSpec }) => oldWfSpec ?? [])];
  const world = await store.definitions.world(tenantId, ids);
  return live.map((thread) => {
    const spec = world.wfSpec(thread.oldWfSpec ?? run.wfSpec);
    const node = spec?.threads[thread.threadSpecName]?.nodes[thread.current.nodeName];
    const key = thread.current.correlationKey;
    const isShown = spec !== undefined && node !== undefined && !isKeyMasked(spec, thread.threadSpecName, node, world);
    const correlationKey = key === null || isShown ? key : MASK;
    return { ...liveNodeRunOf(thread, thread.current, node?.type ?? 'NOP'), correlationKey };
  });
}

/** Whether the key that a node listens for is made of what is masked. */
function isKeyMasked({ threads }: WfSpec, threadSpecName: string, node: WfNode, world: World): boolean {
  if (node.type !== 'EXTERNAL_EVENT' || node.correlationKey === undefined) return false;
  const variables = Object.values(threads).flatMap((thread) => thread.variables);
  return readsMasked(node.correlationKey, {
    variable: (name) => variables.some((variable) => variable.name === name && variable.masked),
    output: (nodeName) => {
      const read = threads[threadSpecName]?.nodes[nodeName];
      return read !== undefined && givesMasked(read, world);
    },
  });
}

function liveNodeRunOf(
  { number, threadSpecName }: ThreadRunState,
  node: NodeRunState,
  nodeType: NodeType,
): Omit<NodeRun, 'correlationKey'> {
  return {
    threadRunNumber: number,
    position: node.position,
    threadSpecName,
    nodeName: node.nodeName,
    nodeType,
    status: node.status,
    arrivedAt: timestampOf(node.arrivedAt),
    endedAt: null,
    ...detailOf(nodeType, node),
  };
}

function detailOf(nodeType: NodeType, detail: NodeRunDetail) {
  const {
    failures = [],
    taskGuid = null,
    wakeAt = null,
    threads = [],
    childWfRunId = null,
    eventGuid = null,
    acts = [],
  } = detail;
  const isUserTask = nodeType === 'USER_TASK';
  return {
    failures: failures.map(failureOf),
    taskRunGuid: isUserTask ? null : taskGuid,
    userTaskRunGuid: isUserTask ? taskGuid : null,
    wakeAt: wakeAt === null ? null : timestampOf(wakeAt),
    childThreadRuns: threads.map(({ number, status }) => ({ threadRunNumber: number, status })),
    childWfRunId,
    externalEventGuid: eventGuid,
    acts,
  };
}

export const nodeRunKey = ({ arrivedAt, threadRunNumber, position }: NodeRun): [string, number, number] => [
  arrivedAt,
  threadRunNumber,
  position,
];

/** The order of keys, one element after the other. */
export function compareParts(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right !== undefined && left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

// RUN_CHILD_WF: starts a child run and goes on; its output is the child's id (semantics.md 8).
import { isDynamic, type RunChildWfNode, type WfSpec } from '#contracts/wf-spec.ts';
import { beginRun } from '../begin-run.ts';
import { failNode } from '../failure.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { substituteText } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { threadInputs } from '../thread-inputs.ts';
import type { Site } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';

export const runChildWf: NodeKind<RunChildWfNode> = {
  ...passThrough,
  arrive: (site, node) => {
    const { work, run, thread } = site;
    const spec = specToRun(site, node);
    const { parent } = spec;
    if (parent && parent.wfSpecName !== run.wfSpec.name) {
      failNode('CHILD_FAILURE', `WfSpec ${spec.name} only runs as a child of ${parent.wfSpecName}`);
    }
    const entrypoint = must(
      lookup(spec.threads, spec.entrypoint),
      `WfSpec ${spec.name} has no thread ${spec.entrypoint}`,
    );
    const variables = threadInputs(site, entrypoint, node.inputs);
    if (depthOf(site) >= MAX_DEPTH) {
      failNode(
        'INTERNAL_ERROR',
        `Child runs are at most ${MAX_DEPTH} levels below their root: does ${spec.name} run itself?`,
      );
    }
    const { runsPerFamily } = work.world.limits;
    if (Object.keys(work.family.runs).length - work.leaving.size >= runsPerFamily) {
      const message = `A WfRun and its child runs are ${runsPerFamily} at most, but for those that were waited for`;
      failNode('INTERNAL_ERROR', message);
    }
    work.born += 1;
    const id = `${work.seed}-${work.born}`;
    beginRun(work, spec, {
      id,
      variables,
      requester: run.requester,
      parent: { wfRunId: run.id, threadRunNumber: thread.number, position: thread.current.position },
      scheduleId: null,
    });
    changeNode(site, { result: { output: id }, childWfRunId: id });
  },
  isDone: hasResult,
};

/** A WfSpec that runs itself must not fill its family first. */
const MAX_DEPTH = 30;

function depthOf({ work, run }: Site): number {
  let depth = 0;
  let above = run.parent;
  while (above) {
    depth += 1;
    above = lookup(work.family.runs, above.wfRunId)?.parent ?? null;
  }
  return depth;
}

function specToRun(site: Site, { wfSpecName, majorVersion }: RunChildWfNode): WfSpec {
  const name = isDynamic(wfSpecName) ? substituteText(site, 'wfSpecName', wfSpecName) : wfSpecName;
  if (name === null) return failNode('VAR_SUB_ERROR', 'Failed to work out wfSpecName: it is null');
  const spec = site.work.world.latestWfSpec(name, majorVersion);
  const version = majorVersion === undefined ? '' : ` ${majorVersion}`;
  return spec ?? failNode('CHILD_FAILURE', `Couldn't find WfSpec ${name}${version}`);
}

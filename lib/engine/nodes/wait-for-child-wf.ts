// WAIT_FOR_CHILD_WF: waits for a child run; its output is what that returned (semantics.md 8).
import { isEnded } from '#contracts/wf-run.ts';
import type { WaitForChildWfNode } from '#contracts/wf-spec.ts';
import { failedStatus, failNode, NodeFailure, newFailure } from '../failure.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { substituteText } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { threadOf } from '../work.ts';
import { type NodeKind, passThrough } from './node-kind.ts';

export const waitForChildWf: NodeKind<WaitForChildWfNode> = {
  ...passThrough,
  arrive: (site, { node, wfRunId }) => {
    const id = substituteText(site, 'wfRunId', wfRunId ?? { nodeOutput: node });
    if (id === null) failNode('VAR_SUB_ERROR', 'Failed to work out wfRunId: it is null');
    const { family, leaving } = site.work;
    const child = leaving.has(id) ? undefined : lookup(family.runs, id);
    if (child?.parent?.wfRunId !== site.run.id) {
      failNode('VAR_SUB_ERROR', `WfRun ${id} is not a child run of this one, or was waited for before`);
    }
    changeNode(site, { childWfRunId: id });
  },
  isDone: (site) => {
    const { work, thread } = site;
    const { childWfRunId, result } = thread.current;
    if (result) return true;
    const child = lookup(work.family.runs, must(childWfRunId, 'a WAIT_FOR_CHILD_WF without its child'));
    // Another thread waited for it too, and was first.
    if (!child) return failNode('CHILD_FAILURE', `WfRun ${childWfRunId} was waited for by another thread`);
    // A run takes the status of its entrypoint thread only when the step is over.
    const entrypoint = must(threadOf(child, 0), `WfRun ${child.id} has no entrypoint thread`);
    if (!isEnded(entrypoint.status)) return false;
    if (entrypoint.failure) {
      const { name, message, content } = entrypoint.failure;
      const told = `Child run ${child.id} failed with ${name}: ${message}`;
      throw new NodeFailure(
        failedStatus(name) === 'EXCEPTION' ? newFailure(name, told, content) : newFailure('CHILD_FAILURE', told),
      );
    }
    changeNode(site, { result: { output: entrypoint.output } });
    work.leaving.add(child.id);
    return true;
  },
};

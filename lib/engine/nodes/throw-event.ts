// THROW_EVENT: tells those who await it that something happened; done at once (semantics.md 9).
import type { ThrowEventNode } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { substitute } from '../scope.ts';
import { record } from '../work.ts';
import { type NodeKind, passThrough } from './node-kind.ts';

export const throwEvent: NodeKind<ThrowEventNode> = {
  ...passThrough,
  arrive: (site, { workflowEventDefName: defName, content }) => {
    const { work, run, thread } = site;
    const type = work.world.workflowEventDef(defName)?.contentType;
    const value = content && type ? substitute(site, 'content', content, type) : null;
    const number = lookup(run.thrown, defName) ?? 0;
    run.thrown = { ...run.thrown, [defName]: number + 1 };
    record(work, `workflow-event ${run.id} ${defName} ${number}`, {
      type: 'WorkflowEventThrown',
      wfRunId: run.id,
      threadRunNumber: thread.number,
      defName,
      number,
      content: value,
      position: thread.current.position,
      at: work.at,
    });
  },
};

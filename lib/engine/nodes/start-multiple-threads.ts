// START_MULTIPLE_THREADS: starts a child thread per item and goes on; its output is the children's numbers (semantics.md 8).
import type { StartMultipleThreadsNode } from '#contracts/wf-spec.ts';
import { failNode } from '../failure.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { valueFor } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { makeRoomFor, startThread } from '../start-thread.ts';
import { threadInputs } from '../thread-inputs.ts';
import { isList, typeOf } from '../values/value.ts';
import { INPUT, variablesOf } from '../variables.ts';
import { specIdOf, specOf } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';

export const startMultipleThreads: NodeKind<StartMultipleThreadsNode> = {
  ...passThrough,
  arrive: (site, node) => {
    const { work, run, thread } = site;
    const { threadSpecName } = node;
    const wfSpec = specIdOf(run, thread);
    const target = must(lookup(specOf(work, wfSpec).threads, threadSpecName), `No ThreadSpec ${threadSpecName}`);
    const items = valueFor(site, 'items', node.items);
    if (!isList(items)) {
      failNode('VAR_SUB_ERROR', `Failed to work out items: they must be an array, not ${typeOf(items)}`);
    }
    makeRoomFor(work, run, items.value.length);
    const takesItem = variablesOf(target).has(INPUT);
    // All are worked out before the first starts: none starts when one cannot.
    const allInputs = items.value.map((item) =>
      threadInputs(site, target, node.inputs, takesItem ? { [INPUT]: item } : {}),
    );
    const hangsOn = { parent: thread.number, holder: thread.number };
    const numbers = allInputs.map((inputs) =>
      startThread(work, run, { type: 'CHILD', threadSpecName, wfSpec, ...hangsOn, inputs }),
    );
    const threads = numbers.map((number) => ({ number, status: null, handler: null }));
    changeNode(site, { result: { output: numbers }, threads });
  },
  isDone: hasResult,
};

// START_THREAD: starts a child thread and goes on; its output is the child's number (semantics.md 8).
import type { StartThreadNode } from '#contracts/wf-spec.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { changeNode } from '../settle.ts';
import { makeRoomFor, startThread } from '../start-thread.ts';
import { threadInputs } from '../thread-inputs.ts';
import { specIdOf, specOf } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';

export const startThreadNode: NodeKind<StartThreadNode> = {
  ...passThrough,
  arrive: (site, { threadSpecName, inputs: assignments }) => {
    const { work, run, thread } = site;
    const wfSpec = specIdOf(run, thread);
    const target = must(lookup(specOf(work, wfSpec).threads, threadSpecName), `No ThreadSpec ${threadSpecName}`);
    const inputs = threadInputs(site, target, assignments);
    makeRoomFor(work, run, 1);
    const hangsOn = { parent: thread.number, holder: thread.number };
    const number = startThread(work, run, { type: 'CHILD', threadSpecName, wfSpec, ...hangsOn, inputs });
    changeNode(site, { result: { output: number }, threads: [{ number, status: null, handler: null }] });
  },
  isDone: hasResult,
};

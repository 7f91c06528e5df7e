// The working copy of one step: what it touches is copied once, on first touch, so that the family handed in stays as it was and the
// cost follows the change. Runs and threads are then changed in place; what hangs below them is always replaced, never changed.
import type { Actor } from '#contracts/actor.ts';
import type { ThreadSpec, WfNode } from '#contracts/wf-spec.ts';
import type { Family, Instant, NodeRunState, ThreadRunState, WfRunState } from './family.ts';
import { must } from './invariant.ts';
import { lookup } from './lookup.ts';
import type { Effect, EngineRecord } from './record.ts';
import type { World } from './world.ts';

/** Arrivals at nodes that one command may cause before its run is taken for a tight loop. */
export const FUEL = 512;

export type Work = {
  readonly before: Family | null;
  readonly family: Family;
  readonly world: World;
  readonly at: Instant;
  readonly actor: Actor;
  /** By the thing they are about, so that each is named once. */
  readonly records: Map<string, EngineRecord>;
  readonly effects: Effect[];
  /** The copies that this step made and may change. */
  readonly owned: Set<object>;
  fuel: number;
};

/** A thread at its node, as node types see it. */
export type Site = { work: Work; run: WfRunState; thread: ThreadRunState; threadSpec: ThreadSpec };

export function beginWork(
  before: Family | null,
  rootWfRunId: string,
  world: World,
  command: { at: Instant; actor: Actor },
): Work {
  const { at, actor } = command;
  const family = before ? { ...before, runs: { ...before.runs } } : { rootWfRunId, runs: {} };
  return { before, family, world, at, actor, records: new Map(), effects: [], owned: new Set(), fuel: FUEL };
}

/** The run with this id, ready to be changed. */
export function ownRun(work: Work, wfRunId: string): WfRunState {
  const run = must(lookup(work.family.runs, wfRunId), `No WfRun ${wfRunId} in its family`);
  if (work.owned.has(run)) return run;
  return addRun(work, {
    ...run,
    threads: [...run.threads],
    taskRuns: { ...run.taskRuns },
    userTaskRuns: { ...run.userTaskRuns },
  });
}

/** Puts a run that this step made into the family. */
export function addRun(work: Work, run: WfRunState): WfRunState {
  work.owned.add(run);
  work.family.runs[run.id] = run;
  return run;
}

/** The site of the thread at `index` of an owned run; the thread itself is not yet ready to be changed. */
export function siteAt(work: Work, run: WfRunState, index: number): Site {
  const thread = must(run.threads[index], `No thread at ${index} of WfRun ${run.id}`);
  return { work, run, thread, threadSpec: threadSpecOf(work, run, thread) };
}

/** The site of the thread with this number of an owned run. */
export function siteOf(work: Work, run: WfRunState, threadRunNumber: number): Site {
  return siteAt(
    work,
    run,
    run.threads.findIndex((thread) => thread.number === threadRunNumber),
  );
}

/** The thread of a site, ready to be changed. */
export function ownThread(site: Site): ThreadRunState {
  const { work, run, thread } = site;
  if (work.owned.has(thread)) return thread;
  const copy = { ...thread };
  work.owned.add(copy);
  run.threads[run.threads.indexOf(thread)] = copy;
  site.thread = copy;
  return copy;
}

function threadSpecOf(work: Work, run: WfRunState, thread: ThreadRunState): ThreadSpec {
  const { name, majorVersion, revision } = run.wfSpec;
  const spec = must(work.world.wfSpec(run.wfSpec), `No WfSpec ${name} ${majorVersion}.${revision} in the world`);
  return must(lookup(spec.threads, thread.threadSpecName), `No ThreadSpec ${thread.threadSpecName} in WfSpec ${name}`);
}

/** The node where the thread stands. */
export function nodeOf(site: Site): WfNode {
  const name = site.thread.current.nodeName;
  return must(lookup(site.threadSpec.nodes, name), `No node ${name} in ThreadSpec ${site.thread.threadSpecName}`);
}

/** The guid of what the present NodeRun begins: derived from its position, so that a replay gives the same. */
export function guidOf(site: Site): string {
  return `${site.thread.number}-${site.thread.current.position}`;
}

export function record(work: Work, key: string, entry: EngineRecord): void {
  work.records.set(key, entry);
}

export function recordNodeRun(site: Site): void {
  const { work, run, thread } = site;
  const { type } = nodeOf(site);
  const nodeRun: NodeRunState = thread.current;
  record(work, `node-run ${run.id} ${thread.number} ${nodeRun.position}`, {
    type: 'NodeRunChanged',
    wfRunId: run.id,
    threadRunNumber: thread.number,
    threadSpecName: thread.threadSpecName,
    nodeType: type,
    nodeRun,
    taskRunGuid: type === 'TASK' ? nodeRun.taskGuid : null,
    userTaskRunGuid: type === 'USER_TASK' ? nodeRun.taskGuid : null,
  });
}

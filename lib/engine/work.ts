// The working copy of one step: what it touches is copied once, on first touch, so that the family handed in stays as it was and the
// cost follows the change. Runs and threads are then changed in place; what hangs below them is always replaced, never changed.
import type { Actor } from '#contracts/actor.ts';
import type { ThreadSpec, WfNode, WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import type { Circumstances } from './command.ts';
import type { ExternalEventState, Family, Instant, ThreadRunState, UserTaskRunState, WfRunState } from './family.ts';
import { must } from './invariant.ts';
import { lookup } from './lookup.ts';
import type { Effect, EngineRecord } from './record.ts';
import type { World } from './world.ts';

export type Work = {
  readonly before: Family | null;
  readonly family: Family;
  readonly world: World;
  readonly at: Instant;
  readonly actor: Actor;
  readonly seed: string;
  readonly claims: ReadonlySet<string>;
  /** By the thing they are about, so that each is named once. */
  readonly records: Map<string, EngineRecord>;
  /** The same: of a timer set and cleared in one step, the last holds. */
  readonly effects: Map<string, Effect>;
  /** The copies that this step made and may change. */
  readonly owned: Set<object>;
  /** The runs in which something may go on. */
  readonly awake: Set<string>;
  /** Child runs that have ended, and whose end was met by who waited for them. */
  readonly leaving: Set<string>;
  /** Passes over the threads that are left. */
  fuel: number;
  /** WfSpecs that were looked up. */
  readonly specs: Map<WfSpecId, WfSpec>;
  /** How many child runs this step has started. */
  born: number;
};

/** A thread at its node, as node types see it. The run is ready to be changed, the thread only once it is owned. */
export type Site = { work: Work; run: WfRunState; thread: ThreadRunState; threadSpec: ThreadSpec };

/** An open or finished task in a run that is ready to be changed. */
export type TaskSite = { work: Work; run: WfRunState; task: UserTaskRunState };

export function beginWork(
  before: Family | null,
  rootWfRunId: string,
  world: World,
  command: Circumstances & { actor: Actor },
): Work {
  const { at, actor, seed, claims } = command;
  return {
    before,
    family: before ? { ...before, runs: { ...before.runs }, events: { ...before.events } } : newFamily(rootWfRunId),
    world,
    at,
    actor,
    seed,
    claims: new Set(claims),
    records: new Map(),
    effects: new Map(),
    owned: new Set(),
    awake: new Set(),
    leaving: new Set(),
    specs: new Map(),
    fuel: world.limits.fuel,
    born: 0,
  };
}

const newFamily = (rootWfRunId: string): Family => ({ rootWfRunId, runs: {}, events: {} });

/** The run with this id, ready to be changed. */
export function ownRun(work: Work, wfRunId: string): WfRunState {
  const run = must(lookup(work.family.runs, wfRunId), `No WfRun ${wfRunId} in its family`);
  if (work.owned.has(run)) return run;
  return addRun(work, { ...run, threads: [...run.threads] });
}

/** Puts a run that this step made into the family. */
export function addRun(work: Work, run: WfRunState): WfRunState {
  work.owned.add(run);
  work.family.runs[run.id] = run;
  return run;
}

/** The site of the thread at `index` of an owned run. */
export function siteAt(work: Work, run: WfRunState, index: number): Site {
  const thread = must(run.threads[index], `No thread at ${index} of WfRun ${run.id}`);
  return { work, run, thread, threadSpec: threadSpecOf(work, run, thread) };
}

/** The site of the thread with this number of an owned run. */
export function siteOf(work: Work, run: WfRunState, threadRunNumber: number): Site {
  const thread = must(threadOf(run, threadRunNumber), `No thread ${threadRunNumber} in WfRun ${run.id}`);
  return { work, run, thread, threadSpec: threadSpecOf(work, run, thread) };
}

/** The thread with this number, unless it has left the run. */
export function threadOf(run: WfRunState, threadRunNumber: number): ThreadRunState | undefined {
  const atItsPlace = run.threads[threadRunNumber];
  return atItsPlace?.number === threadRunNumber
    ? atItsPlace
    : run.threads.find((thread) => thread.number === threadRunNumber);
}

/** A thread of an owned run, ready to be changed. */
export function ownThreadOf(work: Work, run: WfRunState, threadRunNumber: number): ThreadRunState {
  return ownThread(siteOf(work, run, threadRunNumber));
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

/** The version that a thread is at: while its run moves to another, it may still be at the old one. */
export function specIdOf(run: WfRunState, thread: ThreadRunState): WfSpecId {
  return thread.oldWfSpec ?? run.wfSpec;
}

export function specOf(work: Work, id: WfSpecId): WfSpec {
  const known = work.specs.get(id);
  if (known) return known;
  const spec = must(work.world.wfSpec(id), `No WfSpec ${id.name} ${id.majorVersion}.${id.revision} in the world`);
  work.specs.set(id, spec);
  return spec;
}

export function threadSpecOf(work: Work, run: WfRunState, thread: ThreadRunState): ThreadSpec {
  const spec = specOf(work, specIdOf(run, thread));
  const { threadSpecName } = thread;
  return must(lookup(spec.threads, threadSpecName), `No ThreadSpec ${threadSpecName} in WfSpec ${spec.name}`);
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

export function request(work: Work, key: string, effect: Effect): void {
  // Set anew, so that effects come in the order in which they were last asked for.
  work.effects.delete(key);
  work.effects.set(key, effect);
}

/** The ExternalEvents of a run that nobody has claimed. */
export function eventsOf(work: Work, wfRunId: string): ExternalEventState[] {
  return lookup(work.family.events, wfRunId) ?? [];
}

export function setEvents(work: Work, wfRunId: string, events: ExternalEventState[]): void {
  if (events.length === 0) delete work.family.events[wfRunId];
  else work.family.events[wfRunId] = events;
}

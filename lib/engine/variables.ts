// Variables: whose they are, and how they are written. A thread sees its own and those of the threads above it; at the top, an INHERITED
// one is the parent run's (semantics.md 4.8).
import type { JsonValue } from '#contracts/json.ts';
import type { ThreadSpec, ThreadVariable } from '#contracts/wf-spec.ts';
import type { ThreadRunState, WfRunState } from './family.ts';
import { lookup } from './lookup.ts';
import { searchableValues } from './searchable-values.ts';
import { ownRun, ownThreadOf, record, type Site, threadOf, threadSpecOf, type Work } from './work.ts';

/** The variable that a thread may declare to be given what it handles, or the item that it was started for. */
export const INPUT = 'INPUT';

type Owner = { run: WfRunState; thread: ThreadRunState; variable: ThreadVariable };

/** Specs never change, so each is indexed once. */
const indexes = new WeakMap<ThreadSpec, ReadonlyMap<string, ThreadVariable>>();

/** The variables that a ThreadSpec declares, by name. */
export function variablesOf(threadSpec: ThreadSpec): ReadonlyMap<string, ThreadVariable> {
  const known = indexes.get(threadSpec);
  if (known) return known;
  const index = new Map(threadSpec.variables.map((variable) => [variable.name, variable]));
  indexes.set(threadSpec, index);
  return index;
}

/** The thread that holds the variable which a thread calls by this name; undefined when there is none in its reach. */
export function ownerOf({ work, run, thread, threadSpec }: Site, name: string): Owner | undefined {
  const variable = variablesOf(threadSpec).get(name);
  if (variable && variable.access !== 'INHERITED') return { run, thread, variable };
  if (variable) return inheritedOwner(work, run, name);
  const parent = thread.parent === null ? undefined : threadOf(run, thread.parent);
  return parent && ownerOf({ work, run, thread: parent, threadSpec: threadSpecOf(work, run, parent) }, name);
}

function inheritedOwner(work: Work, { parent }: WfRunState, name: string): Owner | undefined {
  const run = parent ? lookup(work.family.runs, parent.wfRunId) : undefined;
  const thread = run && threadOf(run, 0);
  const owner = run && thread && ownerOf({ work, run, thread, threadSpec: threadSpecOf(work, run, thread) }, name);
  return owner?.variable.access === 'PRIVATE' ? undefined : owner;
}

/** Writes values of the declared types, each to the thread that holds its variable. */
export function setVariables(site: Site, values: ReadonlyMap<string, JsonValue>): void {
  for (const [name, value] of values) {
    const owner = ownerOf(site, name);
    if (owner) setVariable(site.work, owner, value);
  }
}

function setVariable(work: Work, owner: Owner, value: JsonValue): void {
  const { variable } = owner;
  const run = ownRun(work, owner.run.id);
  const thread = ownThreadOf(work, run, owner.thread.number);
  thread.variables = { ...thread.variables, [variable.name]: value };
  wakeReaders(work, run, variable);
  noteSearchable(work, run, thread, variable);
}

/** Child runs that inherit a variable may wait for what it is now. */
function wakeReaders(work: Work, run: WfRunState, { access }: ThreadVariable): void {
  work.awake.add(run.id);
  if (access !== 'PUBLIC') return;
  for (const other of Object.values(work.family.runs)) {
    if (other.parent !== null && other.endedAt === null) work.awake.add(other.id);
  }
}

/** A run is found by the variables of its entrypoint thread. */
export function noteSearchable(work: Work, run: WfRunState, thread: ThreadRunState, variable: ThreadVariable): void {
  const { name, searchable, jsonIndexes } = variable;
  if (thread.number !== 0 || (!searchable && jsonIndexes.length === 0)) return;
  record(work, `searchable ${run.id} ${name}`, {
    type: 'SearchableSet',
    wfRunId: run.id,
    name,
    values: searchableValues(variable, lookup(thread.variables, name) ?? null),
  });
}

// A thread's move to the version that its run migrates to: when it may, and what it takes along (semantics.md 12.2).

import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { valueFits } from '#contracts/value.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { ThreadSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { outputTypeOf } from '../node-output.ts';
import { substitute } from '../scope.ts';
import { structsOf } from '../struct-defs.ts';
import { readTyped } from '../values/cast.ts';
import { toJson } from '../values/value.ts';
import { noteSearchable } from '../variables.ts';
import { ownThread, type Site, specOf } from '../work.ts';
import type { MigrationState } from './migration-state.ts';

/** Where a thread goes on in the new version, and with which variables. */
export type MigrationTarget = { threadSpecName: string; nodeName: string; variables: JsonObject };

/**
 * For a thread that stands at a node, or comes to it; null while the plan leaves it alone. May throw a NodeFailure, when a variable cannot be
 * worked out.
 */
export function migrationTarget(site: Site, nodeName: string): MigrationTarget | null {
  const { run, thread } = site;
  const { migration } = run;
  if (!migration || !isAt(migration.from, thread.oldWfSpec)) return null;
  const plan = lookup(migration.threads, thread.threadSpecName);
  const node = plan && lookup(plan.nodes, nodeName);
  if (!plan || !node) return null;
  const isWaitedFor = run.threads.some(
    (other) => other.oldWfSpec !== null && !isEnded(other.status) && plan.after.includes(other.threadSpecName),
  );
  if (isWaitedFor) return null;
  return { threadSpecName: plan.to, nodeName: node.to, variables: migratedVariables(site, plan) };
}

function isAt({ majorVersion, revision }: MigrationState['from'], version: WfSpecId | null): boolean {
  return version?.majorVersion === majorVersion && version.revision === revision;
}

type ThreadMigration = MigrationState['threads'][string];

/** Those that the plan works out, then those that have kept their name and type. */
function migratedVariables(site: Site, { to, variables }: ThreadMigration): JsonObject {
  const { work, thread } = site;
  const structs = structsOf(work.world);
  return Object.fromEntries(
    newThreadSpec(site, to)
      .variables.filter(({ access }) => access !== 'INHERITED')
      .map(({ name, type, default: fallback }): [string, JsonValue] => {
        const assignment = lookup(variables, name);
        if (assignment) return [name, substitute(site, `variable ${name}`, assignment, type)];
        const kept = lookup(thread.variables, name);
        const isKept = kept !== undefined && valueFits(type, kept, structs);
        return [name, isKept ? kept : toJson(readTyped(type, fallback ?? null, structs))];
      }),
  );
}

/** Puts the thread on the new version; the outputs of nodes that this has too can still be referred to. */
export function moveToNewSpec(site: Site, { threadSpecName, variables }: MigrationTarget): void {
  const { work, run, threadSpec } = site;
  const thread = ownThread(site);
  thread.threadSpecName = threadSpecName;
  thread.oldWfSpec = null;
  thread.variables = variables;
  site.threadSpec = newThreadSpec(site, threadSpecName);
  thread.outputs = keptOutputs(site);
  const isUserTask = ([name]: [string, string]) => lookup(site.threadSpec.nodes, name)?.type === 'USER_TASK';
  thread.doneBy = Object.fromEntries(Object.entries(thread.doneBy).filter(isUserTask));
  // Those of before too: by one that is gone the run is no longer found.
  for (const variable of [...threadSpec.variables, ...site.threadSpec.variables]) {
    noteSearchable(work, run, thread, variable);
  }
}

function keptOutputs({ work, thread, threadSpec }: Site): JsonObject {
  const kept = Object.entries(thread.outputs).filter(([name, output]) => {
    const node = lookup(threadSpec.nodes, name);
    const type = node && outputTypeOf(node, threadSpec, work.world);
    return type === 'ANY' || (type && valueFits(type, output, structsOf(work.world)));
  });
  return Object.fromEntries(kept);
}

function newThreadSpec({ work, run }: Site, name: string): ThreadSpec {
  return must(lookup(specOf(work, run.wfSpec).threads, name), `No ThreadSpec ${name}`);
}

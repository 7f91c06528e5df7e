// A thread's move to the version that its run migrates to: when it may, and what it takes along (semantics.md 12.2).

import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { valueFits } from '#contracts/value.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { outputTypeOf } from '../node-output.ts';
import { substitute } from '../scope.ts';
import { structsOf } from '../struct-defs.ts';
import { readTyped } from '../values/cast.ts';
import { toJson } from '../values/value.ts';
import { noteSearchable } from '../variables.ts';
import { ownThread, type Site, specOf } from '../work.ts';

export type MigrationTarget = { threadSpecName: string; nodeName: string };

/** Where a thread that stands at a node, or comes to it, goes on in the new version; null while the plan leaves it alone. */
export function migrationTarget({ run, thread }: Site, nodeName: string): MigrationTarget | null {
  const plan = run.migration && thread.oldWfSpec && lookup(run.migration.threads, thread.threadSpecName);
  const node = plan && lookup(plan.nodes, nodeName);
  if (!plan || !node) return null;
  const isWaitedFor = run.threads.some(
    (other) => other.oldWfSpec !== null && !isEnded(other.status) && plan.after.includes(other.threadSpecName),
  );
  return isWaitedFor ? null : { threadSpecName: plan.to, nodeName: node.to };
}

/**
 * Puts the thread on the new version with its variables: those that the plan works out, then those that have kept their name and type. The
 * outputs of nodes that have kept them can still be referred to.
 */
export function moveToNewSpec(site: Site, { threadSpecName }: MigrationTarget): void {
  const { work, run } = site;
  const spec = must(lookup(specOf(work, run.wfSpec).threads, threadSpecName), `No ThreadSpec ${threadSpecName}`);
  const plan = run.migration && lookup(run.migration.threads, site.thread.threadSpecName);
  const structs = structsOf(work.world);
  const before = site.thread.variables;
  const variables: JsonObject = Object.fromEntries(
    spec.variables
      .filter(({ access }) => access !== 'INHERITED')
      .map(({ name, type, default: fallback }): [string, JsonValue] => {
        const assignment = plan && lookup(plan.variables, name);
        if (assignment) return [name, substitute(site, `variable ${name}`, assignment, type)];
        const kept = lookup(before, name);
        const isKept = kept !== undefined && valueFits(type, kept, structs);
        return [name, isKept ? kept : toJson(readTyped(type, fallback ?? null, structs))];
      }),
  );
  const thread = ownThread(site);
  thread.threadSpecName = threadSpecName;
  thread.oldWfSpec = null;
  thread.variables = variables;
  thread.outputs = keptOutputs(site, spec);
  site.threadSpec = spec;
  for (const variable of spec.variables) noteSearchable(work, run, thread, variable);
}

function keptOutputs({ work, thread }: Site, spec: ThreadSpec): JsonObject {
  const kept = Object.entries(thread.outputs).filter(([name, output]) => {
    const node = lookup(spec.nodes, name);
    const type = node && outputTypeOf(node, spec, work.world);
    return type === 'ANY' || (type && valueFits(type, output, structsOf(work.world)));
  });
  return Object.fromEntries(kept);
}

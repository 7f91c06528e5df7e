// What the assignments of a thread can see: variables in its reach, and the outputs of its own nodes (semantics.md 4.8, 5.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { failingAs } from './failure.ts';
import { lookup } from './lookup.ts';
import { outputTypeOf } from './node-output.ts';
import { structsOf } from './struct-defs.ts';
import { convert, readTyped, textOf } from './values/cast.ts';
import { evaluate, type Scope } from './values/evaluate.ts';
import { readJson } from './values/read.ts';
import { assertSize } from './values/size.ts';
import { toJson, type Value } from './values/value.ts';
import { ownerOf } from './variables.ts';
import type { Site } from './work.ts';

/** The scope of a thread. `pending` holds what mutations before this one have set and not yet written. */
export function scopeOf(site: Site, pending?: ReadonlyMap<string, JsonValue>): Scope {
  const { thread, threadSpec, run, work } = site;
  const structs = structsOf(work.world);
  return {
    structs,
    requester: run.requester,
    doneBy: (nodeName) => lookup(thread.doneBy, nodeName) ?? null,
    variable: (name) => {
      const owner = ownerOf(site, name);
      if (!owner) return undefined;
      const json = pending?.has(name) ? pending.get(name) : lookup(owner.thread.variables, owner.variable.name);
      return readTyped(owner.variable.type, json ?? null, structs);
    },
    output: (nodeName) => {
      const json = lookup(thread.outputs, nodeName);
      const node = lookup(threadSpec.nodes, nodeName);
      const type = node && outputTypeOf(node, threadSpec, work.world);
      if (json === undefined || !type) return undefined;
      return type === 'ANY' ? readJson(json) : readTyped(type, json, structs);
    },
  };
}

/** A value that a node needs, of a type; what cannot be worked out is the node's VAR_SUB_ERROR, which says `what` it was for. */
export function substitute(site: Site, what: string, assignment: VariableAssignment, type: VariableType): JsonValue {
  return failingAs('VAR_SUB_ERROR', `Failed to work out ${what}`, () => {
    const scope = scopeOf(site);
    const json = toJson(convert(evaluate(assignment, scope), type, scope.structs));
    assertSize(json, site.work.world.limits.valueBytes);
    return json;
  });
}

/** The same of whatever type. */
export function valueFor(site: Site, what: string, assignment: VariableAssignment): Value {
  return failingAs('VAR_SUB_ERROR', `Failed to work out ${what}`, () => evaluate(assignment, scopeOf(site)));
}

/** A text that a node needs; null when it has no assignment or that is null. */
export function substituteText(site: Site, what: string, assignment: VariableAssignment | undefined): string | null {
  if (!assignment) return null;
  return failingAs('VAR_SUB_ERROR', `Failed to work out ${what}`, () => textOf(evaluate(assignment, scopeOf(site))));
}

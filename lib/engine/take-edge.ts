// Leaving a node: the first edge that holds is taken, and its mutations are written all or none (semantics.md 4.4).
import type { JsonValue } from '#contracts/json.ts';
import type { Edge } from '#contracts/wf-spec.ts';
import { failingAs, failNode } from './failure.ts';
import { edgesOf } from './node-output.ts';
import { scopeOf } from './scope.ts';
import { evaluate } from './values/evaluate.ts';
import { mutatedValue } from './values/mutate.ts';
import { isTrue } from './values/operators.ts';
import { ValueError } from './values/value.ts';
import { ownerOf, setVariables } from './variables.ts';
import { nodeOf, type Site } from './work.ts';

/** Chooses the edge, runs its mutations, and says where it leads. */
export function takeEdge(site: Site): string {
  const edge = chooseEdge(site);
  mutate(site, edge);
  return edge.to;
}

/** The first edge whose condition holds. */
export function chooseEdge(site: Site): Edge {
  const edge = edgesOf(nodeOf(site)).find((candidate) => holds(site, candidate));
  return edge ?? failNode('VAR_SUB_ERROR', 'No outgoing edge has a condition that is true');
}

function holds(site: Site, { to, condition }: Edge): boolean {
  if (!condition) return true;
  return failingAs('VAR_SUB_ERROR', evaluatingEdge(to), () => isTrue(evaluate(condition, scopeOf(site))));
}

function mutate(site: Site, { to, mutations }: Edge): void {
  if (mutations.length === 0) return;
  const pending = new Map<string, JsonValue>();
  const scope = scopeOf(site, pending);
  for (const mutation of mutations) {
    const { variable } = mutation;
    failingAs('VAR_MUTATION_ERROR', evaluatingEdge(to), () => {
      const current = scope.variable(variable);
      const type = ownerOf(site, variable)?.variable.type;
      if (!current || !type) throw new ValueError(`Variable ${variable} is not in scope`);
      pending.set(variable, mutatedValue(current, mutation, type, scope, site.work.world.limits.valueBytes));
    });
  }
  setVariables(site, pending);
}

function evaluatingEdge(to: string): string {
  return `Failed evaluating edge with sink node ${to}`;
}

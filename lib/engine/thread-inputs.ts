// The inputs of a thread that another starts, worked out where it starts (semantics.md 4.5).
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { failNode } from './failure.ts';
import { substitute } from './scope.ts';
import { checkInputs } from './start-thread.ts';
import { variablesOf } from './variables.ts';
import type { Site } from './work.ts';

/** Each of its variable's type; fails the node when one cannot be worked out, or the thread would not take them. */
export function threadInputs(
  site: Site,
  target: ThreadSpec,
  inputs: Record<string, VariableAssignment>,
  given: JsonObject = {},
): JsonObject {
  const types = variablesOf(target);
  const values = Object.entries(inputs).map(([name, assignment]) => {
    const type = types.get(name)?.type;
    if (!type) return failNode('VAR_SUB_ERROR', `Input ${name} is not a variable of the thread`);
    return [name, substitute(site, `input ${name}`, assignment, type)] as const;
  });
  const all = { ...Object.fromEntries(values), ...given };
  const [error] = checkInputs(target, all, site.work.world);
  if (error) failNode('VAR_SUB_ERROR', `${error.path} ${error.message}`);
  return all;
}

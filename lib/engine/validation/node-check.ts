// What the checks of one thread and of one node share: what is in sight, what may be referred to, and how a finding is reported.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { StructLookup } from '#contracts/value.ts';
import type { ThreadSpec, ThreadVariable, WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';
import { lookup } from '../lookup.ts';
import { givesMasked, readsMasked } from '../masking.ts';
import { structsOf } from '../struct-defs.ts';

export type ThreadCheck = {
  spec: WfSpecBody;
  threadName: string;
  threadSpec: ThreadSpec;
  definitions: Definitions;
  structs: StructLookup;
  /** The variables that the thread may see, by name. */
  variables: ReadonlyMap<string, ThreadVariable>;
};

export type NodeCheck = ThreadCheck & {
  /** `path` starts at the node: `edges.0.condition`. */
  report: (path: string, message: string) => void;
};

export function threadCheck(
  spec: WfSpecBody,
  threadName: string,
  threadSpec: ThreadSpec,
  definitions: Definitions,
): ThreadCheck {
  const structs = structsOf(definitions);
  return { spec, threadName, threadSpec, definitions, structs, variables: inSight(spec, threadName, threadSpec) };
}

/**
 * The entrypoint thread sees only its own variables. Any other may be started from below a thread that has what it names: whether it was is
 * seen when it runs.
 */
function inSight(spec: WfSpecBody, threadName: string, threadSpec: ThreadSpec): Map<string, ThreadVariable> {
  const others =
    threadName === spec.entrypoint ? [] : Object.values(spec.threads).flatMap(({ variables }) => variables);
  return new Map([...others, ...threadSpec.variables].map((variable) => [variable.name, variable]));
}

/** Reports an assignment that would bring a masked value into view. */
export function checkShown(check: NodeCheck, path: string, assignment: VariableAssignment): void {
  const { variables, threadSpec, definitions } = check;
  const reads = readsMasked(assignment, {
    variable: (name) => variables.get(name)?.masked === true,
    output: (nodeName) => {
      const node = lookup(threadSpec.nodes, nodeName);
      return node !== undefined && givesMasked(node, definitions);
    },
  });
  if (!reads) return;
  check.report(
    path,
    'it reads what is masked, which may only go into masked variables, task inputs, conditions, delays and keys',
  );
}

// What a node leaves behind for the assignments of its thread, and which nodes are asked for it.
import type { VariableType } from '#contracts/value.ts';
import { type Edge, isDynamic, type ThreadSpec, type WaitForChildWfNode, type WfNode } from '#contracts/wf-spec.ts';
import { assignmentsOf, withParts } from './assignments.ts';
import { lookup } from './lookup.ts';
import type { World } from './world.ts';

/** ANY is what only the run will tell; null is no output. */
export type OutputType = VariableType | 'ANY' | null;

type Named = Pick<World, 'taskDef' | 'externalEventDef' | 'latestWfSpec'>;

/** The type of a node's output. */
export function outputTypeOf(node: WfNode, threadSpec: ThreadSpec, world: Named): OutputType {
  switch (node.type) {
    case 'TASK':
      return isDynamic(node.taskDefName) ? 'ANY' : (world.taskDef(node.taskDefName)?.returnType ?? null);
    case 'USER_TASK':
      return 'JSON_OBJ';
    case 'EXTERNAL_EVENT':
      return world.externalEventDef(node.externalEventDefName)?.contentType ?? 'ANY';
    case 'START_THREAD':
      return 'INT';
    case 'START_MULTIPLE_THREADS':
      return { array: 'INT' };
    case 'RUN_CHILD_WF':
      return 'WF_RUN_ID';
    case 'WAIT_FOR_CHILD_WF':
      return childResultType(node, threadSpec, world);
    case 'ENTRYPOINT':
    case 'EXIT':
    case 'NOP':
    case 'WAIT_FOR_THREADS':
    case 'SLEEP':
    case 'WAIT_FOR_CONDITION':
    case 'THROW_EVENT':
      return null;
  }
}

/** Within a major version, a WfSpec always returns the same type. */
function childResultType({ node }: WaitForChildWfNode, { nodes }: ThreadSpec, world: Named): OutputType {
  const started = lookup(nodes, node);
  if (started?.type !== 'RUN_CHILD_WF' || isDynamic(started.wfSpecName)) return 'ANY';
  return world.latestWfSpec(started.wfSpecName, started.majorVersion)?.resultType ?? 'ANY';
}

/** The edges of a node, in the order in which they are tried. */
export function edgesOf(node: WfNode): Edge[] {
  return node.type === 'EXIT' ? [] : node.edges;
}

/** The nodes of which some assignment of the thread asks for the output, or who did them: nothing else is kept. */
type Wanted = { outputs: ReadonlySet<string>; doneBy: ReadonlySet<string> };

/** Specs never change, so each is read through once. */
const wanted = new WeakMap<ThreadSpec, Wanted>();

export function wantedOf(threadSpec: ThreadSpec): Wanted {
  const known = wanted.get(threadSpec);
  if (known) return known;
  const assignments = Object.values(threadSpec.nodes).flatMap(assignmentsOf).flatMap(withParts);
  const outputs = new Set(assignments.flatMap((one) => ('nodeOutput' in one ? [one.nodeOutput] : [])));
  const doneBy = new Set(assignments.flatMap((one) => ('doneBy' in one ? [one.doneBy] : [])));
  // A wait for a child run asks the node that started it, unless it says otherwise.
  for (const node of Object.values(threadSpec.nodes)) if (node.type === 'WAIT_FOR_CHILD_WF') outputs.add(node.node);
  const found = { outputs, doneBy };
  wanted.set(threadSpec, found);
  return found;
}

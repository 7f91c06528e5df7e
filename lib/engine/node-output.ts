// What a node leaves behind for the assignments of its thread, and which nodes are asked for it.
import type { VariableType } from '#contracts/value.ts';
import { type Edge, isDynamic, type ThreadSpec, type WfNode } from '#contracts/wf-spec.ts';
import { assignmentsOf, withParts } from './assignments.ts';
import type { Definitions } from './definitions.ts';
import { lookup } from './lookup.ts';

type Named = Pick<Definitions, 'taskDef' | 'externalEventDef' | 'latestWfSpec'>;

/** The type of a node's output: null when it has none, UNKNOWN when only running tells. */
export function outputTypeOf(
  node: WfNode,
  threadSpec: ThreadSpec,
  definitions: Named,
): VariableType | 'UNKNOWN' | null {
  switch (node.type) {
    case 'TASK': {
      const taskDef = isDynamic(node.taskDefName) ? undefined : definitions.taskDef(node.taskDefName);
      return taskDef ? (taskDef.returnType ?? null) : 'UNKNOWN';
    }
    case 'USER_TASK':
      return 'JSON_OBJ';
    case 'EXTERNAL_EVENT':
      return definitions.externalEventDef(node.externalEventDefName)?.contentType ?? 'UNKNOWN';
    case 'START_THREAD':
      return 'INT';
    case 'START_MULTIPLE_THREADS':
      return { array: 'INT' };
    case 'RUN_CHILD_WF':
      return 'WF_RUN_ID';
    case 'WAIT_FOR_CHILD_WF': {
      const started = lookup(threadSpec.nodes, node.node);
      if (started?.type !== 'RUN_CHILD_WF' || isDynamic(started.wfSpecName)) return 'UNKNOWN';
      return definitions.latestWfSpec(started.wfSpecName, started.majorVersion)?.resultType ?? 'UNKNOWN';
    }
    case 'ENTRYPOINT':
    case 'EXIT':
    case 'NOP':
    case 'SLEEP':
    case 'THROW_EVENT':
    case 'WAIT_FOR_CONDITION':
    case 'WAIT_FOR_THREADS':
      return null;
  }
}

/** True when the output of a node is never shown. */
export function isOutputMasked(node: WfNode, definitions: Pick<Named, 'taskDef' | 'externalEventDef'>): boolean {
  if (node.type === 'EXTERNAL_EVENT') return definitions.externalEventDef(node.externalEventDefName)?.masked === true;
  if (node.type !== 'TASK' || isDynamic(node.taskDefName)) return false;
  return definitions.taskDef(node.taskDefName)?.returnMasked === true;
}

/** The edges of a node, in the order in which they are tried. */
export function edgesOf(node: WfNode): Edge[] {
  return node.type === 'EXIT' ? [] : node.edges;
}

/** Specs never change, so each is read through once. */
const wanted = new WeakMap<ThreadSpec, ReadonlySet<string>>();

/** The nodes whose output some assignment of the thread refers to: no other output is kept. */
export function wantedOutputs(threadSpec: ThreadSpec): ReadonlySet<string> {
  const known = wanted.get(threadSpec);
  if (known) return known;
  const assignments = Object.values(threadSpec.nodes).flatMap(assignmentsOf).flatMap(withParts);
  const names = new Set(assignments.flatMap((one) => ('nodeOutput' in one ? [one.nodeOutput] : [])));
  // A wait for a child run asks the node that started it, unless it says otherwise.
  for (const node of Object.values(threadSpec.nodes)) if (node.type === 'WAIT_FOR_CHILD_WF') names.add(node.node);
  wanted.set(threadSpec, names);
  return names;
}

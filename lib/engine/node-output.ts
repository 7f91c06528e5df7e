// What a node leaves behind for the assignments of its thread, and which nodes are asked for it.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Edge, ThreadSpec, WfNode } from '#contracts/wf-spec.ts';
import type { Definitions } from './definitions.ts';

/** The type of a node's output; null when it has none. */
export function outputTypeOf(node: WfNode, definitions: Pick<Definitions, 'taskDef'>): VariableType | null {
  switch (node.type) {
    case 'TASK':
      return definitions.taskDef(node.taskDefName)?.returnType ?? null;
    case 'USER_TASK':
      return 'JSON_OBJ';
    case 'ENTRYPOINT':
    case 'EXIT':
    case 'NOP':
      return null;
  }
}

/** The edges of a node, in the order in which they are tried. */
export function edgesOf(node: WfNode): Edge[] {
  return node.type === 'EXIT' ? [] : node.edges;
}

/** Every assignment of a node and its edges. */
function assignmentsOf(node: WfNode): VariableAssignment[] {
  const onEdges = edgesOf(node).flatMap((edge) => [
    ...(edge.condition ? [edge.condition] : []),
    ...edge.mutations.map((mutation) => mutation.value),
  ]);
  switch (node.type) {
    case 'TASK':
      return [...node.inputs, ...onEdges];
    case 'USER_TASK': {
      const { userId, userGroup, title, context, notes, onCancellationExceptionName } = node;
      const own = [userId, userGroup, title, context, notes, onCancellationExceptionName];
      return [...own.filter((assignment) => assignment !== undefined), ...onEdges];
    }
    case 'ENTRYPOINT':
    case 'EXIT':
    case 'NOP':
      return onEdges;
  }
}

function outputsIn(assignment: VariableAssignment): string[] {
  if ('nodeOutput' in assignment) return [assignment.nodeOutput];
  if ('format' in assignment) return assignment.args.flatMap(outputsIn);
  if ('not' in assignment) return outputsIn(assignment.not);
  if ('expression' in assignment) {
    return [...outputsIn(assignment.expression.left), ...outputsIn(assignment.expression.right)];
  }
  return [];
}

/** Specs never change, so each is read through once. */
const wanted = new WeakMap<ThreadSpec, ReadonlySet<string>>();

/** The nodes whose output some assignment of the thread refers to: no other output is kept. */
export function wantedOutputs(threadSpec: ThreadSpec): ReadonlySet<string> {
  const known = wanted.get(threadSpec);
  if (known) return known;
  const names = new Set(Object.values(threadSpec.nodes).flatMap(assignmentsOf).flatMap(outputsIn));
  wanted.set(threadSpec, names);
  return names;
}

// The assignments of a WfSpec: where each node has them, and what is inside one.
import type { VariableAssignment } from '#contracts/assignment.ts';
import { type Edge, isDynamic, type WfNode } from '#contracts/wf-spec.ts';
import { mapValues } from './lookup.ts';

type Change = (assignment: VariableAssignment) => VariableAssignment;

/** An assignment and all that are inside it. */
export function withParts(assignment: VariableAssignment): VariableAssignment[] {
  const found = [assignment];
  mapParts(assignment, (part) => {
    found.push(...withParts(part));
    return part;
  });
  return found;
}

/** The assignment with each that is right inside it changed. */
export function mapParts(assignment: VariableAssignment, change: Change): VariableAssignment {
  if ('format' in assignment) return { ...assignment, args: assignment.args.map(change) };
  if ('expression' in assignment) {
    const { left, operator, right } = assignment.expression;
    return { expression: { left: change(left), operator, right: change(right) } };
  }
  if ('not' in assignment) return { not: change(assignment.not) };
  if ('sizeOf' in assignment) return { sizeOf: change(assignment.sizeOf) };
  if ('cast' in assignment) return { ...assignment, cast: change(assignment.cast) };
  return 'fields' in assignment ? { ...assignment, fields: mapValues(assignment.fields, change) } : assignment;
}

/** Every assignment of a node and its edges. */
export function assignmentsOf(node: WfNode): VariableAssignment[] {
  const found: VariableAssignment[] = [];
  mapAssignments(node, (assignment) => {
    found.push(assignment);
    return assignment;
  });
  return found;
}

/** The node with each of its assignments, and those of its edges, changed. */
export function mapAssignments(node: WfNode, change: Change): WfNode {
  const one = <K extends string>(key: K, assignment: VariableAssignment | undefined) =>
    (assignment ? { [key]: change(assignment) } : {}) as { [P in K]?: VariableAssignment };
  if (node.type === 'EXIT') {
    const { result, failure } = node;
    const failed = failure && { failure: { ...failure, ...one('content', failure.content) } };
    return { ...node, ...one('result', result), ...failed };
  }
  const edges = node.edges.map((edge) => mapEdge(edge, change));
  switch (node.type) {
    case 'ENTRYPOINT':
    case 'NOP':
      return { ...node, edges };
    case 'TASK': {
      const name = isDynamic(node.taskDefName) ? one('taskDefName', node.taskDefName) : {};
      return { ...node, ...name, inputs: node.inputs.map(change), edges };
    }
    case 'USER_TASK':
      return {
        ...node,
        ...one('userId', node.userId),
        ...one('userGroup', node.userGroup),
        ...one('title', node.title),
        ...one('context', node.context),
        ...one('notes', node.notes),
        ...(node.details && {
          details: node.details.map((detail) => ({ ...detail, value: change(detail.value) })),
        }),
        ...one('priority', node.priority),
        ...one('dueAt', node.dueAt),
        ...one('followUpAt', node.followUpAt),
        ...one('requester', node.requester),
        ...(node.excludeUsers && { excludeUsers: node.excludeUsers.map(change) }),
        ...one('onCancellationExceptionName', node.onCancellationExceptionName),
        edges,
      };
    case 'EXTERNAL_EVENT':
      return {
        ...node,
        ...one('timeoutSeconds', node.timeoutSeconds),
        ...one('correlationKey', node.correlationKey),
        edges,
      };
    case 'START_THREAD':
      return { ...node, inputs: mapValues(node.inputs, change), edges };
    case 'START_MULTIPLE_THREADS':
      return { ...node, items: change(node.items), inputs: mapValues(node.inputs, change), edges };
    case 'WAIT_FOR_THREADS': {
      const { threads } = node;
      return { ...node, threads: Array.isArray(threads) ? threads.map(change) : change(threads), edges };
    }
    case 'SLEEP':
      return { ...node, ...one('seconds', node.seconds), ...one('until', node.until), edges };
    case 'WAIT_FOR_CONDITION':
      return { ...node, condition: change(node.condition), edges };
    case 'THROW_EVENT':
      return { ...node, ...one('content', node.content), edges };
    case 'RUN_CHILD_WF': {
      const name = isDynamic(node.wfSpecName) ? one('wfSpecName', node.wfSpecName) : {};
      return { ...node, ...name, inputs: mapValues(node.inputs, change), edges };
    }
    case 'WAIT_FOR_CHILD_WF':
      return { ...node, ...one('wfRunId', node.wfRunId), edges };
  }
}

function mapEdge(edge: Edge, change: Change): Edge {
  const mutations = edge.mutations.map((mutation) => ({ ...mutation, value: change(mutation.value) }));
  return { ...edge, ...(edge.condition && { condition: change(edge.condition) }), mutations };
}

// Pins a WfSpec to what it names as that is now: forms, structs, and the major versions of child runs. Its runs keep them, whatever is put
// later (semantics.md 2.5, 8 and 11.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import { isDynamic, type WfNode, type WfSpecBody } from '#contracts/wf-spec.ts';
import { mapAssignments, mapParts } from './assignments.ts';
import type { Definitions } from './definitions.ts';
import { mapValues } from './lookup.ts';
import { pinType, type StructDefs } from './struct-defs.ts';

type Pinning = Pick<Definitions, 'userTaskDef' | 'latestWfSpec' | 'structDef'>;

/** The same WfSpec with every version filled in that it leaves open, as far as there is one. */
export function pinWfSpec(spec: WfSpecBody, definitions: Pinning): WfSpecBody {
  const pinNode = (node: WfNode) =>
    mapAssignments(pinVersion(node, definitions), (one) => pinAssignment(one, definitions));
  const threads = mapValues(spec.threads, (thread) => ({
    ...thread,
    variables: thread.variables.map((variable) => ({ ...variable, type: pinType(variable.type, definitions) })),
    nodes: mapValues(thread.nodes, pinNode),
  }));
  return { ...spec, threads };
}

function pinVersion(node: WfNode, definitions: Pinning): WfNode {
  if (node.type === 'USER_TASK' && node.userTaskDefVersion === undefined) {
    const latest = definitions.userTaskDef(node.userTaskDefName, undefined);
    return latest ? { ...node, userTaskDefVersion: latest.version } : node;
  }
  if (node.type === 'RUN_CHILD_WF' && node.majorVersion === undefined && !isDynamic(node.wfSpecName)) {
    const latest = definitions.latestWfSpec(node.wfSpecName, undefined);
    return latest ? { ...node, majorVersion: latest.majorVersion } : node;
  }
  return node;
}

function pinAssignment(assignment: VariableAssignment, structs: StructDefs): VariableAssignment {
  const one = mapParts(assignment, (part) => pinAssignment(part, structs));
  if ('literal' in one) return one.type ? { ...one, type: pinType(one.type, structs) } : one;
  if ('cast' in one) return { ...one, to: pinType(one.to, structs) };
  if (!('fields' in one)) return one;
  const version = one.version ?? structs.structDef(one.struct, undefined)?.version;
  return version === undefined ? one : { ...one, version };
}

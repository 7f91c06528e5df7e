// Masked values: which assignments read one, so that what comes of it is kept from view as well.
import type { VariableAssignment } from '#contracts/assignment.ts';
import { isDynamic, type WfNode } from '#contracts/wf-spec.ts';
import { withParts } from './assignments.ts';
import type { Definitions } from './definitions.ts';

/** What is masked among the things that an assignment may name. */
export type MaskedNames = { variable: (name: string) => boolean; output: (nodeName: string) => boolean };

export function isMasked(assignment: VariableAssignment, names: MaskedNames): boolean {
  return withParts(assignment).some((part) => {
    if ('variable' in part) return names.variable(part.variable);
    return 'nodeOutput' in part && names.output(part.nodeOutput);
  });
}

/** True when the output of a node is never shown. */
export function isOutputMasked(node: WfNode, definitions: Pick<Definitions, 'taskDef' | 'externalEventDef'>): boolean {
  if (node.type === 'EXTERNAL_EVENT') return definitions.externalEventDef(node.externalEventDefName)?.masked === true;
  if (node.type !== 'TASK' || isDynamic(node.taskDefName)) return false;
  return definitions.taskDef(node.taskDefName)?.returnMasked === true;
}

// Which values are never to be shown: what reads a masked variable, or the output of a node that gives a masked one, is masked itself.
import type { VariableAssignment } from '#contracts/assignment.ts';
import { isDynamic, type WfNode } from '#contracts/wf-spec.ts';
import { withParts } from './assignments.ts';
import { lookup } from './lookup.ts';
import { ownerOf } from './variables.ts';
import type { Site } from './work.ts';
import type { World } from './world.ts';

/** Whether the value of an assignment is masked, at the node where the thread stands. */
export function isMasked(site: Site, assignment: VariableAssignment): boolean {
  return readsMasked(assignment, {
    variable: (name) => ownerOf(site, name)?.variable.masked ?? false,
    output: (nodeName) => {
      const node = lookup(site.threadSpec.nodes, nodeName);
      return node !== undefined && givesMasked(node, site.work.world);
    },
  });
}

type MaskedNames = { variable: (name: string) => boolean; output: (nodeName: string) => boolean };

/** The same, of names alone. */
export function readsMasked(assignment: VariableAssignment, names: MaskedNames): boolean {
  return withParts(assignment).some((part) => {
    if ('variable' in part) return names.variable(part.variable);
    return 'nodeOutput' in part && names.output(part.nodeOutput);
  });
}

/** Whether the output of a node is masked. */
export function givesMasked(node: WfNode, world: Pick<World, 'taskDef' | 'externalEventDef'>): boolean {
  if (node.type === 'TASK') {
    return !isDynamic(node.taskDefName) && (world.taskDef(node.taskDefName)?.returnMasked ?? false);
  }
  return node.type === 'EXTERNAL_EVENT' && (world.externalEventDef(node.externalEventDefName)?.masked ?? false);
}

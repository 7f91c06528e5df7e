// Masked values: which assignments read one, so that what comes of it is kept from view as well.
import type { VariableAssignment } from '#contracts/assignment.ts';
import { withParts } from './assignments.ts';

/** What is masked among the things that an assignment may name. */
export type MaskedNames = { variable: (name: string) => boolean; output: (nodeName: string) => boolean };

export function isMasked(assignment: VariableAssignment, names: MaskedNames): boolean {
  return withParts(assignment).some((part) => {
    if ('variable' in part) return names.variable(part.variable);
    return 'nodeOutput' in part && names.output(part.nodeOutput);
  });
}

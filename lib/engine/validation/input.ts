// INPUT: the variable in which a thread that handles something is given it. Every thread may declare its own.
import type { ThreadSpec, ThreadVariable } from '#contracts/wf-spec.ts';

export const INPUT = 'INPUT';

export function inputOf(threadSpec: ThreadSpec): ThreadVariable | undefined {
  return threadSpec.variables.find(({ name }) => name === INPUT);
}

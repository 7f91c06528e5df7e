// Short ways to write what scenarios of values need: mutations, tasks that take and give, and a run that has done some mutations.
import type { MutationOperation, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';
import { asWfSpec, type BodyInput, declare, type NodeInput, road } from './build-spec.ts';
import { type DefinitionBodies, definitionsOf } from './definitions.ts';
import { accepted, type Scenario, scenario } from './scenario.ts';

export type Task = Extract<NodeInput, { type: 'TASK' }>;
export const mutate = (
  name: string,
  operation: MutationOperation,
  value: VariableAssignment,
  path?: Mutation['path'],
): Mutation => ({
  variable: name,
  operation,
  value,
  ...(path && { path }),
});
export const cast = (assignment: VariableAssignment, to: VariableType): VariableAssignment => ({
  cast: assignment,
  to,
});
export const task = (taskDefName: string, ...inputs: VariableAssignment[]): Task => ({
  type: 'TASK',
  taskDefName,
  inputs,
});
export const takes = (type: VariableType, returnType?: VariableType) => ({
  inputVars: [{ name: 'input', type }],
  ...(returnType && { returnType }),
});

/** A run that has done these mutations on its first edge, and ended. */
export function mutated(
  types: Record<string, VariableType>,
  mutations: Mutation[],
  variables: JsonObject = {},
  structs = {},
): Scenario {
  const run = scenario({ structDefs: structs, wfSpec: road(declare(types), {}, { start: mutations }) });
  accepted(run.start(variables));
  return run;
}
export const variablesAfter = (...given: Parameters<typeof mutated>) => mutated(...given).thread().variables;
export const findings = (wfSpec: BodyInput, definitions: DefinitionBodies = {}) =>
  validateWfSpec(asWfSpec(wfSpec), definitionsOf(definitions)).map(({ message }) => message);
export const inputs = (run: Scenario, guid: string) => run.run().taskRuns[guid]?.inputs.map(({ value }) => value);
/** The failure by which the NodeRun of the entrypoint thread failed. */
export const failure = (run: Scenario, position: number) => run.nodeRun(0, position).failures.at(-1);

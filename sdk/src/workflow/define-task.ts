// The TaskDef as code: its types flow into the workflow that executes it and into the worker that does it.
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import type { VariableType } from '../../../lib/contracts/value.ts';
import { withHidden } from '../types/hidden.ts';
import { jsonOf } from '../types/json.ts';
import { type Type, typeIn, variableTypeOf } from '../types/type.ts';

/** A `masked` input is never shown, but real to the worker. */
type TaskInput = Type | { readonly type: Type; readonly masked?: boolean; readonly default?: unknown };
export type TaskInputs = { readonly [name: string]: TaskInput };

/** The key under which a task keeps its types as they were written. */
export const TYPES: unique symbol = Symbol('types');

/** The body of `PUT /task-defs/{name}`, with what it takes and returns in its type. */
export type TaskDefinition<
  Inputs extends TaskInputs = TaskInputs,
  Returns extends Type | undefined = Type | undefined,
> = CallOf<'putTaskDef'> & {
  readonly inputVars: { name: string; type: VariableType }[];
  readonly [TYPES]: { readonly inputs: Inputs; readonly returns: Returns };
};

/** Defines a task: its inputs by name, in order, and what it returns, if anything. */
export function defineTask<const Inputs extends TaskInputs, const Returns extends Type | undefined = undefined>(task: {
  name: string;
  description?: string;
  inputs: Inputs;
  returns?: Returns;
  /** The output is never shown, but real to the workflow. */
  returnMasked?: boolean;
}): TaskDefinition<Inputs, Returns> {
  const definition = {
    name: task.name,
    ...(task.description !== undefined && { description: task.description }),
    inputVars: Object.entries(task.inputs).map(([name, input]) => ({
      name,
      type: variableTypeOf(typeIn(input)),
      ...optionsOf(input),
    })),
    ...(task.returns !== undefined && { returnType: variableTypeOf(task.returns) }),
    ...(task.returnMasked && { returnMasked: true }),
  };
  return withHidden(definition, TYPES, { inputs: task.inputs, returns: task.returns as Returns });
}

function optionsOf(input: TaskInput) {
  if (typeof input === 'string' || !('type' in input)) return {};
  const { masked, default: preset } = input;
  return { ...(masked && { masked }), ...(preset !== undefined && { default: jsonOf(preset) }) };
}

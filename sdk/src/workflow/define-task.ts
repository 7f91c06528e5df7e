// The TaskDef as code: its types flow into the workflow that executes it and into the worker that does it.
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import type { VariableType } from '../../../lib/contracts/value.ts';

export type TaskInputs = Record<string, VariableType>;

declare const TYPES: unique symbol;

/** The body of `PUT /task-defs/{name}`, with what it takes and returns in its type. */
export type TaskDefinition<
  Inputs extends TaskInputs = TaskInputs,
  Returns extends VariableType | undefined = VariableType | undefined,
> = CallOf<'putTaskDef'> & {
  readonly inputVars: { name: string; type: VariableType }[];
  readonly [TYPES]?: { inputs: Inputs; returns: Returns };
};

/** Defines a task: its inputs by name, in order, and what it returns, if anything. */
export function defineTask<
  const Inputs extends TaskInputs,
  const Returns extends VariableType | undefined = undefined,
>(task: { name: string; description?: string; inputs: Inputs; returns?: Returns }): TaskDefinition<Inputs, Returns> {
  return {
    name: task.name,
    ...(task.description !== undefined && { description: task.description }),
    inputVars: Object.entries(task.inputs).map(([name, type]) => ({ name, type })),
    ...(task.returns !== undefined && { returnType: task.returns }),
  };
}

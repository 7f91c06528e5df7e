// A workflow written as code, as the WfSpec that the engine runs.
import type { z } from 'zod';
import { docketName } from '../../../lib/contracts/names.ts';
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import { fieldErrorsOf } from '../../../lib/contracts/problem.ts';
import { wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import { withHidden } from '../types/hidden.ts';
import type { StructDefinition, Type } from '../types/type.ts';
import { buildWorkflow, type DeclaredInput } from './build-workflow.ts';
import type { ExternalEventDefinition, WorkflowEventDefinition } from './define-event.ts';
import type { TaskDefinition } from './define-task.ts';
import type { UserTaskDefinition } from './define-user-task.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';
import { ENTRYPOINT } from './workflow-draft.ts';

/** The key under which a workflow keeps its inputs as they were declared. */
export const INPUTS: unique symbol = Symbol('inputs');

export type Workflow<Returns extends Type | undefined = Type | undefined> = {
  readonly name: string;
  /** What `client.putWfSpec` takes. */
  readonly spec: CallOf<'putWfSpec'>;
  readonly returns: Returns;
  /** The definitions that its steps use, in the order of their first use; a struct comes after those that it is made of. */
  readonly structDefs: readonly StructDefinition[];
  readonly taskDefs: readonly TaskDefinition[];
  readonly userTaskDefs: readonly UserTaskDefinition[];
  readonly externalEventDefs: readonly ExternalEventDefinition[];
  readonly workflowEventDefs: readonly WorkflowEventDefinition[];
  /** Its parent, and those that it runs. */
  readonly workflows: readonly Workflow[];
  readonly [INPUTS]: ReadonlyMap<string, DeclaredInput>;
};

type BodyInput = z.input<typeof wfSpecBody>;
export type WorkflowOptions<Returns extends Type | undefined> = {
  description?: string;
  /** The type of what a run returns, with `wf.return(value)`. */
  returns?: Returns;
  /** When a run that has ended is deleted. */
  retention?: { secondsAfterEnd: number };
  /** Runs are child runs of this workflow, and may inherit its PUBLIC variables. */
  parent?: Workflow | { wfSpecName: string; majorVersion?: number };
  allowedUpdates?: NonNullable<BodyInput['allowedUpdates']>;
};

/** Defines a workflow. `define` runs once, here; it describes the process and does none of it. Throws when something is wrong with it. */
export function defineWorkflow<const Returns extends Type | undefined = undefined>(
  name: string,
  define: (wf: WorkflowBuilder<Returns>) => void,
  options: WorkflowOptions<Returns> = {},
): Workflow<Returns> {
  const { returns, parent, ...rest } = options;
  const { threads, uses, inputs } = buildWorkflow(define, { returns, parent });
  const body = { ...rest, ...(parent && { parent: referenceTo(parent) }), entrypoint: ENTRYPOINT, threads };
  const checked = wfSpecBody.extend({ name: docketName }).safeParse({ name, ...body });
  if (!checked.success) {
    const errors = fieldErrorsOf(checked.error).map(({ path, message }) => `\n  ${path}: ${message}`);
    throw new Error(`workflow ${name} is not valid:${errors.join('')}`);
  }
  const workflow = {
    name,
    spec: { name, ...body },
    returns: returns as Returns,
    structDefs: [...uses.structs],
    taskDefs: [...uses.tasks],
    userTaskDefs: [...uses.forms],
    externalEventDefs: [...uses.externalEvents],
    workflowEventDefs: [...uses.workflowEvents],
    workflows: [...(parent && 'spec' in parent ? [parent] : []), ...uses.workflows],
  };
  return withHidden(workflow, INPUTS, inputs);
}

function referenceTo(parent: NonNullable<WorkflowOptions<undefined>['parent']>) {
  return 'spec' in parent ? { wfSpecName: parent.name } : parent;
}

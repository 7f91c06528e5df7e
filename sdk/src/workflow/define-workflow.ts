// A workflow written as code, as the WfSpec that the engine runs.
import { docketName } from '../../../lib/contracts/names.ts';
import { fieldErrorsOf } from '../../../lib/contracts/problem.ts';
import { wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import { withHidden } from '../types/hidden.ts';
import type { Type } from '../types/type.ts';
import { buildWorkflow } from './build-workflow.ts';
import { INPUTS, type Workflow, type WorkflowOptions } from './workflow.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';
import { ENTRYPOINT } from './workflow-draft.ts';

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

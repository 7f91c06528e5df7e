// A workflow written as code, as the WfSpec that the engine runs.

import { docketName } from '../../../lib/contracts/names.ts';
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import { fieldErrorsOf } from '../../../lib/contracts/problem.ts';
import { wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import { buildThread } from './build-thread.ts';
import type { TaskDefinition } from './define-task.ts';
import type { UserTaskDefinition } from './define-user-task.ts';
import type { WorkflowThread } from './workflow-thread.ts';

export type Workflow = {
  readonly name: string;
  /** What `client.putWfSpec` takes. */
  readonly spec: CallOf<'putWfSpec'>;
  /** The definitions that its steps use, in the order of their first use. */
  readonly taskDefs: readonly TaskDefinition[];
  readonly userTaskDefs: readonly UserTaskDefinition[];
};

/** Defines a workflow. `define` runs once, here; it describes the process and does none of it. Throws when a name or a shape is not valid. */
export function defineWorkflow(
  name: string,
  define: (wf: WorkflowThread) => void,
  options: { description?: string } = {},
): Workflow {
  const { spec, taskDefs, userTaskDefs } = buildThread(define);
  const body = { ...options, entrypoint: 'entrypoint', threads: { entrypoint: spec } };
  const checked = wfSpecBody.extend({ name: docketName }).safeParse({ name, ...body });
  if (!checked.success) {
    const errors = fieldErrorsOf(checked.error).map(({ path, message }) => `\n  ${path}: ${message}`);
    throw new Error(`workflow ${name} is not valid:${errors.join('')}`);
  }
  return { name, spec: { name, ...body }, taskDefs, userTaskDefs };
}

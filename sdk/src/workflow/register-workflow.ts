// Puts a workflow with all it needs.
import type { OutputOf } from '../../../lib/contracts/operations/table.ts';
import type { DocketClient } from '../client/docket-client.ts';
import type { Workflow } from './define-workflow.ts';

/** Puts the forms and tasks that a workflow uses, then the workflow. What is there already, unchanged, stays as it is. */
export async function registerWorkflow(client: DocketClient, workflow: Workflow): Promise<OutputOf<'putWfSpec'>> {
  for (const task of workflow.taskDefs) await client.putTaskDef(task);
  for (const form of workflow.userTaskDefs) await client.putUserTaskDef(form);
  return client.putWfSpec(workflow.spec);
}

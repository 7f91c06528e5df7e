// Puts a workflow with all it needs.
import type { OutputOf } from '../../../lib/contracts/operations/table.ts';
import type { DocketClient } from '../client/docket-client.ts';
import type { Workflow } from './workflow.ts';

/**
 * Puts what a workflow uses, each before what it is used by: structs, tasks, forms and events, its parent and the workflows that it runs;
 * then the workflow. What is there already, unchanged, stays as it is.
 */
export async function registerWorkflow(client: DocketClient, workflow: Workflow): Promise<OutputOf<'putWfSpec'>> {
  for (const struct of workflow.structDefs) await client.putStructDef(struct);
  for (const task of workflow.taskDefs) await client.putTaskDef(task);
  for (const form of workflow.userTaskDefs) await client.putUserTaskDef(form);
  for (const event of workflow.externalEventDefs) await client.putExternalEventDef(event);
  for (const event of workflow.workflowEventDefs) await client.putWorkflowEventDef(event);
  for (const other of workflow.workflows) await registerWorkflow(client, other);
  return client.putWfSpec(workflow.spec);
}

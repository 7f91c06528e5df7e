// Delete a TaskDef that no WfSpec names.
import { deleteTaskDef as deleteRow } from '#persistence/task-defs.ts';
import type { Service } from './context.ts';
import { deletedOrRefused } from './definition-in-use.ts';

export const deleteTaskDef: Service<'deleteTaskDef'> = async ({ deps, principal }, { name }) =>
  deletedOrRefused(`TaskDef ${name}`, await deleteRow(deps.store, principal.tenantId, name));

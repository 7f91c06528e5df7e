// Delete a version of a UserTaskDef that no WfSpec is pinned to.
import { deleteUserTaskDef } from '#persistence/user-task-defs.ts';
import type { Service } from './context.ts';
import { deletedOrRefused } from './definition-in-use.ts';

export const deleteUserTaskDefVersion: Service<'deleteUserTaskDefVersion'> = async (
  { deps, principal },
  { name, version },
) =>
  deletedOrRefused(
    `UserTaskDef ${name} ${version}`,
    await deleteUserTaskDef(deps.store, principal.tenantId, name, version),
  );

// Delete a WfRun that has ended, with everything of it; a tombstone stays.
import { eraseFamily } from '#persistence/erase-family.ts';
import { callerId, type Service } from './context.ts';
import { refuse } from './refuse.ts';

export const deleteWfRun: Service<'deleteWfRun'> = async ({ deps, principal }, { wfRunId }) => {
  const outcome = await eraseFamily(deps.store, principal.tenantId, wfRunId, callerId(principal));
  if (outcome === 'NOT_FOUND') return refuse('NOT_FOUND', `There is no WfRun ${wfRunId}.`);
  if (outcome === 'RUNNING')
    return refuse('FAILED_PRECONDITION', `WfRun ${wfRunId} is RUNNING: it cannot be deleted yet.`);
  return undefined;
};

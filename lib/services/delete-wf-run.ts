// Delete a WfRun that is at rest, with its child runs and everything of theirs; a tombstone stays.
import { because } from '#contracts/reasons.ts';
import { eraseFamily } from '#persistence/erase-family.ts';
import { callerId, type Service } from './context.ts';
import { refuse } from './refuse.ts';
import { refuseUnknownWfRun } from './unknown-wf-run.ts';

export const deleteWfRun: Service<'deleteWfRun'> = async ({ deps, principal }, { wfRunId, reason = null }) => {
  const outcome = await eraseFamily(deps.store, principal.tenantId, wfRunId, callerId(principal), { reason });
  switch (outcome) {
    case 'ERASED':
      return undefined;
    case 'NOT_FOUND':
      return refuseUnknownWfRun(wfRunId);
    case 'RUNNING':
      return refuse('FAILED_PRECONDITION', because('runGoesOn', { wfRunId }));
    case 'CHILD':
      return refuse('FAILED_PRECONDITION', because('runIsChild', { wfRunId }));
  }
};

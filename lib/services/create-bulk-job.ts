// Make a bulk job: what it is about is fixed now, the work is done in the background.
import { insertBulkJob } from '#persistence/bulk-jobs.ts';
import { newGuid } from '#platform/ids.ts';
import { callerId, type Service } from './context.ts';
import { refuseInvalid } from './refuse.ts';
import { findWantedWfSpec, refuseLoneRevision, writtenWfSpec } from './wanted-wf-spec.ts';

export const createBulkJob: Service<'createBulkJob'> = async ({ deps, principal }, criteria) => {
  refuseLoneRevision(criteria);
  // A version that has runs cannot be deleted: without one there is nothing to do, and perhaps a slip in the name.
  if (!(await findWantedWfSpec(deps, principal.tenantId, criteria))) {
    refuseInvalid([{ path: 'wfSpecName', message: `There is no ${writtenWfSpec(criteria)}` }]);
  }
  return insertBulkJob(deps.store, principal.tenantId, newGuid(), criteria, callerId(principal));
};

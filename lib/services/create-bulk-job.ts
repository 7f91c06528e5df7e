// Make a bulk job: what it is about is fixed now, the work is done in the background.
import { insertBulkJob } from '#persistence/bulk-jobs.ts';
import { newGuid } from '#platform/ids.ts';
import { callerId, type Service } from './context.ts';
import { refuseLoneRevision } from './wanted-wf-spec.ts';

export const createBulkJob: Service<'createBulkJob'> = async ({ deps, principal }, criteria) => {
  refuseLoneRevision(criteria);
  return insertBulkJob(deps.store, principal.tenantId, newGuid(), criteria, callerId(principal));
};

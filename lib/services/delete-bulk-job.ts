// Delete a bulk job: one that is under way ends with its batch, and what it deleted stays deleted.
import { deleteBulkJob as deleteRow } from '#persistence/bulk-jobs.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';

export const deleteBulkJob: Service<'deleteBulkJob'> = async ({ deps, principal }, { jobId }) =>
  (await deleteRow(deps.store, principal.tenantId, jobId))
    ? undefined
    : refuse('NOT_FOUND', `There is no bulk job ${jobId}.`);

// Bulk jobs in the background: one batch of one job at a time. A batch that fails is tried again, ever later, until the job is FAILED.
import {
  type BatchOutcome,
  findRunsOfBulkJob,
  moveBulkJob,
  type TakenJob,
  takeBulkJob,
} from '#persistence/bulk-jobs.ts';
import { isOutage } from '#persistence/database-error.ts';
import { eraseFamily } from '#persistence/erase-family.ts';
import type { Deps } from './deps.ts';

const BATCH = 100;
// Longer than a batch takes; then another process may go on with the job.
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 6;

/** Does a batch of the job that is due longest; whether there may be more. */
export async function runBulkJobs(deps: Deps): Promise<{ isMore: boolean }> {
  const taken = await takeBulkJob(deps.store, LEASE_SECONDS);
  if (!taken) return { isMore: false };
  const outcome = await doBatch(deps, taken).catch((error) => failedBatch(taken, error));
  await moveBulkJob(deps.store, taken, outcome);
  return { isMore: true };
}

async function doBatch({ store }: Deps, taken: TakenJob): Promise<BatchOutcome> {
  const { tenantId, createdBy, job } = taken;
  const runs = await findRunsOfBulkJob(store, taken, BATCH);
  let done = 0;
  for (const [, id] of runs) {
    if ((await eraseFamily(store, tenantId, id, `${createdBy} (bulk job ${job.id})`)) === 'ERASED') done++;
  }
  const status = runs.length < BATCH ? 'COMPLETED' : 'RUNNING';
  return { done, cursor: runs.at(-1) ?? null, status, attempts: 0, failure: null, dueInSeconds: 0 };
}

function failedBatch(taken: TakenJob, error: unknown): BatchOutcome {
  if (isOutage(error)) throw error;
  const attempts = taken.attempts + 1;
  return {
    done: 0,
    cursor: null,
    status: attempts >= MAX_ATTEMPTS ? 'FAILED' : 'RUNNING',
    attempts,
    failure: error instanceof Error ? error.message : String(error),
    dueInSeconds: 2 ** attempts,
  };
}

// Heartbeat: a worker that is still at it keeps its lease.
import { extendLease, isTaskRunKnown } from '#persistence/task-queue.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';

export const heartbeatTaskRun: Service<'heartbeatTaskRun'> = async ({ deps, principal }, input) => {
  const { tenantId } = principal;
  const leaseUntil = await extendLease(deps.store, tenantId, input);
  if (leaseUntil !== null) return { leaseUntil };
  if (!(await isTaskRunKnown(deps.store, tenantId, input.wfRunId, input.guid))) {
    return refuse('NOT_FOUND', 'There is no such TaskRun.');
  }
  return refuse('FAILED_PRECONDITION', 'The lease on this attempt has ended, or is not yours.');
};

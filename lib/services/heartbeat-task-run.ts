// Heartbeat: a worker that is still at it keeps its lease.
import { extendLease } from '#persistence/task-queue.ts';
import type { Service } from './context.ts';
import { refuseStaleLease } from './refuse-stale-lease.ts';

export const heartbeatTaskRun: Service<'heartbeatTaskRun'> = async (context, input) => {
  const leaseUntil = await extendLease(context.deps.store, context.principal.tenantId, input);
  return leaseUntil === null ? refuseStaleLease(context, input) : { leaseUntil };
};

// What is said of a lease that is not, or not any longer, that of the caller.
import { isTaskRunKnown } from '#persistence/task-queue.ts';
import type { CallContext } from './context.ts';
import { refuse } from './refuse.ts';

export async function refuseStaleLease(
  { deps, principal }: CallContext,
  { wfRunId, guid }: { wfRunId: string; guid: string },
): Promise<never> {
  const isKnown = await isTaskRunKnown(deps.store, principal.tenantId, wfRunId, guid);
  if (!isKnown) return refuse('NOT_FOUND', 'There is no such TaskRun.');
  return refuse('FAILED_PRECONDITION', 'The lease on this attempt has ended, or is not yours.');
}

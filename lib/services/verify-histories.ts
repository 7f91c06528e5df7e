// The command `verify:history`: whether the histories of a run, or of a whole tenant, are as they were written.
import type { HistoryVerification } from '#contracts/history-chain.ts';
import type { UserTaskView } from '#persistence/user-task-view.ts';
import {
  findTombstone,
  type Tombstone,
  userTasksOfRun,
  type WalkKey,
  walkUserTasks,
} from '#persistence/walk-user-tasks.ts';
import type { Deps } from './deps.ts';
import { verificationOf } from './user-task-run.ts';

export type VerifiedTask = { wfRunId: string; guid: string; verification: HistoryVerification };

const BATCH = 200;

/** Every user task of the tenant, a batch at a time. */
export async function* verifyTenant({ store }: Deps, tenantId: string): AsyncGenerator<VerifiedTask> {
  let after: WalkKey | null = null;
  do {
    const batch: Awaited<ReturnType<typeof walkUserTasks>> = await walkUserTasks(store, tenantId, after, BATCH);
    yield* batch.views.map(verified);
    after = batch.next;
  } while (after !== null);
}

/** The user tasks of one run, or what is left of it. */
export async function verifyRun(
  { store }: Deps,
  tenantId: string,
  wfRunId: string,
): Promise<{ tasks: VerifiedTask[]; tombstone: Tombstone | null }> {
  const tasks = (await userTasksOfRun(store, tenantId, wfRunId)).map(verified);
  return { tasks, tombstone: tasks.length > 0 ? null : await findTombstone(store, tenantId, wfRunId) };
}

const verified = (view: UserTaskView): VerifiedTask => ({
  wfRunId: view.summary.wfRunId,
  guid: view.summary.guid,
  verification: verificationOf(view),
});

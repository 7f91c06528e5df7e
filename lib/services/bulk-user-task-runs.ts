// Bulk: the same verb on many tasks, each as if it were asked alone; or, as a dry run, what would come of it.
import type { InputOf, OutputOf } from '#contracts/operations/table.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { assignUserTaskRun } from './assign-user-task-run.ts';
import { cancelUserTaskRun } from './cancel-user-task-run.ts';
import { claimUserTaskRun } from './claim-user-task-run.ts';
import type { CallContext, Service } from './context.ts';
import { refusalOfOutage } from './outage.ts';
import { RefusedError } from './refuse.ts';
import { releaseUserTaskRun } from './release-user-task-run.ts';
import { undoUserTaskRun } from './undo-user-task-run.ts';

type Input = InputOf<'bulkUserTaskRuns'>;
type Item = Input['ids'][number];
type Outcome = OutputOf<'bulkUserTaskRuns'>['results'][number];

export const bulkUserTaskRuns: Service<'bulkUserTaskRuns'> = async (context, input) => {
  // The answer to the whole call is what is kept under its Idempotency-Key.
  const each = { ...context, key: null, isDryRun: input.dryRun };
  return { results: await Promise.all(input.ids.map((item) => outcomeOf(each, input, item))) };
};

async function outcomeOf(context: CallContext, input: Input, item: Item): Promise<Outcome> {
  const { wfRunId, guid } = item;
  try {
    await act(context, input, item);
    return { wfRunId, guid, problem: null };
  } catch (error) {
    const refusal = error instanceof RefusedError ? error.refusal : refusalOfOutage(error);
    const { code, detail, current } = refusal;
    return { wfRunId, guid, problem: { code, detail, ...(current !== undefined && { current }) } };
  }
}

async function act(context: CallContext, input: Input, item: Item): Promise<UserTaskRun> {
  const { action, userId, userGroup, overrideClaim, reason } = input;
  switch (action) {
    case 'assign':
      return assignUserTaskRun(context, { ...item, userId, userGroup, overrideClaim, reason });
    case 'cancel':
      return cancelUserTaskRun(context, { ...item, reason });
    case 'claim':
      return claimUserTaskRun(context, { ...item, userId });
    case 'release':
      return releaseUserTaskRun(context, { ...item, userId, reason });
    case 'undo':
      return undoUserTaskRun(context, item);
  }
}

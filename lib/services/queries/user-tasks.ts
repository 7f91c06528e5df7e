// Reads of user tasks: nobody gets to see what decision 2 does not show them.
import { z } from 'zod';
import type { Principal } from '#contracts/principal.ts';
import { findUserTask } from '#persistence/find-user-task.ts';
import { searchUserTasks, type Viewer } from '#persistence/search-user-tasks.ts';
import type { Store } from '#persistence/store.ts';
import type { UserTaskView } from '#persistence/user-task-view.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { maySee, NO_SUCH_TASK } from '../policy/user-task.ts';
import { RefusedError } from '../refuse.ts';
import { factsOf, toUserTaskRun } from '../user-task-run.ts';

const taskKey = z.tuple([z.string(), z.string(), z.string()]);

export const searchUserTaskRuns: Service<'searchUserTaskRuns'> = async (context, input) => {
  const { deps, principal } = context;
  const { after, take, page } = paging(context, 'searchUserTaskRuns', input, taskKey);
  const search = { ...input, after, take };
  const found = await searchUserTasks(deps.store, principal.tenantId, viewerOf(principal), search);
  return page(found, ({ createdAt, wfRunId, guid }) => [createdAt, wfRunId, guid]);
};

function viewerOf(principal: Principal): Viewer {
  if (principal.kind === 'service' || principal.isAdmin) return 'all';
  return { userId: principal.userId, groups: principal.groups };
}

export const getUserTaskRun: Service<'getUserTaskRun'> = async ({ deps, principal }, { wfRunId, guid }) => {
  const found = await findUserTask(deps.store, principal.tenantId, wfRunId, guid);
  if (!found || !maySee(principal, factsOf(found.view))) throw new RefusedError(NO_SUCH_TASK);
  return toUserTaskRun(found.view, await formOf(deps.store, principal.tenantId, found), principal);
};

const formOf = (store: Store, tenantId: string, { view: { summary } }: { view: UserTaskView }) =>
  store.definitions.userTaskDef(tenantId, summary.userTaskDefName, summary.userTaskDefVersion);

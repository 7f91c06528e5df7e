// Reads of user tasks: nobody gets to see what decision 2 does not show them.
import { z } from 'zod';
import { findUserTask } from '#persistence/find-user-task.ts';
import { searchUserTasks } from '#persistence/search-user-tasks.ts';
import type { Store } from '#persistence/store.ts';
import type { UserTaskView } from '#persistence/user-task-view.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { maySee, NO_SUCH_TASK } from '../policy/user-task.ts';
import { RefusedError } from '../refuse.ts';
import { questionOf } from '../user-task-question.ts';
import { factsOf, toUserTaskRun } from '../user-task-run.ts';

const place = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string(), z.string(), z.string()]);

export const searchUserTaskRuns: Service<'searchUserTaskRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchUserTaskRuns', input, place);
  const question = questionOf(context.principal, input);
  const { results, bookmark } = page(
    await searchUserTasks(context.deps.store, question, { after, take }),
    (last) => last.place,
  );
  return { results: results.map(({ task }) => task), bookmark };
};

export const getUserTaskRun: Service<'getUserTaskRun'> = async ({ deps, principal }, { wfRunId, guid }) => {
  const found = await findUserTask(deps.store, principal.tenantId, wfRunId, guid);
  if (!found || !maySee(principal, factsOf(found.view))) throw new RefusedError(NO_SUCH_TASK);
  return toUserTaskRun(found.view, await formOf(deps.store, principal.tenantId, found), principal);
};

const formOf = (store: Store, tenantId: string, { view: { summary } }: { view: UserTaskView }) =>
  store.definitions.userTaskDef(tenantId, summary.userTaskDefName, summary.userTaskDefVersion);

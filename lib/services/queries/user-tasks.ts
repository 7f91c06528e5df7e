// Reads of user tasks: nobody gets to see what decision 2 does not show them.
import { z } from 'zod';
import { holdingsOf, lineOf } from '#contracts/holdings.ts';
import type { Principal } from '#contracts/principal.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import { findDefinition } from '#persistence/definitions.ts';
import { findUserTask } from '#persistence/find-user-task.ts';
import { searchUserTasks, type Viewer } from '#persistence/search-user-tasks.ts';
import type { Store } from '#persistence/store.ts';
import type { UserTaskView } from '#persistence/user-task-view.ts';
import { paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { maySee, NO_SUCH_TASK } from '../policy/user-task.ts';
import { RefusedError } from '../refuse.ts';
import { factsOf, toUserTaskRun, verificationOf } from '../user-task-run.ts';

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

export const getUserTaskRun: Service<'getUserTaskRun'> = async (context, task) => {
  const { deps, principal } = context;
  const found = await seenTask(context, task);
  return toUserTaskRun(found.view, await formOf(deps.store, principal.tenantId, found), principal);
};

export const getUserTaskHistory: Service<'getUserTaskHistory'> = async (context, task) => {
  const { view } = await seenTask(context, task);
  const { summary, events } = view;
  const holdings = holdingsOf(events);
  return { task: summary, holdings, line: lineOf(holdings), events, verification: verificationOf(view) };
};

export const verifyUserTaskRun: Service<'verifyUserTaskRun'> = async (context, task) =>
  verificationOf((await seenTask(context, task)).view);

/** A task that the caller may see. */
async function seenTask({ deps, principal }: CallContext, { wfRunId, guid }: { wfRunId: string; guid: string }) {
  const found = await findUserTask(deps.store, principal.tenantId, wfRunId, guid);
  if (!found || !maySee(principal, factsOf(found.view))) throw new RefusedError(NO_SUCH_TASK);
  return found;
}

/** The run's WfSpec names the form, unless the run has been migrated away from it. */
async function formOf(
  store: Store,
  tenantId: string,
  { view, wfSpec }: { view: UserTaskView; wfSpec: WfSpecId },
): Promise<UserTaskDef | null> {
  const { userTaskDefName: name, userTaskDefVersion: version } = view.summary;
  const world = await store.definitions.world(tenantId, [wfSpec]);
  const form = world.userTaskDef(name, version);
  return form ?? findDefinition(store, tenantId, { kind: 'UserTaskDef', name, major: version });
}

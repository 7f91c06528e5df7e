// Reads of user tasks: nobody gets to see what decision 2 does not show them.
import { z } from 'zod';
import { holdingsOf, lineOf } from '#contracts/holdings.ts';
import { timestamp } from '#contracts/names.ts';
import type { OutputOf } from '#contracts/operations/table.ts';
import type { UserTaskSort } from '#contracts/user-task-search.ts';
import { armedHooks } from '#engine/user-task/armed-hooks.ts';
import { findUserTask } from '#persistence/find-user-task.ts';
import { runCommand } from '#persistence/run-command.ts';
import { searchUserTasks } from '#persistence/search-user-tasks.ts';
import type { Store } from '#persistence/store.ts';
import { INFINITY, rankKindOf } from '#persistence/user-task-order.ts';
import { findUserTaskPlace } from '#persistence/user-task-place.ts';
import type { UserTaskView } from '#persistence/user-task-view.ts';
import { paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { countOf } from '../count-user-tasks.ts';
import { graphOf, nodeId } from '../diagram/graph-of.ts';
import { layOut } from '../diagram/lay-out.ts';
import { maySee, NO_SUCH_TASK } from '../policy/user-task.ts';
import { RefusedError } from '../refuse.ts';
import { questionOf } from '../user-task-question.ts';
import { factsOf, toUserTaskRun, verificationOf } from '../user-task-run.ts';

/** What a list is ordered by before creation is an instant, a number, or nothing. */
const RANKS = {
  instant: z.union([timestamp, z.literal(INFINITY)]),
  number: z.int(),
  none: z.null(),
};

const placeIn = (sort: UserTaskSort) => z.tuple([RANKS[rankKindOf(sort)], timestamp, z.string(), z.string()]);

export const searchUserTaskRuns: Service<'searchUserTaskRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchUserTaskRuns', input, placeIn(input.sort));
  const question = questionOf(context.principal, input);
  const { results, bookmark } = page(
    await searchUserTasks(context.deps.store, question, { after, take }),
    (last) => last.place,
  );
  return { results: results.map(({ task }) => task), bookmark };
};

export const countUserTaskRuns: Service<'countUserTaskRuns'> = countOf;

export const getUserTaskRun: Service<'getUserTaskRun'> = async (context, task) => {
  const { deps, principal } = context;
  const found = await seenTask(context, task);
  return toUserTaskRun(found.view, await formOf(deps.store, principal.tenantId, found), principal);
};

export const getUserTaskDiagram: Service<'getUserTaskDiagram'> = async (context, task) => {
  await seenTask(context, task);
  const place = await findUserTaskPlace(context.deps.store, context.principal.tenantId, task.wfRunId, task.guid);
  if (!place) throw new RefusedError(NO_SUCH_TASK);
  const { spec, threadSpecName } = place;
  return {
    diagram: await layOut(graphOf(spec, threadSpecName), 'DOWN', 'small'),
    current: nodeId(threadSpecName, place.nodeName),
    passed: place.passed.map((name) => nodeId(threadSpecName, name)),
  };
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

/** Worked out on the very state that a step would see. */
export const listUserTaskHooks: Service<'listUserTaskHooks'> = async ({ deps, principal }, { wfRunId, guid }) => {
  const result = await runCommand<OutputOf<'listUserTaskHooks'>>(deps.store, {
    tenantId: principal.tenantId,
    wfRunId,
    focus: { type: 'userTask', wfRunId, guid },
    call: null,
    decide: ({ now, family, userTask }, world) => {
      if (!userTask || !maySee(principal, factsOf(userTask))) return { refusal: NO_SUCH_TASK };
      return { answer: { results: family ? armedHooks(family, world, { at: now, wfRunId, guid }) : [] } };
    },
    respond: () => ({ results: [] }),
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.response;
};

const formOf = (store: Store, tenantId: string, { view: { summary } }: { view: UserTaskView }) =>
  store.definitions.userTaskDef(tenantId, summary.userTaskDefName, summary.userTaskDefVersion);

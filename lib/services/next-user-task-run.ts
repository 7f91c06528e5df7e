// Next: the most urgent task that the caller may claim becomes theirs. It is looked for, then claimed as any other; who loses it to another
// goes on to the one after it, so that two callers never have the same.
import { type Found, type Question, searchUserTasks } from '#persistence/search-user-tasks.ts';
import { actingFor } from './acting-for.ts';
import { changeUserTask } from './change-user-task.ts';
import type { CallContext, Service } from './context.ts';
import { RefusedError, refuseInvalid } from './refuse.ts';

const BATCH = 10;

export const nextUserTaskRun: Service<'nextUserTaskRun'> = async (context, input) => {
  const { deps, principal } = context;
  const userId = actingFor(context, input.userId);
  const question: Question = {
    tenantId: principal.tenantId,
    viewer: 'all',
    search: { sort: 'urgency', userTaskDefName: input.userTaskDefName },
    desk: { list: 'available', userId, groups: groupsOf(context, input.userGroups) },
  };
  let after: Found | undefined;
  do {
    const found = await searchUserTasks(deps.store, question, { after: after?.place ?? null, take: BATCH });
    for (const { task } of found) {
      const claimed = await claimIfFree(context, task, userId);
      if (claimed) return claimed;
    }
    after = found.length < BATCH ? undefined : found.at(-1);
  } while (after);
  return undefined;
};

/** A person has their own groups, of which they may name some. */
function groupsOf({ principal }: CallContext, named: string[] | undefined): string[] {
  if (principal.kind === 'user') return principal.groups.filter((group) => named?.includes(group) ?? true);
  return named ?? refuseInvalid([{ path: 'userGroups', message: 'A service key must name the groups' }]);
}

async function claimIfFree(context: CallContext, task: { wfRunId: string; guid: string }, userId: string) {
  try {
    return await changeUserTask(context, task, {
      verb: 'claim',
      userId,
      // Also one that the caller has got in the meantime is not next.
      refuse: ({ summary }) =>
        summary.status === 'UNASSIGNED' ? null : { code: 'FAILED_PRECONDITION', detail: 'This task was taken.' },
      command: (on, { userGroup }) => ({
        ...on,
        type: 'AssignUserTask',
        owners: { userId, userGroup },
        cause: 'claim',
        onlyFromUnassigned: true,
        reason: null,
      }),
    });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code === 'UNAVAILABLE') throw error;
    return null;
  }
}

// Reads of saved views: which there are, and how much each finds.
import { z } from 'zod';
import type { InputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { MOST_COUNTED } from '#contracts/saved-view.ts';
import { listSavedViews } from '#persistence/saved-views.ts';
import { countUserTasks } from '#persistence/search-user-tasks.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { knownView } from '../known-view.ts';
import { mayUseViewsOf } from '../policy/saved-view.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { questionOf } from '../user-task-question.ts';

export const searchViews: Service<'searchViews'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchViews', input, z.tuple([z.string(), z.string()]));
  const { deps, principal } = context;
  const owners = ownersOf(principal, input);
  const found = await listSavedViews(deps.store, principal.tenantId, owners, { after, take });
  return page(found, ({ name, id }) => [name, id]);
};

function ownersOf(
  principal: Principal,
  { userId, userGroup }: InputOf<'searchViews'>,
): { userIds: string[]; userGroups: string[] } {
  if (userId === undefined && userGroup === undefined) {
    if (principal.kind === 'user') return { userIds: [principal.userId], userGroups: principal.groups };
    return refuseInvalid([
      { path: 'userId', message: 'A service key must name whose views it wants: userId, userGroup or both' },
    ]);
  }
  const isMine =
    (userId === undefined || mayUseViewsOf(principal, { userId, userGroup: null })) &&
    (userGroup === undefined || mayUseViewsOf(principal, { userId: null, userGroup }));
  if (!isMine) refuse('PERMISSION_DENIED', 'You may see your own views and those of your groups.');
  return { userIds: userId === undefined ? [] : [userId], userGroups: userGroup === undefined ? [] : [userGroup] };
}

export const countView: Service<'countView'> = async (context, { viewId }) => {
  const { query } = await knownView(context, viewId);
  const question = questionOf(context.principal, query);
  const count = await countUserTasks(context.deps.store, question, MOST_COUNTED + 1);
  return { count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED };
};

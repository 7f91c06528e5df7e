// Reads of saved views: which there are, and how much each finds.
import { z } from 'zod';
import { DESK_SEARCHES, openOfGroup } from '#contracts/desk.ts';
import type { InputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { MOST_VIEWS_COUNTED } from '#contracts/saved-view.ts';
import { listSavedViews } from '#persistence/saved-views.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { countOf, countsOf } from '../count-user-tasks.ts';
import { knownView } from '../known-view.ts';
import { mayUseViewsOf } from '../policy/saved-view.ts';
import { refuse, refuseInvalid } from '../refuse.ts';

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
  return countOf(context, query);
};

export const countDesk: Service<'countDesk'> = async (context) => {
  const { deps, principal } = context;
  if (principal.kind === 'service') refuse('PERMISSION_DENIED', 'A service key has no desk: count a search instead.');
  const { tenantId, userId, groups } = principal;
  const owners = { userIds: [userId], userGroups: groups };
  const views = await listSavedViews(deps.store, tenantId, owners, { after: null, take: MOST_VIEWS_COUNTED });
  const { mine, available, dueSoon, overdue, waiting, done } = DESK_SEARCHES;
  const lists = [mine, available, dueSoon, overdue, waiting, done, ...groups.map(openOfGroup)];
  const counts = (await countsOf(context, [...lists, ...views.map(({ query }) => query)])).values();
  const next = () => counts.next().value ?? NOTHING;
  return {
    mine: next(),
    available: next(),
    dueSoon: next(),
    overdue: next(),
    waiting: next(),
    done: next(),
    groups: groups.map((userGroup) => ({ userGroup, ...next() })),
    views: views.map(({ id }) => ({ viewId: id, ...next() })),
  };
};

const NOTHING = { count: 0, isCapped: false };

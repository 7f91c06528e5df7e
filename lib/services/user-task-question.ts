// From what a caller searches for to what the tables are asked: who sees it, for whom work is available, and which orders are offered.
import type { Principal } from '#contracts/principal.ts';
import type { UserTaskSearch } from '#contracts/user-task-search.ts';
import { isSortOffered, type Question } from '#persistence/search-user-tasks.ts';
import type { Member, Viewer } from '#persistence/user-task-branches.ts';
import { refuseInvalid } from './refuse.ts';

/** @throws RefusedError when it makes no sense, or is in an order that its lists are not kept in. */
export function questionOf(principal: Principal, search: UserTaskSearch): Question {
  const { tenantId } = principal;
  const question = { tenantId, viewer: viewerOf(principal), search, availableTo: availableTo(principal, search) };
  if (isSortOffered(question)) return question;
  const message = `${search.sort} is offered for work lists alone: what a person has (userId, status=ASSIGNED), what your groups have unclaimed (userGroup, status=UNASSIGNED; or available=true) and, to admins and service keys, what of a definition is open (userTaskDefName, status=UNASSIGNED, ASSIGNED or both). Sort this search by created or -created`;
  return refuseInvalid([{ path: 'sort', message }]);
}

function viewerOf(principal: Principal): Viewer {
  if (principal.kind === 'service' || principal.isAdmin) return 'all';
  return { userId: principal.userId, groups: principal.groups };
}

function availableTo(
  principal: Principal,
  { available, status, userId, userGroup }: UserTaskSearch,
): Member | undefined {
  if (!available) return undefined;
  if (status !== undefined || userId !== undefined) {
    const message = 'is of what nobody has claimed: leave out status and userId';
    return refuseInvalid([{ path: 'available', message }]);
  }
  if (principal.kind === 'service') {
    const message = 'A service key has no groups: name userGroup, and status=UNASSIGNED';
    return refuseInvalid([{ path: 'available', message }]);
  }
  const wanted = userGroup === undefined ? principal.groups : [userGroup].flat();
  return { userId: principal.userId, groups: principal.groups.filter((name) => wanted.includes(name)) };
}

// From what a caller searches for to what the tables are asked: who sees it, what is on their desk, and which orders are offered.
import type { Principal, UserPrincipal } from '#contracts/principal.ts';
import type { UserTaskSearch } from '#contracts/user-task-search.ts';
import { isSortOffered, type Question } from '#persistence/search-user-tasks.ts';
import type { Desk, Viewer } from '#persistence/user-task-branches.ts';
import { refuseInvalid } from './refuse.ts';

/** @throws RefusedError when it makes no sense, or is in an order that its lists are not kept in. */
export function questionOf(principal: Principal, search: UserTaskSearch): Question {
  const question = { tenantId: principal.tenantId, viewer: viewerOf(principal), ...lookingAt(principal, search) };
  if (isSortOffered(question)) return question;
  const message = `${search.sort} is offered for work lists alone: what a person has (userId, status=ASSIGNED; or desk=mine or workable), what your groups have unclaimed (userGroup, status=UNASSIGNED; or available=true) and, to admins and service keys, what of a definition is open (userTaskDefName, status=UNASSIGNED, ASSIGNED or both). Sort this search by created or -created`;
  return refuseInvalid([{ path: 'sort', message }]);
}

function viewerOf(principal: Principal): Viewer {
  if (principal.kind === 'service' || principal.isAdmin) return 'all';
  return { userId: principal.userId, groups: principal.groups };
}

/** Lists of the caller's own, by whose they are. */
function lookingAt(principal: Principal, search: UserTaskSearch): Pick<Question, 'search' | 'desk'> {
  const { available, desk } = search;
  if (available) {
    if (desk !== undefined)
      refuseInvalid([{ path: 'desk', message: 'is another list than available: name one of both' }]);
    return { search, desk: deskOf('available', personOf(principal, search, 'available'), search) };
  }
  if (desk === undefined) return { search };
  const person = personOf(principal, search, 'desk');
  switch (desk) {
    case 'mine':
      return { search: { ...search, userId: person.userId, status: 'ASSIGNED' } };
    case 'done':
      return { search: { ...search, userId: person.userId, status: 'DONE' } };
    case 'workable':
    case 'waiting':
      return { search, desk: deskOf(desk, person, search) };
  }
}

function personOf(principal: Principal, { status, userId }: UserTaskSearch, path: 'available' | 'desk'): UserPrincipal {
  if (status !== undefined || userId !== undefined) {
    const message =
      path === 'desk' ? 'says whose and in which status: leave out' : 'is of what nobody has claimed: leave out';
    refuseInvalid([{ path, message: `${message} status and userId` }]);
  }
  if (principal.kind === 'user') return principal;
  const message = 'A service key has no desk and no groups: name userId or userGroup, and status';
  return refuseInvalid([{ path, message }]);
}

function deskOf(list: Desk['list'], { userId, groups }: UserPrincipal, { userGroup }: UserTaskSearch): Desk {
  const wanted = userGroup === undefined ? groups : [userGroup].flat();
  // What a person waits for is theirs whichever group has it.
  return { list, userId, groups: list === 'waiting' ? groups : groups.filter((name) => wanted.includes(name)) };
}

import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { InboxSearch } from './inbox-query.ts';

/** Whose inbox it is. */
export type InboxPerson = { userId: string; groups: readonly string[] };

type Ownership = Pick<UserTaskRunSummary, 'status' | 'userId' | 'userGroup'>;

/**
 * Whether a task that was in the list of a search still is after it changed hands or ended. Only what such a change can touch is
 * looked at: all else was right when the list was read.
 */
export function stillBelongs(search: InboxSearch, { userId: me, groups }: InboxPerson, task: Ownership): boolean {
  const { status, userId, userGroup } = task;
  const isOpen = status === 'UNASSIGNED' || status === 'ASSIGNED';
  const isMine = status === 'ASSIGNED' && userId === me;
  const isFree = status === 'UNASSIGNED' && userGroup !== null && groups.includes(userGroup);
  if (search.available) return isFree && isOfGroup(search, userGroup);
  switch (search.desk) {
    case 'mine':
      return isMine && isOfGroup(search, userGroup);
    case 'workable':
      return (isMine || isFree) && isOfGroup(search, userGroup);
    case 'waiting':
      return isOpen && !isMine && !isFree;
    case 'done':
      return status === 'DONE' && userId === me;
    case undefined:
      break;
  }
  const isOfStatus = search.status === undefined || [search.status].flat().includes(status);
  const isOfUser = search.userId === undefined || search.userId === userId;
  const isOfOpen = (!search.overdue && search.dueWithinHours === undefined) || isOpen;
  return isOfStatus && isOfUser && isOfOpen && isOfGroup(search, userGroup);
}

const isOfGroup = ({ userGroup }: InboxSearch, group: string | null): boolean =>
  userGroup === undefined || (group !== null && [userGroup].flat().includes(group));

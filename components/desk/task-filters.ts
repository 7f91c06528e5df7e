// What the search over all tasks asks for, as its address says it and as the operation takes it.
import type { CallOf } from '#contracts/operations/table.ts';
import type { UserTaskSort } from '#contracts/user-task-search.ts';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';

/** The parameters of the address, in the order in which they are written. */
export const FILTER_NAMES = [
  'q',
  'status',
  'userId',
  'userGroup',
  'userTaskDefName',
  'userTaskDefVersion',
  'wfSpecName',
  'priorityMin',
  'due',
  'suspended',
  'earliestStart',
  'latestStart',
  'completedAfter',
  'completedBefore',
  'sort',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = { [Name in FilterName]?: string | undefined };

export const STATUS_CHOICES = ['open', 'UNASSIGNED', 'ASSIGNED', 'DONE', 'CANCELLED'] as const;

/** Overdue or not, or due within so long. */
export const DUE_CHOICES = ['overdue', 'inTime', 'day', 'threeDays', 'week'] as const;
const HOURS = { day: 24, threeDays: 72, week: 168 } as const;

export type Search = Omit<CallOf<'searchUserTaskRuns'>, 'limit' | 'bookmark'>;

const OPEN: UserTaskStatus[] = ['UNASSIGNED', 'ASSIGNED'];

/** The search that the filters stand for. What they cannot mean is left out. */
export function searchOf({ status, due, priorityMin, suspended, sort, userTaskDefVersion, ...rest }: Filters): Search {
  const isKnown = STATUS_CHOICES.find((choice) => choice === status);
  const hours = due !== undefined && Object.hasOwn(HOURS, due) ? HOURS[due as keyof typeof HOURS] : undefined;
  const least = Number(priorityMin);
  // A version is one of a definition.
  const isVersion = rest.userTaskDefName && userTaskDefVersion !== undefined && /^\d{1,9}$/.test(userTaskDefVersion);
  const order = sortsOffered({ status, due, ...rest }).find((offered) => offered === sort);
  return {
    ...given(rest),
    ...(isKnown && { status: isKnown === 'open' ? OPEN : isKnown }),
    ...(isVersion && { userTaskDefVersion: Number(userTaskDefVersion) }),
    ...((due === 'overdue' || due === 'inTime') && { overdue: due === 'overdue' }),
    ...(hours !== undefined && { dueWithinHours: hours }),
    ...(Number.isInteger(least) && least > 0 && least <= 100 && { priorityMin: least }),
    ...((suspended === 'true' || suspended === 'false') && { suspended: suspended === 'true' }),
    ...(order && { sort: order }),
  };
}

/** What is there, without what is undefined. */
function given<T extends Record<string, string | undefined>>(filters: T): { [Name in keyof T]?: string } {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as { [Name in keyof T]?: string };
}

const BY_CREATION: UserTaskSort[] = ['-created', 'created'];
const OF_WORK: UserTaskSort[] = ['urgency', 'due', '-due', '-priority', 'priority'];

/** In which orders there is what is searched for: lists of open work in each, all else by creation. */
export function sortsOffered({ status, userId, userGroup, userTaskDefName }: Filters): UserTaskSort[] {
  const isOpen = status === 'open' || status === 'UNASSIGNED' || status === 'ASSIGNED';
  const isWork =
    userId !== undefined
      ? status === 'ASSIGNED'
      : userGroup !== undefined
        ? status === 'UNASSIGNED'
        : userTaskDefName !== undefined && isOpen;
  return isWork ? [...BY_CREATION, ...OF_WORK] : BY_CREATION;
}

/** The address of the list with these filters; what is empty is not in it. */
export function addressOf(path: string, filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name]?.trim();
    if (value) params.set(name, value);
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Whether the list is narrowed at all. */
export const isNarrowed = ({ sort, ...filters }: Filters): boolean => Object.values(filters).some(Boolean);

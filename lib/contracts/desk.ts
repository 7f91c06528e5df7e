// What everybody has on their desk: the lists of an inbox, each as the search that finds it. Free of zod, since browsers load it first.

/** Due soon is due within so many hours. */
export const DUE_SOON_HOURS = 72;

export const DESK_SEARCHES = {
  mine: { desk: 'mine' },
  available: { available: true },
  dueSoon: { desk: 'workable', dueWithinHours: DUE_SOON_HOURS },
  overdue: { desk: 'workable', overdue: true },
  waiting: { desk: 'waiting' },
  done: { desk: 'done' },
} as const;
export type DeskList = keyof typeof DESK_SEARCHES;

/** What is open of a group. */
export const openOfGroup = (userGroup: string): { userGroup: string; status: ('UNASSIGNED' | 'ASSIGNED')[] } => ({
  userGroup,
  status: ['UNASSIGNED', 'ASSIGNED'],
});

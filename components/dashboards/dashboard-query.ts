// What the address of the dashboards says, and the addresses of the tasks behind their numbers.

export const RANGES = [7, 14, 30] as const;
export const GROUPINGS = { group: 'userGroup', definition: 'userTaskDef', person: 'user' } as const;
export type GroupingName = keyof typeof GROUPINGS;
export const GROUPING_NAMES = Object.keys(GROUPINGS) as GroupingName[];

export const DASHBOARDS_PATH = '/admin/dashboards';
export const DASHBOARD_PARAMS = ['range', 'from', 'to', 'by', 'userTaskDefName', 'userGroup', 'userId'] as const;
export type DashboardParams = Partial<Record<(typeof DASHBOARD_PARAMS)[number], string>>;

const DAY = 86_400_000;
const LONGEST_DAYS = 31;
const LONGEST_MS = LONGEST_DAYS * DAY;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export type DashboardWindow = {
  /** How many days back, or null for days of the reader's own. */
  range: (typeof RANGES)[number] | null;
  from: number;
  to: number;
};

/** The window that the address asks for, by the calendar of a zone; two weeks unless it says something that can be. */
export function windowOf({ range, from, to }: DashboardParams, zone: string, now: number): DashboardWindow {
  if (from !== undefined && to !== undefined && DAY_PATTERN.test(from) && DAY_PATTERN.test(to)) {
    const start = startOfDay(from, zone);
    const end = Math.min(startOfDay(addDays(to, 1), zone), now);
    if (start < end) return { range: null, from: Math.max(start, end - LONGEST_MS), to: end };
  }
  const days = RANGES.find((one) => String(one) === range) ?? 14;
  return { range: days, from: startOfDay(addDays(dayOf(now, zone), 1 - days), zone), to: now };
}

export type DaysFault = 'order' | 'future' | 'long';

/** Why two days cannot be asked for, before they stand in an address; undefined for those that can. */
export function faultOfDays({ from, to }: { from: string; to: string }, today: string): DaysFault | undefined {
  if (to < from) return 'order';
  if (from > today) return 'future';
  return countDays(from, to) > LONGEST_DAYS ? 'long' : undefined;
}

/** How many days it is from one to the other, both counted. */
export const countDays = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY + 1;

/** The window just before, as long as this one. */
export function windowBefore({ from, to }: DashboardWindow): { from: number; to: number } {
  return { from: from - (to - from), to: from };
}

export const groupingOf = ({ by }: DashboardParams): GroupingName =>
  GROUPING_NAMES.find((name) => name === by) ?? 'group';

/** The day of a zone's calendar that an instant is in, as 2026-11-24. */
export function dayOf(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Twice, for the day on which the clocks change.
  const near = midnight - aheadOfUtc(midnight, zone);
  return midnight - aheadOfUtc(near, zone);
}

function aheadOfUtc(instant: number, zone: string): number {
  const options = { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' } as const;
  const local = new Intl.DateTimeFormat('sv-SE', options).format(instant);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** Every day of a window, so that days on which nothing was have a place too. */
export function daysOf({ from, to }: { from: number; to: number }, zone: string): string[] {
  const last = dayOf(to - 1, zone);
  const days: string[] = [];
  for (let day = dayOf(from, zone); day <= last && days.length <= LONGEST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The address of the dashboards with some of it changed; undefined takes a part away. */
export function dashboardHref(
  params: DashboardParams,
  changes: { [Name in keyof DashboardParams]?: string | undefined },
): string {
  return withQuery(DASHBOARDS_PATH, { ...params, ...changes });
}

export type TaskFilter = {
  status?: 'open' | 'UNASSIGNED' | 'ASSIGNED' | 'DONE' | 'CANCELLED';
  overdue?: boolean;
  userTaskDefName?: string | undefined;
  userGroup?: string | undefined;
  userId?: string | undefined;
  earliestStart?: number;
  latestStart?: number;
  completedAfter?: number;
  completedBefore?: number;
};

/** The address of the list of these tasks. */
export function tasksHref(filter: TaskFilter): string {
  const { earliestStart, latestStart, completedAfter, completedBefore, overdue, ...rest } = filter;
  const isOfOpen = rest.status === 'open' || rest.status === 'UNASSIGNED' || rest.status === 'ASSIGNED';
  const text = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());
  return withQuery('/admin/user-tasks', {
    ...rest,
    due: overdue === undefined ? undefined : overdue ? 'overdue' : 'inTime',
    // Figures of what is open leave out what is suspended.
    suspended: isOfOpen ? 'false' : undefined,
    earliestStart: text(earliestStart),
    latestStart: text(latestStart),
    completedAfter: text(completedAfter),
    completedBefore: text(completedBefore),
  });
}

function withQuery(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `${path}?${query}` : path;
}

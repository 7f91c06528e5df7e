'use client';

import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { AGE_BOUNDS, type UserTaskFigures, type UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import { formatDuration, formatSpan } from '../ui/format-time.ts';
import type { Chart, ChartRow } from './chart.ts';
import {
  addDays,
  type DashboardParams,
  daysOf,
  type GroupingName,
  startOfDay,
  type TaskFilter,
  tasksHref,
} from './dashboard-query.ts';

export type DashboardData = {
  metrics: UserTaskMetrics;
  /** The same of the window before, for comparison. */
  before: Pick<UserTaskMetrics, 'throughput' | 'days' | 'timeToClaim' | 'timeInHand' | 'hookFirings'>;
  params: DashboardParams;
  by: GroupingName;
  zone: string;
  /** When the figures were taken: ages are counted from then, whatever the window. */
  at: number;
  /** Names of people and titles of definitions, by their ids. */
  names: Readonly<Record<string, string>>;
};

const WEEK = 604_800;

/** All charts of the dashboards, each with its finding as a sentence. */
export function useCharts({ metrics, params, by, zone, at, names }: DashboardData) {
  const t = useTranslations('dashboards');
  const locale = useLocale();
  const { dateTime } = useFormatter();
  const scope = scopeOf(params);
  const window = { from: Date.parse(metrics.from), to: Date.parse(metrics.to) };
  const ended = { completedAfter: window.from, completedBefore: window.to };
  const groups = metrics.groups ?? [];
  const rowName = t(`by.${by}`);
  // Not to be broken within a sentence.
  const span = (seconds: number) => formatSpan(seconds * 1000, locale).replaceAll(' ', '\u00a0');

  /** Who has the most of something comes first; who has nothing of it is left out. */
  function rowsBy(
    weightOf: (group: UserTaskFigures) => number,
    valuesOf: (group: UserTaskFigures) => ChartRow['values'],
    hrefsOf?: (of: TaskFilter) => NonNullable<ChartRow['hrefs']>,
  ): ChartRow[] {
    return groups
      .filter((group) => weightOf(group) > 0)
      .sort((a, b) => weightOf(b) - weightOf(a))
      .map((group) => ({
        key: group.name,
        label: names[group.name] ?? group.name,
        values: valuesOf(group),
        ...(hrefsOf && { hrefs: hrefsOf({ ...scope, ...filterBy(by, group.name) }) }),
      }));
  }

  const dayRows: ChartRow[] = daysOf(window, zone).map((day) => {
    const on = metrics.days.find((one) => one.day === day);
    const start = startOfDay(day, zone);
    const end = startOfDay(addDays(day, 1), zone);
    return {
      key: day,
      label: dateTime(new Date(start), { day: 'numeric', month: 'short', timeZone: zone }),
      values: { arrived: on?.arrived ?? 0, completed: on?.completed ?? 0, cancelled: on?.cancelled ?? 0 },
      hrefs: {
        arrived: tasksHref({ ...scope, earliestStart: start, latestStart: end }),
        completed: tasksHref({ ...scope, status: 'DONE', completedAfter: start, completedBefore: end }),
        cancelled: tasksHref({ ...scope, status: 'CANCELLED', completedAfter: start, completedBefore: end }),
      },
    };
  });
  const arrived = metrics.days.reduce((sum, day) => sum + day.arrived, 0);
  const { completed, cancelled } = metrics.throughput;
  const flow: Chart = {
    id: 'flow',
    title: t(`flow.${arrived > completed + cancelled ? 'grew' : arrived < completed + cancelled ? 'shrank' : 'even'}`, {
      arrived,
      finished: completed + cancelled,
      difference: Math.abs(arrived - completed - cancelled),
    }),
    subtitle: t('flow.subtitle'),
    shape: 'columns',
    isStacked: false,
    series: [
      { key: 'arrived', label: t('flow.arrived'), look: 'plain' },
      { key: 'completed', label: t('flow.completed'), look: 'strong' },
      { key: 'cancelled', label: t('flow.cancelled'), look: 'alarming' },
    ],
    rowName: t('flow.day'),
    isByDay: true,
    rows: dayRows,
    unit: 'tasks',
  };

  const openNow = metrics.open.unassigned + metrics.open.assigned;
  const openRows = rowsBy(
    ({ open }) => open,
    ({ open, overdue }) => ({ inTime: open - overdue, overdue }),
    (of) => ({
      inTime: tasksHref({ ...of, status: 'open', overdue: false }),
      overdue: tasksHref({ ...of, status: 'open', overdue: true }),
    }),
  );
  const fullest = openRows[0];
  const open: Chart = {
    id: `open-by-${by}`,
    title: fullest
      ? t('open.title', {
          name: fullest.label,
          count: (fullest.values.inTime ?? 0) + (fullest.values.overdue ?? 0),
          total: openNow,
          overdue: fullest.values.overdue ?? 0,
        })
      : t('open.none'),
    subtitle: t(`open.subtitle.${by}`),
    shape: 'bars',
    isStacked: true,
    series: [
      { key: 'inTime', label: t('open.inTime'), look: 'strong' },
      { key: 'overdue', label: t('open.overdue'), look: 'alarming' },
    ],
    rowName,
    rows: openRows,
    unit: 'tasks',
  };

  const bounds = [...AGE_BOUNDS, null];
  const ageRows: ChartRow[] = bounds.map((under, index) => {
    const over = index === 0 ? 0 : (AGE_BOUNDS[index - 1] ?? 0);
    const countOf = (status: string) =>
      metrics.ageing.find((one) => one.status === status && one.under === under)?.count ?? 0;
    const born: TaskFilter = {
      ...scope,
      ...(under !== null && { earliestStart: at - under * 1000 }),
      ...(over > 0 && { latestStart: at - over * 1000 }),
    };
    return {
      key: String(under),
      label:
        under === null
          ? t('ageing.over', { age: formatDuration(over * 1000, locale) })
          : t('ageing.under', { age: formatDuration(under * 1000, locale) }),
      values: { unassigned: countOf('UNASSIGNED'), assigned: countOf('ASSIGNED') },
      hrefs: {
        unassigned: tasksHref({ ...born, status: 'UNASSIGNED' }),
        assigned: tasksHref({ ...born, status: 'ASSIGNED' }),
      },
    };
  });
  const old = metrics.ageing.reduce((sum, { under, count }) => (under === null || under > WEEK ? sum + count : sum), 0);
  const ageing: Chart = {
    id: 'ageing',
    title: t('ageing.title', { old, total: openNow }),
    subtitle: t('ageing.subtitle'),
    shape: 'columns',
    isStacked: true,
    series: [
      { key: 'assigned', label: t('ageing.assigned'), look: 'strong' },
      { key: 'unassigned', label: t('ageing.unassigned'), look: 'hatched' },
    ],
    rowName: t('ageing.age'),
    rows: ageRows,
    unit: 'tasks',
  };

  const timeChart = (kind: 'claim' | 'hand', of: 'timeToClaim' | 'timeInHand'): Chart => {
    const all = metrics[of];
    return {
      id: `${kind}-by-${by}`,
      title: all ? t(`${kind}.title`, { half: span(all.p50), most: span(all.p90) }) : t(`${kind}.none`),
      subtitle: t(`${kind}.subtitle.${by}`),
      shape: 'bars',
      isStacked: false,
      series: [
        { key: 'half', label: t('half'), look: 'strong' },
        { key: 'most', label: t('most'), look: 'hatched' },
      ],
      rowName,
      rows: rowsBy(
        (group) => group[of]?.p90 ?? 0,
        (group) => ({ half: group[of]?.p50 ?? null, most: group[of]?.p90 ?? null }),
      ),
      unit: 'seconds',
    };
  };

  const doneRows = rowsBy(
    (group) => group.completed + group.cancelled,
    (group) => ({ completed: group.completed, cancelled: group.cancelled }),
    (of) => ({
      completed: tasksHref({ ...of, ...ended, status: 'DONE' }),
      cancelled: tasksHref({ ...of, ...ended, status: 'CANCELLED' }),
    }),
  );
  const busiest = doneRows[0];
  const done: Chart = {
    id: `finished-by-${by}`,
    title: busiest
      ? t('done.title', { name: busiest.label, count: busiest.values.completed ?? 0, total: completed })
      : t('done.none'),
    subtitle: t(`done.subtitle.${by}`),
    shape: 'bars',
    isStacked: true,
    series: [
      { key: 'completed', label: t('flow.completed'), look: 'strong' },
      { key: 'cancelled', label: t('flow.cancelled'), look: 'alarming' },
    ],
    rowName,
    rows: doneRows,
    unit: 'tasks',
  };

  const firings = metrics.hookFirings.reduce((sum, { count }) => sum + count, 0);
  const hooks: Chart = {
    id: `hooks-by-${by}`,
    title: t('hooks.title', { count: firings }),
    subtitle: t(`hooks.subtitle.${by}`),
    shape: 'bars',
    isStacked: true,
    series: [{ key: 'firings', label: t('hooks.firings'), look: 'strong' }],
    rowName,
    rows: rowsBy(
      ({ hookFirings }) => hookFirings,
      ({ hookFirings }) => ({ firings: hookFirings }),
    ),
    unit: 'times',
  };

  return {
    flow,
    open,
    ageing,
    claim: timeChart('claim', 'timeToClaim'),
    hand: timeChart('hand', 'timeInHand'),
    done,
    hooks,
  };
}

/** What the dashboards are narrowed to, as the list of tasks is asked for it. */
export function scopeOf({ userTaskDefName, userGroup, userId }: DashboardParams): TaskFilter {
  return { userTaskDefName, userGroup, userId };
}

function filterBy(by: GroupingName, name: string): TaskFilter {
  switch (by) {
    case 'definition':
      return { userTaskDefName: name };
    case 'group':
      return { userGroup: name };
    case 'person':
      return { userId: name };
  }
}

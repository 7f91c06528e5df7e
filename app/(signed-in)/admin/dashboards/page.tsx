import type { Metadata } from 'next';
import {
  DASHBOARD_PARAMS,
  DASHBOARDS_PATH,
  dayOf,
  GROUPINGS,
  groupingOf,
  windowBefore,
  windowOf,
} from '#components/dashboards/dashboard-query.ts';
import { DashboardsView } from '#components/dashboards/dashboards-view.tsx';
import { formTitle } from '#contracts/user-task-def.ts';
import type { UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import { readIntl, translator } from '../../../intl.ts';
import { firstOf, read, requirePerson, type SearchParams } from '../../../read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('dashboards'))('title') };
}

export default async function DashboardsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, DASHBOARD_PARAMS);
  const person = await requirePerson(DASHBOARDS_PATH, params);
  const { zone, language } = await readIntl();
  const at = Date.now();
  const window = windowOf(params, zone, at);
  const by = groupingOf(params);
  const { userTaskDefName, userGroup, userId } = params;
  const scope = { userTaskDefName, userGroup, userId, zone };
  const [metrics, before, definitions] = await Promise.all([
    read(person, 'getUserTaskMetrics', { ...scope, ...instants(window), by: GROUPINGS[by] }),
    read(person, 'getUserTaskMetrics', { ...scope, ...instants(windowBefore(window)) }),
    read(person, 'searchUserTaskDefs', { limit: 200 }),
  ]);
  const titles = definitions.results.map((one) => ({ value: one.name, label: formTitle(one, language) }));
  const userIds = peopleIn(metrics, by === 'person').slice(0, 100);
  const people =
    userIds.length > 0 ? await read(person, 'searchPeople', { userIds: userIds.join(','), limit: 100 }) : null;
  const names = {
    ...(by === 'definition' && Object.fromEntries(titles.map(({ value, label }) => [value, label]))),
    ...Object.fromEntries((people?.results ?? []).map((one) => [one.userId, one.displayName])),
  };
  return (
    <DashboardsView
      data={{ metrics, before, params, by, zone, at, names }}
      controls={{
        range: window.range,
        days: { from: dayOf(window.from, zone), to: dayOf(window.to - 1, zone) },
        definitions: titles,
      }}
    />
  );
}

const instants = ({ from, to }: { from: number; to: number }) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

/** Everybody who is named on the page. */
function peopleIn(metrics: UserTaskMetrics, areGroups: boolean): string[] {
  const { longestToClaim, longestInHand, latestFirings, groups } = metrics;
  const named = [longestToClaim, longestInHand, latestFirings].flat().flatMap(({ userId }) => userId ?? []);
  return [...new Set([...named, ...(areGroups ? (groups ?? []).map(({ name }) => name) : [])])];
}

import { DashboardsSkeleton } from '#components/dashboards/dashboards-skeleton.tsx';
import { translator } from '../../../intl.ts';

export default async function DashboardsLoading() {
  return <DashboardsSkeleton label={(await translator('dashboards'))('loading')} />;
}

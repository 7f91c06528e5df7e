import { Page } from '../ui/page.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';

/** The dashboards before they are there, in the same places. */
export function DashboardsSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <Page width="wide">
        <div className="grid gap-2">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="w-72 max-w-full" />
        </div>
        <Skeleton className="h-9 w-full max-w-200 rounded-md" />
        <Skeleton className="h-24 w-full rounded-lg" />
        <div className="grid gap-4 lg:grid-cols-2">
          <Skeleton className="h-80 rounded-lg lg:col-span-2" />
          {['a', 'b', 'c', 'd'].map((card) => (
            <Skeleton key={card} className="h-72 rounded-lg" />
          ))}
        </div>
      </Page>
    </Loading>
  );
}

import { Page } from '../ui/page.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';

/** An administration page before it is there. */
export function AdminSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <Page>
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-9 w-full max-w-160 rounded-md" />
        <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
          {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
            <div key={row} className="bg-surface px-4 py-3.5">
              <Skeleton className="w-full max-w-180" />
            </div>
          ))}
        </div>
      </Page>
    </Loading>
  );
}

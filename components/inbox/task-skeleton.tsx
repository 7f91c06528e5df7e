import { Loading, Skeleton } from '../ui/skeleton.tsx';

/** A task before it is there. */
export function TaskDetailSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="flex-1 px-4 pt-5 md:px-6">
      <div className="mx-auto grid max-w-170 gap-6">
        <div className="grid gap-2.5">
          <Skeleton className="h-6 w-2/3" />
          <Skeleton className="w-2/5" />
        </div>
        <Skeleton className="h-20 w-full rounded-lg" />
        <div className="grid gap-2">
          <Skeleton className="w-32" />
          <Skeleton className="h-9 w-full rounded-md" />
        </div>
        <div className="grid gap-2">
          <Skeleton className="w-40" />
          <Skeleton className="h-20 w-full rounded-md" />
        </div>
      </div>
    </Loading>
  );
}

import { Loading, Skeleton } from '../ui/skeleton.tsx';

const rows = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4', 'w-5/8', 'w-7/12'];

/** The list before its tasks are there. */
export function TaskListSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      {rows.map((width) => (
        <div key={width} className="flex h-22.5 flex-col justify-center gap-2 border-line border-b px-4 pl-10">
          <Skeleton className={width} />
          <Skeleton className="h-3 w-11/12" />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </Loading>
  );
}

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

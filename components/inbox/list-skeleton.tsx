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

'use client';

import { useQuery } from '@tanstack/react-query';
import { MousePointerClick } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { ApiError } from '../api/read-api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { TaskDetailProps } from '../user-task/task-detail.tsx';
import { type TaskId, taskQuery } from '../user-task/task-query.ts';
import { TaskDetailSkeleton } from './inbox-skeletons.tsx';

const loadDetail = () => import('../user-task/task-detail.tsx');
const TaskDetail = lazy(() => loadDetail().then((part) => ({ default: part.TaskDetail })));
const loadProblems = () => import('./task-problems.tsx');
const AbsentTask = lazy(() => loadProblems().then((part) => ({ default: part.AbsentTask })));
const UnreadTask = lazy(() => loadProblems().then((part) => ({ default: part.UnreadTask })));

/** Fetches what draws a task, before one is opened. */
export const preloadDetail = (): void => void loadDetail();
// A page that opens with a task needs it from the start.
if (typeof window !== 'undefined' && new URLSearchParams(window.location.search).has('task')) preloadDetail();

export type OpenTaskProps = Omit<TaskDetailProps, 'task'> & {
  id: TaskId;
  /** As the server read it for the page, if it did. */
  given: UserTaskRun | null;
};

/** The task that is open: out of the browser's store, and from then on as it is. */
export function OpenTask({ id, given, ...props }: OpenTaskProps) {
  const {
    data: task,
    error,
    refetch,
    isFetching,
  } = useQuery({
    ...taskQuery(id),
    ...(given && { initialData: given }),
  });
  const isAbsent = error instanceof ApiError && (error.status === 404 || error.status === 400);
  if (!task && !error) return <TaskDetailSkeleton />;
  return (
    <Suspense fallback={<TaskDetailSkeleton />}>
      {task ? (
        <TaskDetail task={task} {...props} />
      ) : isAbsent ? (
        <AbsentTask />
      ) : (
        <UnreadTask isTrying={isFetching} onRetry={() => void refetch()} />
      )}
    </Suspense>
  );
}

/** Where no task is open. */
export function NoTask() {
  const t = useTranslations('inbox.choose');
  const key = (name: string) => <Kbd key={name} keys={[name]} />;
  return (
    <EmptyState icon={<MousePointerClick />} title={t('title')} className="my-auto">
      <p>{t.rich('text', { j: () => key('j'), k: () => key('k') })}</p>
    </EmptyState>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { MousePointerClick, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { ApiError } from '../api/read-api.ts';
import { NotFoundProblem } from '../shell/page-problems.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { TaskDetailProps } from '../user-task/task-detail.tsx';
import { type TaskId, taskQuery } from '../user-task/task-query.ts';
import { TaskDetailSkeleton } from './inbox-skeletons.tsx';

const loadDetail = () => import('../user-task/task-detail.tsx');
const TaskDetail = dynamic(() => loadDetail().then((part) => part.TaskDetail), { loading: TaskDetailSkeleton });

/** Fetches what draws a task, before one is opened. */
export const preloadDetail = (): void => void loadDetail();

export type OpenTaskProps = Omit<TaskDetailProps, 'task'> & {
  id: TaskId;
  /** As the server read it for the page, if it did. */
  given: UserTaskRun | null;
};

/** The task that is open: out of the browser's store, and from then on as it is. */
export function OpenTask({ id, given, ...props }: OpenTaskProps) {
  const t = useTranslations('inbox.failed');
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
  if (task) return <TaskDetail task={task} {...props} />;
  if (isAbsent) return <NotFoundProblem />;
  if (!error) return <TaskDetailSkeleton />;
  return (
    <ErrorState
      title={t('task')}
      className="my-auto"
      action={
        <Button icon={<RotateCw />} loading={isFetching} onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ErrorState>
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

'use client';

import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { ApiError } from '../api/read-api.ts';
import { useLastError } from '../api/unread.ts';
import { later } from '../ui/later.tsx';
import { heldActs } from '../user-task/held-acts.ts';
import { TaskDetail, type TaskDetailProps } from '../user-task/task-detail.tsx';
import { givenTaskQuery, type TaskId, taskQuery } from '../user-task/task-query.ts';
import { TaskDetailSkeleton } from './task-skeleton.tsx';

const loadProblems = () => import('./task-problems.tsx');
const AbsentTask = later(() => loadProblems().then((part) => part.AbsentTask));
const UnreadTask = later(() => loadProblems().then((part) => part.UnreadTask));
const NotYetHere = later(() => loadProblems().then((part) => part.NotYetHere));

const isHeld = (task: TaskId) => heldActs.get(task) !== undefined;

export type OpenTaskProps = Omit<TaskDetailProps, 'task' | 'onNext'> & {
  id: TaskId;
  /** As the server read it for the page, if it did. */
  given: UserTaskRun | null;
  /** One is done, on to the next: but not to one whose completion is held back. */
  onNext: (done: UserTaskRun, isHeld: (task: TaskId) => boolean) => void;
};

/** The task that is open: out of the browser's store, and from then on as it is. */
export function OpenTask({ id, given, onNext, ...props }: OpenTaskProps) {
  const t = useTranslations('inbox');
  const { data: task, error, refetch, isFetching, isPaused } = useQuery(given ? givenTaskQuery(given) : taskQuery(id));
  const lastError = useLastError(error);
  if (task) return <TaskDetail task={task} {...props} onNext={(done) => onNext(done, isHeld)} />;
  if (lastError === null) return isPaused ? <NotYetHere /> : <TaskDetailSkeleton label={t('loadingTask')} />;
  const isAbsent = lastError instanceof ApiError && (lastError.status === 404 || lastError.status === 400);
  return (
    <Suspense>
      {isAbsent ? (
        <AbsentTask />
      ) : (
        <UnreadTask error={lastError} isTrying={isFetching} onRetry={() => void refetch()} />
      )}
    </Suspense>
  );
}

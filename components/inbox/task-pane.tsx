'use client';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { later } from '../ui/later.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { Spinner } from '../ui/spinner.tsx';
import type { OpenTaskProps } from './open-task.tsx';

const load = () => import('./open-task.tsx');
const OpenTask = later(() => load().then((part) => part.OpenTask));

/** Fetches what draws a task, before one is opened. */
export const preloadTask = (): void => void load();
// A page that opens with a task needs it from the start.
if (typeof window !== 'undefined' && new URLSearchParams(window.location.search).has('task')) preloadTask();

/** The task that is open, once what draws one has been fetched. */
export function TaskPane(props: OpenTaskProps) {
  const t = useTranslations('inbox');
  const wait = (
    <Loading label={t('loadingTask')} className="m-auto text-muted">
      <Spinner className="size-5" />
    </Loading>
  );
  return (
    <Suspense fallback={wait}>
      <OpenTask {...props} />
    </Suspense>
  );
}

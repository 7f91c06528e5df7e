'use client';

import { MousePointerClick } from 'lucide';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
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

/** Where no task is open. */
export function NoTask() {
  const t = useTranslations('inbox.choose');
  const key = (name: string) => <Kbd key={name} keys={[name]} />;
  return (
    <EmptyState icon={<Icon of={MousePointerClick} />} title={t('title')} className="my-auto">
      <p>{t.rich('text', { j: () => key('j'), k: () => key('k') })}</p>
    </EmptyState>
  );
}

'use client';

import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { PeopleProvider } from '../people/people-provider.tsx';
import { TaskTimeline } from './task-timeline.tsx';
import { useNames } from './use-names.ts';

const NOBODY: never[] = [];

/** A history to read at length or to print: everybody by their name, since on paper nobody is "you". */
export function TaskHistory({ task }: { task: UserTaskRun }) {
  const t = useTranslations('task.story');
  return (
    <PeopleProvider me="" people={NOBODY}>
      <h2 className="sr-only">{t('label')}</h2>
      <TaskTimeline task={task} names={useNames(task, '')} me="" isLasting />
    </PeopleProvider>
  );
}

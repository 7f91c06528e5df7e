'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun, UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { PersonName } from '../people/person-name.tsx';
import { Icon } from '../ui/icon.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { earlierQuery } from './side-queries.ts';
import { type TaskId, taskQuery } from './task-query.ts';
import { AnswerList } from './task-results.tsx';
import { useTaskTitle } from './use-task-title.ts';

/** What was answered before in the same run, as far as the reader may see it; each opens by itself. */
export function EarlierAnswers({ task }: { task: UserTaskRun }) {
  const t = useTranslations('task.earlier');
  const { data = [] } = useQuery(earlierQuery(task.wfRunId));
  const earlier = data.filter((one) => one.guid !== task.guid && one.createdAt <= task.createdAt);
  if (earlier.length === 0) return null;
  return (
    <section aria-label={t('title')} className="grid gap-1.5">
      <h3 className="font-medium text-muted text-sm">{t('title')}</h3>
      <ul className="rounded-lg border border-line bg-surface">
        {earlier.map((one) => (
          <EarlierTask key={one.guid} task={one} />
        ))}
      </ul>
    </section>
  );
}

function EarlierTask({ task }: { task: UserTaskRunSummary }) {
  const t = useTranslations('task.earlier');
  const titleOf = useTaskTitle();
  const [isOpen, setOpen] = useState(false);
  const { userId, endedAt } = task;
  return (
    <li className="border-line border-b last:border-b-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-2 gap-y-0.5 rounded-lg px-3 py-2 hover:bg-hover touch:min-h-11 [&::-webkit-details-marker]:hidden">
          <Icon
            of={ChevronRight}
            aria-hidden
            className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 truncate font-medium">{titleOf(task)}</span>
          {userId === null || endedAt === null ? null : (
            <span className="inline-flex items-center gap-1 text-muted text-xs">
              {t.rich('by', {
                who: () => <PersonName key="who" id={userId} />,
                when: () => <RelativeTime key="when" at={endedAt} />,
              })}
            </span>
          )}
        </summary>
        {isOpen ? <EarlierResults id={task} /> : null}
      </details>
    </li>
  );
}

function EarlierResults({ id }: { id: TaskId }) {
  const t = useTranslations('task');
  const { data, isError } = useQuery(taskQuery(id));
  if (isError) return <p className="px-4 pb-3 text-muted text-sm">{t('hooks.unreadable')}</p>;
  if (!data) {
    return (
      <div className="grid gap-2 px-4 pb-3">
        <Skeleton className="w-1/3" />
        <Skeleton className="w-2/3" />
      </div>
    );
  }
  const { fields } = data.userTaskDef;
  if (fields.length === 0) return <p className="px-4 pb-3 text-muted text-sm">{t('earlier.nothing')}</p>;
  return <AnswerList fields={fields} results={data.results ?? {}} />;
}

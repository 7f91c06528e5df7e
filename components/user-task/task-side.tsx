'use client';

import { type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { later } from '../ui/later.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { cn } from '../ui/styles.ts';
import type { DetailTab } from './detail-tabs.tsx';
import type { ChangeHook } from './hook-dialog.tsx';
import type { Reader } from './reader.ts';
import { isConflict } from './refusals.ts';
import type { TaskActions } from './task-actions.ts';
import { TaskFacts } from './task-facts.tsx';
import type { Names } from './use-names.ts';
import type { Run } from './use-task.ts';

const TaskTimeline = later(() => import('./task-timeline.tsx').then((part) => part.TaskTimeline));
const NextSteps = later(() => import('./next-steps.tsx').then((part) => part.NextSteps));

const TaskFlow = later(() => import('./task-flow.tsx').then((part) => part.TaskFlow));

/** Where there is room a column beside the task, else behind its tabs. */
export function TaskSide({ tab, children }: { tab: DetailTab; children: ReactNode }) {
  return (
    <ScrollArea
      className={cn(
        'row-start-3 px-4 py-5 max-md:shrink-0 max-md:grow md:px-6 xl:row-span-full xl:row-start-1 xl:col-start-2 xl:border-line xl:border-l xl:px-5',
        tab === 'task' && 'max-xl:hidden',
      )}
    >
      {children}
    </ScrollArea>
  );
}

export type SidePartsProps = {
  task: UserTaskRun;
  reader: Reader;
  names: Names;
  formId: string;
  /** Which part a narrow place shows. */
  tab: DetailTab;
  actions: TaskActions;
  run: Run;
};

/** What is known of a task, what happens next, and its history. */
export function SideParts({ task, reader, names, formId, tab, actions, run }: SidePartsProps) {
  const t = useTranslations('task');
  const words = useRefusalWords();
  const seen = { wfRunId: task.wfRunId, guid: task.guid, version: task.version };

  const changeHook: ChangeHook = async (change, hookId, { reason, until }) => {
    const call = {
      fire: () => actions.fireHook({ ...seen, hookId, reason }),
      postpone: () => actions.postponeHook({ ...seen, hookId, reason, until }),
      disarm: () => actions.disarmHook({ ...seen, hookId, reason }),
    }[change];
    const refusal = await run('hook', call);
    return refusal && !isConflict(refusal) ? words(refusal) : undefined;
  };

  return (
    <div className="mx-auto grid max-w-170 gap-6">
      <div id={`${formId}-facts`} className={cn('grid gap-6', tab === 'history' && 'max-xl:hidden')}>
        <section aria-label={t('facts.title')}>
          <TaskFacts task={task} reader={reader} names={names} />
        </section>
        {isFinished(task.status) ? null : (
          <Section title={t('hooks.title')}>
            <NextSteps task={task} me={reader.userId} onChange={changeHook} />
          </Section>
        )}
        <Section title={t('flow.title')}>
          <TaskFlow id={task} />
        </Section>
      </div>
      <div id={`${formId}-history`} className={cn(tab === 'facts' && 'max-xl:hidden')}>
        <Section title={t('story.title')}>
          <TaskTimeline task={task} names={names} me={reader.userId} />
        </Section>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 border-line xl:border-t xl:pt-5">
      <h3 className="font-semibold text-base">{title}</h3>
      <Suspense fallback={<Skeleton className="h-16 w-full" />}>{children}</Suspense>
    </section>
  );
}

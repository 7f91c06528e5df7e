'use client';

import { AlarmClock, CalendarClock, Check, CircleCheck, CirclePause, Clock, FilePenLine, MessageSquare } from 'lucide';
import { memo, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { GroupName, HolderName } from '../people/person-name.tsx';
import { usePersonName } from '../people/use-people.ts';
import { useClock } from '../ui/clock.tsx';
import { Icon } from '../ui/icon.tsx';
import { later } from '../ui/later.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { cn } from '../ui/styles.ts';
import { PriorityMark } from '../user-task/priority-mark.tsx';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { loadInboxParts } from './load-inbox-parts.ts';
import { Mark } from './row-mark.tsx';
import type { Row } from './use-task-list.ts';

const Leaving = later(() => loadInboxParts().then((parts) => parts.Leaving));

/** What each kind of row measures: known before it is drawn, so that nothing moves. */
export const rowHeight = ({ task }: Row): number => (task.context === null ? 68 : 90);

export type TaskRowProps = {
  row: Row;
  me: string;
  /** Whose it is goes without saying: who asked for it, or which group has it, is worth more. */
  isMine: boolean;
  isOpen: boolean;
  isActive: boolean;
  isSelected: boolean;
  /** While some are selected, each shows its box. */
  isSelecting: boolean;
};

/** A task in the list: what it is, what it is about, whose it is, and the one date that matters now. */
export const TaskRow = memo(function TaskRow({ row, me, isMine, ...is }: TaskRowProps) {
  const t = useTranslations('inbox.row');
  const titleOf = useTaskTitle();
  const { task, isGone } = row;
  return (
    <div
      className={cn(
        'group/row relative flex h-full flex-col justify-center border-line border-b pr-4 pl-10 transition-colors',
        'before:absolute before:inset-y-0 before:left-0 before:w-0.5',
        is.isOpen ? 'bg-accent-soft before:bg-accent' : 'hover:bg-hover',
        is.isSelected && !is.isOpen && 'bg-hover',
        is.isActive &&
          'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-focus',
      )}
    >
      <span aria-hidden data-select className="absolute inset-y-0 left-0 flex w-10 items-center justify-center">
        <span
          className={cn(
            'flex size-4 items-center justify-center rounded-sm border text-on-accent',
            is.isSelected ? 'border-accent bg-accent' : 'border-control bg-surface',
            !is.isSelected && !is.isSelecting && 'opacity-0 group-hover/row:opacity-100 touch:opacity-100',
          )}
        >
          {is.isSelected ? <Icon of={Check} strokeWidth={3} className="size-3" /> : null}
        </span>
      </span>
      <span className={cn('flex items-baseline gap-2', isGone && 'text-muted')}>
        <span className="min-w-0 flex-1 truncate font-medium">{titleOf(task)}</span>
        <DateThatMatters task={task} />
      </span>
      {task.context === null ? null : <span className="mt-0.5 truncate text-muted text-sm">{task.context}</span>}
      <span className="mt-1 flex h-5 items-center gap-3 text-muted text-xs">
        {isGone ? (
          <Suspense>
            <Leaving row={row} me={me} />
          </Suspense>
        ) : (
          <>
            {isMine && task.userGroup !== null ? <GroupName name={task.userGroup} /> : null}
            {isMine ? null : <HolderName owners={task} />}
            {task.requester !== null && task.requester !== me ? <Requester id={task.requester} /> : null}
            {task.suspendedAt === null ? null : <Mark icon={<Icon of={CirclePause} />}>{t('onHold')}</Mark>}
            <span className="ml-auto flex shrink-0 items-center gap-2.5">
              <PriorityMark priority={task.priority} />
              {task.hasDraft && task.endedAt === null ? (
                <Mark icon={<Icon of={FilePenLine} />}>{t('draft')}</Mark>
              ) : null}
              {task.commentCount > 0 ? (
                <Mark icon={<Icon of={MessageSquare} />}>
                  <span aria-hidden>{task.commentCount}</span>
                  <span className="sr-only">{t('comments', { count: task.commentCount })}</span>
                </Mark>
              ) : null}
            </span>
          </>
        )}
      </span>
    </div>
  );
});

function Requester({ id }: { id: string }) {
  const t = useTranslations('inbox.row');
  return <span className="min-w-0 truncate">{t('requester', { name: usePersonName(id) })}</span>;
}

/** When it ended; else that it is overdue, due, to be looked at again, or how old it is: the first of these that there is. */
function DateThatMatters({ task }: { task: UserTaskRunSummary }) {
  const t = useTranslations('inbox.row');
  const { now } = useClock();
  const { endedAt, dueAt, followUpAt, createdAt } = task;
  const look = 'shrink-0 text-muted text-xs';
  if (endedAt !== null)
    return <Dated icon={<Icon of={CircleCheck} />} word={t('ended')} at={endedAt} className={look} />;
  if (dueAt !== null && Date.parse(dueAt) < now) {
    const late = 'shrink-0 font-medium text-danger-ink text-xs';
    return <Dated icon={<Icon of={AlarmClock} />} word={t('overdue')} at={dueAt} className={late} />;
  }
  if (dueAt !== null) return <Dated icon={<Icon of={CalendarClock} />} word={t('due')} at={dueAt} className={look} />;
  if (followUpAt !== null)
    return <Dated icon={<Icon of={Clock} />} word={t('followUp')} at={followUpAt} className={look} />;
  return <Dated icon={null} word={t('created')} at={createdAt} className={look} />;
}

type DatedProps = { icon: ReactNode; word: string; at: string; className: string };

function Dated({ icon, word, at, className }: DatedProps) {
  return (
    <Mark icon={icon} className={className}>
      <span className="sr-only">{word}</span>
      <RelativeTime at={at} />
    </Mark>
  );
}

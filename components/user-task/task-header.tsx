'use client';

import { ArrowLeft, Ban, Ellipsis, ExternalLink, UserRoundCog, UserRoundPlus } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { HolderName, PersonName } from '../people/person-name.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { cn } from '../ui/styles.ts';
import { TextLink } from '../ui/text-link.tsx';
import { DueDate } from './due-date.tsx';
import { PriorityMark } from './priority-mark.tsx';
import type { Reader } from './reader.ts';
import type { Asking } from './task-dialogs.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTaskTitle } from './use-task-title.ts';

export type TaskHeaderProps = {
  task: UserTaskRun;
  reader: Reader;
  /** The way back; beside a list only phones need it. */
  back: { href: string; label: string };
  /** Its own page, when it stands beside a list; absent when this is it. */
  pageHref?: string | undefined;
  /** At the right of the title, such as a button that closes the detail. */
  extra?: ReactNode;
  onAsk: (asking: Asking) => void;
};

/** What the task is, where it stands, whose it is, and when it is due. */
export function TaskHeader({ task, reader, back, pageHref, extra, onAsk }: TaskHeaderProps) {
  const t = useTranslations('task');
  const titleOf = useTaskTitle();
  const mayTakeOver = task.allowed.includes('take-over') && task.userId !== reader.userId;
  const mayAssign = task.allowed.includes('assign');
  const mayCancel = task.allowed.includes('cancel');
  const showMenu = mayTakeOver || mayAssign || mayCancel || pageHref !== undefined;
  const { requester } = task;
  return (
    <header className="px-4 pt-3 pb-3 md:px-6 md:pt-5">
      <div className="mx-auto max-w-170">
        <TextLink
          quiet
          href={back.href}
          className={cn(
            '-ml-0.5 mb-1 inline-flex items-center gap-1.5 text-muted text-sm touch:min-h-11',
            pageHref !== undefined && 'md:hidden',
          )}
        >
          <Icon of={ArrowLeft} className="size-4" />
          {back.label}
        </TextLink>
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-xl wrap-anywhere">{titleOf(task)}</h2>
            {task.context ? <p className="mt-0.5 text-muted wrap-anywhere">{task.context}</p> : null}
          </div>
          {showMenu ? (
            <DropdownMenu
              trigger={
                <IconButton label={t('moreActions')} icon={<Icon of={Ellipsis} />} className="-mt-0.5 -mr-1.5" />
              }
            >
              {pageHref ? (
                <MenuItem icon={<Icon of={ExternalLink} />} href={pageHref}>
                  {t('openOwnPage')}
                </MenuItem>
              ) : null}
              {mayTakeOver ? (
                <MenuItem icon={<Icon of={UserRoundPlus} />} onSelect={() => onAsk('take-over')}>
                  {t('withDots', { what: t('takeOver') })}
                </MenuItem>
              ) : null}
              {mayAssign ? (
                <MenuItem icon={<Icon of={UserRoundCog} />} onSelect={() => onAsk('reassign')}>
                  {t('withDots', { what: t('reassign') })}
                </MenuItem>
              ) : null}
              {mayCancel ? (
                <>
                  <MenuSeparator />
                  <MenuItem icon={<Icon of={Ban} />} tone="danger" onSelect={() => onAsk('cancel')}>
                    {t('withDots', { what: t('cancelTask') })}
                  </MenuItem>
                </>
              ) : null}
            </DropdownMenu>
          ) : null}
          {extra}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-muted text-sm">
          <TaskStatus status={task.status} />
          {task.userId === null && task.userGroup === null ? null : <HolderName owners={task} className="text-ink" />}
          <DueDate task={task} />
          {task.endedAt === null ? <PriorityMark priority={task.priority} /> : null}
          {requester === null ? null : (
            <span className="inline-flex items-center gap-1.5 xl:hidden">
              {t.rich('requestedBy', { who: () => <PersonName key="who" id={requester} className="text-ink" /> })}
            </span>
          )}
          <span>{t.rich('created', { when: () => <RelativeTime key="when" at={task.createdAt} /> })}</span>
        </div>
      </div>
    </header>
  );
}

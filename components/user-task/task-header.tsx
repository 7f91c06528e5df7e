'use client';

import { ArrowLeft, Ban, Ellipsis, ExternalLink, UserRoundCog, UserRoundPlus } from 'lucide-react';
import { cn } from 'tailwind-variants';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Owner, TaskOwner } from './owner.tsx';
import type { Reader } from './reader.ts';
import { TaskStatus } from './task-status.tsx';

export type TaskHeaderProps = {
  task: UserTaskRun;
  reader: Reader;
  /** The way back; beside a list only phones need it. */
  back: { href: string; label: string };
  /** Its own page, when it stands beside a list; absent when this is it. */
  pageHref?: string | undefined;
  onReassign: () => void;
  onTakeOver: () => void;
  onCancel: () => void;
};

/** What the task is, where it stands and whose it is. */
export function TaskHeader({ task, reader, back, pageHref, ...on }: TaskHeaderProps) {
  const mayAssign = task.allowed.includes('assign');
  const mayCancel = task.allowed.includes('cancel');
  const showMenu = mayAssign || mayCancel || pageHref !== undefined;
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
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </TextLink>
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-xl wrap-anywhere">{task.title}</h2>
            {task.context ? <p className="mt-0.5 text-muted">{task.context}</p> : null}
          </div>
          {showMenu ? (
            <DropdownMenu trigger={<IconButton label="More actions" icon={<Ellipsis />} className="-mt-0.5 -mr-1.5" />}>
              {pageHref ? (
                <MenuItem icon={<ExternalLink />} href={pageHref}>
                  Open on its own page
                </MenuItem>
              ) : null}
              {mayAssign && task.userId !== reader.userId ? (
                <MenuItem icon={<UserRoundPlus />} onSelect={on.onTakeOver}>
                  Take over…
                </MenuItem>
              ) : null}
              {mayAssign ? (
                <MenuItem icon={<UserRoundCog />} onSelect={on.onReassign}>
                  Reassign…
                </MenuItem>
              ) : null}
              {mayCancel ? (
                <>
                  <MenuSeparator />
                  <MenuItem icon={<Ban />} tone="danger" onSelect={on.onCancel}>
                    Cancel task…
                  </MenuItem>
                </>
              ) : null}
            </DropdownMenu>
          ) : null}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-muted text-sm">
          <TaskStatus status={task.status} />
          {task.userId === null && task.userGroup === null ? null : (
            <TaskOwner owners={task} me={reader.userId} className="text-ink @[44rem]:hidden" />
          )}
          {task.requester === null ? null : (
            <span className="inline-flex items-center gap-1.5 @[44rem]:hidden">
              for <Owner name={task.requester} me={reader.userId} className="text-ink" />
            </span>
          )}
          <span>
            created <RelativeTime at={task.createdAt} />
          </span>
        </div>
      </div>
    </header>
  );
}

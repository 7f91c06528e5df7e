'use client';

import { FilePenLine, MessageSquare } from 'lucide-react';
import Link, { useLinkStatus } from 'next/link';
import { cn } from 'tailwind-variants';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { TaskOwner } from '../user-task/owner.tsx';

export type TaskRowProps = {
  task: UserTaskRunSummary;
  href: string;
  open: boolean;
  me: string;
  /** In one's own list the owner goes without saying, and the group is worth more. */
  view: 'mine' | 'available' | 'done';
};

/** A task in the list: what it is, what it is about, whose it is, and the date that matters. */
export function TaskRow({ task, href, open, me, view }: TaskRowProps) {
  const date = task.endedAt ?? task.createdAt;
  const owners = view === 'available' || task.userGroup === null ? task : { userId: null, userGroup: task.userGroup };
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        data-task-row
        {...(open ? { 'aria-current': true } : {})}
        className={cn(
          'relative block border-line border-b px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2',
          'before:absolute before:inset-y-0 before:left-0 before:w-0.5',
          'aria-[current]:bg-accent-soft aria-[current]:before:bg-accent',
        )}
      >
        <span className="flex items-start gap-2">
          <span className="line-clamp-2 min-w-0 flex-1 font-medium wrap-anywhere">{task.title}</span>
          <Opening />
          <RelativeTime at={date} className="mt-0.5 shrink-0 text-muted text-xs" />
        </span>
        {task.context ? <span className="mt-0.5 line-clamp-1 text-muted text-sm">{task.context}</span> : null}
        <span className="mt-1.5 flex items-center gap-3 text-muted text-xs">
          <TaskOwner owners={owners} me={me} />
          {task.requester && task.requester !== me ? (
            <span className="min-w-0 truncate">for {task.requester}</span>
          ) : null}
          <span className="ml-auto flex shrink-0 items-center gap-2.5">
            {task.hasDraft && task.endedAt === null ? (
              <span className="inline-flex items-center gap-1">
                <FilePenLine aria-hidden className="size-3.5" />
                Draft
              </span>
            ) : null}
            {task.commentCount > 0 ? (
              <span className="inline-flex items-center gap-1 tabular-nums">
                <MessageSquare aria-hidden className="size-3.5" />
                {task.commentCount}
                <span className="sr-only">{task.commentCount === 1 ? 'comment' : 'comments'}</span>
              </span>
            ) : null}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Opening() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : null;
}

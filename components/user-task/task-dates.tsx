'use client';

import { AlarmClock, CalendarClock, ChevronsDown, ChevronsUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { useClock } from '../ui/clock.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { cn } from '../ui/styles.ts';

type Part = { className?: string };

/** When a task is due, told by a sign of its own once that is past. Nothing for a task without a due date, or one that is over. */
export function DueDate({ task, className }: Part & { task: UserTaskRunSummary }) {
  const t = useTranslations('task');
  const { now } = useClock();
  if (task.dueAt === null || task.endedAt !== null) return null;
  const at = task.dueAt;
  const isOver = Date.parse(at) < now;
  const Icon = isOver ? AlarmClock : CalendarClock;
  return (
    <span className={cn('inline-flex items-center gap-1', isOver && 'font-medium text-danger-ink', className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span>{t.rich(isOver ? 'overdue' : 'due', { when: () => <RelativeTime key="when" at={at} /> })}</span>
    </span>
  );
}

const USUAL = 50;
const MARKED = 20;

/** A priority that is well above or below the usual one; nothing for the others. */
export function PriorityMark({ priority, className }: Part & { priority: number }) {
  const t = useTranslations('task.priority');
  if (Math.abs(priority - USUAL) < MARKED) return null;
  const isHigh = priority > USUAL;
  const Icon = isHigh ? ChevronsUp : ChevronsDown;
  return (
    <span className={cn('inline-flex items-center gap-1', isHigh ? 'text-warning-ink' : 'text-muted', className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(isHigh ? 'high' : 'low')}
    </span>
  );
}

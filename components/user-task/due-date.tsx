'use client';

import { AlarmClock, CalendarClock } from 'lucide';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { useClock } from '../ui/clock.tsx';
import { Icon } from '../ui/icon.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { cn } from '../ui/styles.ts';

/** When a task is due, told by a sign of its own once that is past. Nothing for a task without a due date, or one that is over. */
export function DueDate({ task, className }: { task: UserTaskRunSummary; className?: string }) {
  const t = useTranslations('task');
  const { now } = useClock();
  if (task.dueAt === null || task.endedAt !== null) return null;
  const at = task.dueAt;
  const isOver = Date.parse(at) < now;
  const icon = isOver ? AlarmClock : CalendarClock;
  return (
    <span className={cn('inline-flex items-center gap-1', isOver && 'font-medium text-danger-ink', className)}>
      <Icon of={icon} className="size-3.5 shrink-0" />
      <span>{t.rich(isOver ? 'overdue' : 'due', { when: () => <RelativeTime key="when" at={at} /> })}</span>
    </span>
  );
}

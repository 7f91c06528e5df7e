'use client';

import { AlarmClock } from 'lucide';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { useClock } from '../ui/clock.tsx';
import { Icon } from '../ui/icon.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';

/** When a task is due; said as overdue once it is. Nothing for one without a due date. */
export function DueDate({ task: { dueAt, status } }: { task: Pick<UserTaskRunSummary, 'dueAt' | 'status'> }) {
  const t = useTranslations('desk.tasks');
  const { now } = useClock();
  if (dueAt === null) return null;
  if (isFinished(status) || Date.parse(dueAt) > now) return <RelativeTime at={dueAt} className="text-muted" />;
  return (
    <span className="inline-flex items-center gap-1 font-medium text-danger-ink">
      <Icon of={AlarmClock} className="size-3.5 shrink-0" />
      <span className="sr-only">{t('overdue')}</span>
      <RelativeTime at={dueAt} />
    </span>
  );
}

'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { UserTaskMoment } from '#contracts/user-task-metrics.ts';
import { formatSpan } from '../ui/format-time.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { Disclosure } from './disclosure.tsx';

export type MomentListProps = {
  label: string;
  moments: readonly UserTaskMoment[];
  names: Readonly<Record<string, string>>;
  /** Which of both is told at the right. */
  tells: 'duration' | 'event';
};

/** The tasks behind a chart whose numbers no search can find. */
export function MomentList({ label, moments, names, tells }: MomentListProps) {
  const t = useTranslations('dashboards');
  const locale = useLocale();
  const titleOf = useTaskTitle();
  if (moments.length === 0) return null;
  return (
    <Disclosure summary={label}>
      <ol className="mt-2 divide-y divide-line border-line border-t">
        {moments.map((moment) => {
          const { wfRunId, guid, at, seconds, userId, userGroup, type } = moment;
          const who = userId === null ? (userGroup ?? '') : (names[userId] ?? userId);
          return (
            <li key={`${wfRunId} ${guid} ${at}`} className="flex flex-wrap items-baseline gap-x-3 py-1.5 text-sm">
              <TextLink quiet href={`/tasks/${wfRunId}/${guid}`} className="min-w-0 flex-1 font-medium touch:py-2.5">
                {titleOf(moment)}
              </TextLink>
              <span className="text-muted">{who}</span>
              <span className="tabular-nums">
                {tells === 'duration' && seconds !== null
                  ? formatSpan(seconds * 1000, locale)
                  : t(`event.${eventOf(type)}`)}
              </span>
              <RelativeTime at={at} className="w-24 text-right text-muted text-xs" />
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}

function eventOf(type: UserTaskMoment['type']) {
  switch (type) {
    case 'TASK_EXECUTED':
    case 'ASSIGNED':
    case 'CANCELLED':
    case 'HOOK_FAILED':
      return type;
    default:
      return 'other';
  }
}

'use client';

import { useClock } from './clock.tsx';
import { formatDateTime, formatRelative, formatTimeOfDay } from './format-time.ts';

export type TimeProps = {
  /** ISO 8601 with zone. */
  at: string;
  className?: string;
};

/** How long ago or how soon, kept up to date; the exact moment is in the tooltip. */
export function RelativeTime({ at, className }: TimeProps) {
  const clock = useClock();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={formatDateTime(moment, clock)} className={className}>
      {formatRelative(moment, clock)}
    </time>
  );
}

/** The exact moment in the reader's zone; `timeOnly` where a heading already says the day. */
export function AbsoluteTime({ at, timeOnly = false, className }: TimeProps & { timeOnly?: boolean }) {
  const clock = useClock();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={formatDateTime(moment, clock)} className={className}>
      {timeOnly ? formatTimeOfDay(moment, clock) : formatDateTime(moment, clock)}
    </time>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClock } from '../ui/clock.tsx';
import { formatDateTime, formatSpan } from '../ui/format-time.ts';

const NEAR_MS = 5 * 60_000;

/** How long until a moment: by the second when it is near, otherwise as the page's clock goes. */
export function Countdown({ at, className }: { at: string; className?: string }) {
  const t = useTranslations('task.hooks');
  const clock = useClock();
  const [tick, setTick] = useState(0);
  const due = Date.parse(at);
  const isNear = due - clock.now < NEAR_MS && due > clock.now - NEAR_MS;

  useEffect(() => {
    if (!isNear) return;
    const timer = setInterval(() => setTick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isNear]);

  const left = due - Math.max(clock.now, tick);
  return (
    <time dateTime={at} title={formatDateTime(new Date(at), clock)} className={className}>
      {left < 1000 ? t('soon') : t('inTime', { time: formatSpan(left, clock.locale) })}
    </time>
  );
}

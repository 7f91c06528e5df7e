'use client';

import { useTranslations } from 'use-intl';
import { useClock } from '../ui/clock.tsx';
import { formatSpan } from '../ui/format-time.ts';

/** How long something took, or has been going on. */
export function Lasted({ from, to }: { from: string; to: string | null }) {
  const t = useTranslations('runs.list');
  const { now, locale } = useClock();
  const start = Date.parse(from);
  const span = formatSpan(Math.max(0, (to === null ? now : Date.parse(to)) - start), locale);
  return to === null ? <span className="text-muted">{t('soFar', { span })}</span> : span;
}

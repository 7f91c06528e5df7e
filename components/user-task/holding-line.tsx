'use client';

import { ArrowRight, Ellipsis } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { holdingsOf, type LineEntry, lineOf } from '#contracts/holdings.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { HolderName } from '../people/person-name.tsx';
import { useClock } from '../ui/clock.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { trimLine } from './task-story.ts';

const MOST = 6;

/** A history in one line: created, who had it for how long, and how it ended. A long one leaves its middle out until somebody wants it. */
export function HoldingLine({ task }: { task: UserTaskRun }) {
  const t = useTranslations('task.story');
  const { now } = useClock();
  const [isWhole, setWhole] = useState(false);
  const holdings = holdingsOf(task.events).map((one) =>
    one.seconds === null ? { ...one, seconds: Math.max(now - Date.parse(one.from), 0) / 1000 } : one,
  );
  const { first, left, last } = trimLine(
    lineOf(holdings).map((entry, place) => ({ entry, place })),
    isWhole ? Number.POSITIVE_INFINITY : MOST,
  );
  const end = { DONE: t('lineDone'), CANCELLED: t('lineCancelled'), ASSIGNED: null, UNASSIGNED: null }[task.status];
  return (
    <ol aria-label={t('inShort')} className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted text-sm">
      <li>{t('lineCreated')}</li>
      {first.map(({ entry, place }) => (
        <Stretch key={place} entry={entry} />
      ))}
      {left > 0 ? (
        <li className="flex items-center gap-1.5">
          <Icon of={Ellipsis} className="size-3.5 shrink-0" />
          <button
            type="button"
            onClick={() => setWhole(true)}
            className="rounded-xs underline decoration-line-strong underline-offset-[3px] hover:text-ink hover:decoration-current touch:min-h-11"
          >
            {t('lineMore', { count: left })}
          </button>
        </li>
      ) : null}
      {last.map(({ entry, place }) => (
        <Stretch key={place} entry={entry} />
      ))}
      {end ? (
        <li className="flex items-center gap-1.5">
          <Icon of={ArrowRight} className="size-3.5" />
          {end}
        </li>
      ) : null}
    </ol>
  );
}

function Stretch({ entry }: { entry: LineEntry }) {
  const { locale } = useClock();
  return (
    <li className="flex min-w-0 items-center gap-1.5">
      <Icon of={ArrowRight} className="size-3.5 shrink-0" />
      <HolderName owners={entry} className="font-medium text-ink" />
      <span className="shrink-0 tabular-nums">{formatSpan((entry.seconds ?? 0) * 1000, locale)}</span>
    </li>
  );
}

'use client';

import { ArrowDown, ArrowRight, ArrowUp } from 'lucide';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { tasksHref } from './dashboard-query.ts';
import { type DashboardData, scopeOf } from './use-charts.ts';

/** The numbers to see first, each with the tasks behind it and what it was before. */
export function KeyFigures({ data }: { data: DashboardData }) {
  const t = useTranslations('dashboards.key');
  const locale = useLocale();
  const { number } = useFormatter();
  const { metrics, before, params } = data;
  const scope = scopeOf(params);
  const ended = { completedAfter: Date.parse(metrics.from), completedBefore: Date.parse(metrics.to) };
  const open = metrics.open.unassigned + metrics.open.assigned;
  const finishedOf = ({ throughput }: Pick<DashboardData['before'], 'throughput'>) =>
    throughput.completed + throughput.cancelled;
  const firingsOf = ({ hookFirings }: Pick<DashboardData['before'], 'hookFirings'>) =>
    hookFirings.reduce((sum, { count }) => sum + count, 0);
  const span = (seconds: number | undefined) => (seconds === undefined ? '–' : formatSpan(seconds * 1000, locale));
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      <KeyFigure
        name={t('open')}
        value={number(open)}
        href={tasksHref({ ...scope, status: 'open' })}
        note={open === 0 ? t('nothingOpen') : t('openNote', { unassigned: metrics.open.unassigned })}
      />
      <KeyFigure
        name={t('overdue')}
        value={number(metrics.open.overdue)}
        href={tasksHref({ ...scope, status: 'open', overdue: true })}
        note={
          open === 0
            ? t('nothingOpen')
            : t('overdueNote', { share: number(metrics.open.overdue / open, { style: 'percent' }) })
        }
      />
      <KeyFigure
        name={t('finished')}
        value={number(finishedOf(metrics))}
        href={tasksHref({ ...scope, ...ended })}
        note={<Change now={finishedOf(metrics)} then={finishedOf(before)} format={number} />}
      />
      <KeyFigure
        name={t('claim')}
        value={span(metrics.timeToClaim?.p50)}
        href="#claim"
        note={<Change now={metrics.timeToClaim?.p50} then={before.timeToClaim?.p50} format={span} />}
      />
      <KeyFigure
        name={t('hand')}
        value={span(metrics.timeInHand?.p50)}
        href="#hand"
        note={<Change now={metrics.timeInHand?.p50} then={before.timeInHand?.p50} format={span} />}
      />
      <KeyFigure
        name={t('hooks')}
        value={number(firingsOf(metrics))}
        href="#hooks"
        note={<Change now={firingsOf(metrics)} then={firingsOf(before)} format={number} />}
      />
    </dl>
  );
}

type KeyFigureProps = { name: string; value: string; href: string; note: ReactNode };

function KeyFigure({ name, value, href, note }: KeyFigureProps) {
  return (
    <div className="relative bg-surface px-4 py-3 transition-colors hover:bg-hover">
      <dt className="text-muted text-sm">{name}</dt>
      <dd>
        <Link
          href={href}
          className="font-semibold text-2xl tabular-nums after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {value}
        </Link>
        <span className="mt-0.5 block text-muted text-xs">{note}</span>
      </dd>
    </div>
  );
}

type ChangeProps = { now: number | undefined; then: number | undefined; format: (value: number) => string };

/** What it was in the window before, with an arrow that says in which direction it went. */
function Change({ now, then, format }: ChangeProps) {
  const t = useTranslations('dashboards.key');
  if (now === undefined || then === undefined) return t('noBefore');
  const direction = now === then ? 'same' : now > then ? 'more' : 'less';
  const arrows = { same: <Icon of={ArrowRight} />, more: <Icon of={ArrowUp} />, less: <Icon of={ArrowDown} /> };
  return (
    <span className="inline-flex items-center gap-1 tabular-nums [&_svg]:size-3">
      <span aria-hidden>{arrows[direction]}</span>
      {t(direction, { before: format(then) })}
    </span>
  );
}

'use client';

import { useTranslations } from 'use-intl';
import { Callout } from '../ui/callout.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { ChartCard } from './chart-card.tsx';
import { DashboardControls, type DashboardControlsProps } from './dashboard-controls.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MomentList } from './moment-list.tsx';
import { type DashboardData, useCharts } from './use-charts.ts';

export type DashboardsViewProps = {
  data: DashboardData;
  controls: Omit<DashboardControlsProps, 'params' | 'by'>;
};

/** How the work goes: key figures first, then a chart for each question. */
export function DashboardsView({ data, controls }: DashboardsViewProps) {
  const t = useTranslations('dashboards');
  const charts = useCharts(data);
  const { metrics, params, by, names } = data;
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        description={
          <span className="tabular-nums">
            <AbsoluteTime at={metrics.from} /> – <AbsoluteTime at={metrics.to} />
          </span>
        }
        actions={<PrintButton />}
      />
      <DashboardControls params={params} by={by} {...controls} />
      {metrics.isCapped ? <Callout tone="warning">{t('capped')}</Callout> : null}
      <KeyFigures data={data} />
      <div className="grid gap-4 lg:grid-cols-2">
        <ChartCard chart={charts.flow} className="lg:col-span-2" />
        <ChartCard chart={charts.open} />
        <ChartCard chart={charts.ageing} />
        <div id="claim" className="grid min-w-0 scroll-mt-4">
          <ChartCard
            chart={charts.claim}
            more={
              <MomentList label={t('claim.longest')} moments={metrics.longestToClaim} names={names} tells="duration" />
            }
          />
        </div>
        <div id="hand" className="grid min-w-0 scroll-mt-4">
          <ChartCard
            chart={charts.hand}
            more={
              <MomentList label={t('hand.longest')} moments={metrics.longestInHand} names={names} tells="duration" />
            }
          />
        </div>
        <ChartCard chart={charts.done} />
        <div id="hooks" className="grid min-w-0 scroll-mt-4">
          <ChartCard
            chart={charts.hooks}
            more={<MomentList label={t('hooks.latest')} moments={metrics.latestFirings} names={names} tells="event" />}
          />
        </div>
      </div>
    </Page>
  );
}

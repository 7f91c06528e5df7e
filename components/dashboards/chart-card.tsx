'use client';

import { ChartColumn, Download } from 'lucide';
import dynamic from 'next/dynamic';
import { type ReactNode, useId, useRef } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { cn } from '../ui/styles.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type Chart, type ChartRow, chartCsv, drawnRows, isEmpty } from './chart.ts';
import { Disclosure } from './disclosure.tsx';
import { download, type Picture, picturePng, pictureSvg } from './export-chart.ts';
import { SeriesSwatch } from './series-swatch.tsx';
import { useFigures } from './use-figures.ts';

const ChartPlot = dynamic(() => import('./chart-plot.tsx').then((part) => part.ChartPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-md" />,
});

/** By which a spreadsheet knows how letters like Ü are written. */
const BYTE_ORDER_MARK = '\ufeff';
const COLUMNS_HEIGHT = 220;
const BAR_HEIGHT = 34;
const AXIS_HEIGHT = 34;

export type ChartCardProps = {
  chart: Chart;
  /** More of what is behind it, below its table. */
  more?: ReactNode;
  className?: string;
};

/** A chart with its finding as the title, its table, and its files. */
export function ChartCard({ chart, more, className }: ChartCardProps) {
  const t = useTranslations('dashboards.chart');
  const headingId = useId();
  const prefix = useId();
  const figure = useRef<HTMLElement>(null);
  const drawn = drawnRows(chart).length;
  const barHeight = BAR_HEIGHT * (chart.isStacked ? 1 : Math.max(1, chart.series.length * 0.7));
  const height = chart.shape === 'bars' ? drawn * barHeight + AXIS_HEIGHT : COLUMNS_HEIGHT;

  function picture(): Picture | null {
    const plot = figure.current?.querySelector<SVGSVGElement>('[data-plot] svg.recharts-surface');
    if (!plot) return null;
    const swatches = figure.current?.querySelectorAll<SVGElement>('[data-legend] svg') ?? [];
    const legend = chart.series.map(({ label }, index) => ({ label, swatch: swatches[index] ?? null }));
    return { title: chart.title, subtitle: chart.subtitle, plot, legend };
  }

  async function save(kind: 'csv' | 'svg' | 'png') {
    const name = `docket-${chart.id}.${kind}`;
    if (kind === 'csv') return download(name, new Blob([BYTE_ORDER_MARK, chartCsv(chart)], { type: 'text/csv' }));
    const drawing = picture();
    if (!drawing) return;
    try {
      const content =
        kind === 'png' ? await picturePng(drawing) : new Blob([pictureSvg(drawing).text], { type: 'image/svg+xml' });
      download(name, content);
    } catch {
      toast.error(t('notSaved'));
    }
  }

  const empty = isEmpty(chart);
  return (
    <section
      aria-labelledby={headingId}
      className={cn('min-w-0 rounded-lg border border-line bg-surface print:break-inside-avoid', className)}
    >
      <figure ref={figure} className="grid gap-3 p-4">
        <figcaption className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 id={headingId} className="text-balance font-semibold text-base tabular-nums wrap-anywhere">
              {chart.title}
            </h2>
            <p className="text-muted text-sm">{chart.subtitle}</p>
          </div>
          {empty ? null : (
            <DropdownMenu
              trigger={
                <IconButton
                  label={t('save', { chart: chart.subtitle })}
                  icon={<Icon of={Download} />}
                  className="print:hidden"
                />
              }
            >
              <MenuItem onSelect={() => void save('csv')}>{t('csv')}</MenuItem>
              <MenuItem onSelect={() => void save('png')}>{t('png')}</MenuItem>
              <MenuItem onSelect={() => void save('svg')}>{t('svg')}</MenuItem>
            </DropdownMenu>
          )}
        </figcaption>
        {empty ? (
          <EmptyState icon={<Icon of={ChartColumn} />} title={t('nothing')} className="py-8">
            {t('nothingHint')}
          </EmptyState>
        ) : (
          <>
            <ul data-legend className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
              {chart.series.map(({ key, label, look }) => (
                <li key={key} className="flex items-center gap-1.5">
                  <SeriesSwatch look={look} prefix={prefix} />
                  {label}
                </li>
              ))}
            </ul>
            <div data-plot style={{ height }} className="min-w-0 [&_svg]:overflow-visible">
              <ChartPlot chart={chart} label={`${chart.title}. ${t('keys')}`} />
            </div>
            <ChartTable chart={chart} hidden={chart.rows.length - drawn} />
          </>
        )}
        {more}
      </figure>
    </section>
  );
}

/** The very numbers, each a link to the tasks behind it. */
function ChartTable({ chart, hidden }: { chart: Chart; hidden: number }) {
  const t = useTranslations('dashboards.chart');
  return (
    <Disclosure
      summary={
        <>
          {t('table')}
          {hidden > 0 ? <span className="ml-1.5 font-normal">{t('further', { count: hidden })}</span> : null}
        </>
      }
    >
      <div className="-mx-4 mt-2 border-line border-y">
        <Table label={chart.subtitle} contained className="[&_td]:h-9 [&_td]:py-1">
          <TableHead>
            <TableHeader>{chart.rowName}</TableHeader>
            {chart.series.map(({ key, label }) => (
              <TableHeader key={key} numeric>
                {label}
              </TableHeader>
            ))}
          </TableHead>
          <TableBody>
            {chart.rows.map((row) => (
              <TableRow key={row.key}>
                <TableCell>{row.label}</TableCell>
                {chart.series.map(({ key }) => (
                  <TableCell key={key} numeric>
                    <Figure row={row} column={key} unit={chart.unit} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Disclosure>
  );
}

function Figure({ row, column, unit }: { row: ChartRow; column: string; unit: Chart['unit'] }) {
  const { format } = useFigures(unit);
  const value = row.values[column];
  if (value === null || value === undefined) return <span className="text-muted">–</span>;
  const href = row.hrefs?.[column];
  return href && value > 0 ? <TextLink href={href}>{format(value)}</TextLink> : format(value);
}

'use client';

import { useRouter } from 'next/navigation';
import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { type Chart, type ChartRow, drawnRows, durationTicks, sumOf } from './chart.ts';
import { LookPattern, paintOf, SeriesSwatch } from './series-swatch.tsx';
import { useFigures } from './use-figures.ts';

const NAME_WIDTH = 118;
const NAME_LENGTH = 17;
const TEXT = { fill: 'var(--color-muted)', fontSize: 11 };
/** So small that it is not seen: it carries the sum at the end of a stack. */
const END = 1e-6;

type Drawn = ChartRow & { end: number };

/** The plot of a chart, the part that needs the library; it fills the place that it is given. */
export function ChartPlot({ chart, label }: { chart: Chart; label: string }) {
  const router = useRouter();
  const prefix = useId();
  const { format, formatShort } = useFigures(chart.unit);
  const rows: Drawn[] = drawnRows(chart).map((row) => ({ ...row, end: END }));
  const { series, shape, isStacked, unit } = chart;
  const isBars = shape === 'bars';
  const greatest = Math.max(0, ...rows.flatMap(({ values }) => Object.values(values).map((value) => value ?? 0)));
  const ticks = unit === 'seconds' ? durationTicks(greatest) : undefined;
  const measure = {
    type: 'number' as const,
    allowDecimals: false,
    axisLine: false,
    tickLine: false,
    tick: TEXT,
    tickFormatter: formatShort,
    ...(ticks && { ticks, domain: [0, ticks.at(-1) ?? 'auto'] as [number, number | 'auto'] }),
  };
  const names = {
    type: 'category' as const,
    dataKey: 'label',
    axisLine: { stroke: 'var(--color-line-strong)' },
    tickLine: false,
    tick: TEXT,
  };
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 200 }}>
      <BarChart
        data={rows}
        layout={isBars ? 'vertical' : 'horizontal'}
        margin={isBars ? { top: 0, right: 72, bottom: 0, left: 0 } : { top: 8, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={isBars ? '28%' : '22%'}
        barGap={2}
        aria-label={label}
      >
        <defs>
          {series.map(({ look }) => (
            <LookPattern key={look} look={look} prefix={prefix} />
          ))}
        </defs>
        <CartesianGrid stroke="var(--color-line)" horizontal={!isBars} vertical={isBars} />
        {isBars ? <XAxis {...measure} /> : <XAxis {...names} interval="equidistantPreserveStart" minTickGap={12} />}
        {isBars ? (
          <YAxis {...names} width={NAME_WIDTH} tickFormatter={shortened} interval={0} />
        ) : (
          <YAxis {...measure} width={unit === 'seconds' ? 52 : 34} />
        )}
        <Tooltip
          cursor={{ fill: 'var(--color-hover)', opacity: 0.6 }}
          isAnimationActive={false}
          content={(props) => <PlotTooltip {...props} chart={chart} format={format} prefix={prefix} />}
        />
        {series.map(({ key, label: name, look }) => (
          <Bar
            key={key}
            name={name}
            dataKey={(row: Drawn) => row.values[key] ?? 0}
            {...(isStacked && { stackId: 'all' })}
            {...paintOf(look, prefix)}
            maxBarSize={26}
            radius={isStacked ? 0 : 2}
            isAnimationActive={false}
            {...(rows.some(({ hrefs }) => hrefs?.[key]) && { cursor: 'pointer' })}
            onClick={({ payload }: { payload?: Drawn }) => {
              const href = payload?.hrefs?.[key];
              if (href) router.push(href);
            }}
          >
            {isBars && !isStacked ? (
              <LabelList
                valueAccessor={(_, index) => ends(rows[index]?.values[key], format)}
                position="right"
                {...TEXT}
                fill="var(--color-ink)"
              />
            ) : null}
          </Bar>
        ))}
        {isBars && isStacked ? (
          <Bar dataKey="end" stackId="all" fill="none" isAnimationActive={false} tooltipType="none">
            <LabelList
              valueAccessor={(_, index) => (rows[index] ? format(sumOf(rows[index])) : '')}
              position="right"
              {...TEXT}
              fill="var(--color-ink)"
            />
          </Bar>
        ) : null}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** What stands at the end of a bar, on one line. */
const ends = (value: number | null | undefined, format: (value: number) => string) =>
  value === null || value === undefined ? '' : format(value).replaceAll(' ', '\u00a0');

const shortened = (name: string) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name);

type PlotTooltipProps = TooltipContentProps & { chart: Chart; format: (value: number) => string; prefix: string };

function PlotTooltip({ active, payload, chart, format, prefix }: PlotTooltipProps) {
  const row = payload[0]?.payload as Drawn | undefined;
  if (!active || !row) return null;
  return (
    <div className="rounded-lg border border-line bg-raised px-3 py-2 text-sm shadow-md dark:border-line-strong">
      <p className="mb-1 font-medium">{row.label}</p>
      <ul className="grid gap-0.5">
        {chart.series.map(({ key, label, look }) => (
          <li key={key} className="flex items-center gap-2">
            <SeriesSwatch look={look} prefix={`${prefix}-tip`} />
            <span className="flex-1 pr-4 text-muted">{label}</span>
            <span className="tabular-nums">{ends(row.values[key], format) || '–'}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

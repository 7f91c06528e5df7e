/** A chart as data: what is drawn, said, listed and exported alike. */

/** How a series is told from its neighbours: by its pattern, and by a colour besides. */
export type SeriesLook = 'plain' | 'strong' | 'hatched' | 'alarming';

export type Series = { key: string; label: string; look: SeriesLook };

export type ChartRow = {
  key: string;
  label: string;
  /** By the key of a series; null where there is nothing to tell. */
  values: Readonly<Record<string, number | null>>;
  /** The tasks behind a value, by the key of its series. */
  hrefs?: Readonly<Record<string, string>>;
};

export type Chart = {
  id: string;
  /** The finding, as a sentence. */
  title: string;
  /** What is counted, and in what unit. */
  subtitle: string;
  /** Upright columns for what goes on in time or by size, bars for names. */
  shape: 'columns' | 'bars';
  series: readonly Series[];
  isStacked: boolean;
  /** What the rows are. */
  rowName: string;
  /** Whether they are days, and their keys the dates. */
  isByDay?: boolean;
  rows: readonly ChartRow[];
  /** Seconds are told as lengths of time. */
  unit: 'tasks' | 'seconds' | 'times';
};

/** As many names as can be read in one chart; all are in its table. */
const MOST_BARS = 8;

export const drawnRows = (chart: Chart): readonly ChartRow[] =>
  chart.shape === 'bars' ? chart.rows.slice(0, MOST_BARS) : chart.rows;

export const sumOf = (row: ChartRow): number =>
  Object.values(row.values).reduce<number>((sum, one) => sum + (one ?? 0), 0);

export const isEmpty = (chart: Chart): boolean => chart.rows.every((row) => sumOf(row) === 0);

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];
const MOST_TICKS = 5;

/** Marks of an axis in seconds that are whole minutes, hours or days, from 0 to above the greatest. */
export function durationTicks(greatest: number): number[] {
  const wanted = Math.max(greatest, 1) / MOST_TICKS;
  const step = STEPS.find((one) => one >= wanted) ?? Math.ceil(wanted / DAY) * DAY;
  return Array.from({ length: Math.ceil(Math.max(greatest, 1) / step) + 1 }, (_, index) => index * step);
}

/** The table behind a chart as CSV, lengths of time in seconds, days as dates that a spreadsheet can sort. */
export function chartCsv({ rowName, isByDay, series, rows, unit }: Chart): string {
  const suffix = unit === 'seconds' ? ' (s)' : '';
  const head = [rowName, ...series.map(({ label }) => label + suffix)];
  const lines = rows.map((row) => [isByDay ? row.key : row.label, ...series.map(({ key }) => row.values[key] ?? '')]);
  return `${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; a spreadsheet takes none of it for a formula. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

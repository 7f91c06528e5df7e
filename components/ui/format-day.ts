/** Calendar days of a reader's zone: in words, and as headings over what happened on them. */
import { formatIn, plainSpaces, type TimeStyle, type TimeView } from './format-time.ts';

const DAY_MS = 86_400_000;

/** "Today", "Yesterday" or "Tuesday, 24 November 2026". */
export function formatDay(at: Date, view: TimeView): string {
  const key = dayKey(at, view.zone);
  for (const back of [0, -1])
    if (key === dayKey(new Date(view.now + back * DAY_MS), view.zone)) return dayWord(back, view.locale);
  return formatWholeDay(at, view);
}

/** "Tuesday, 24 November 2026", also for today: for what is read later. */
export function formatWholeDay(at: Date, view: TimeStyle): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return plainSpaces(formatIn(view, 'day', options).format(at));
}

function dayWord(back: number, locale: string): string {
  const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(back, 'day');
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

export type DayGroup<T> = { key: string; first: Date; items: T[] };

/** Splits what is in order of time into runs of one calendar day of the zone. */
export function groupByDay<T>(items: readonly T[], timeOf: (item: T) => Date, zone: string): DayGroup<T>[] {
  const groups: DayGroup<T>[] = [];
  for (const item of items) {
    const at = timeOf(item);
    const key = dayKey(at, zone);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, first: at, items: [item] });
  }
  return groups;
}

const dayKey = (at: Date, zone: string) =>
  formatIn({ locale: 'en-CA', zone }, 'key', { dateStyle: 'short' }).format(at);

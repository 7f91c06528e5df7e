/**
 * Moments in words. They are put together from parts, because whole formats change between releases of ICU, and a server
 * and a browser of different age would then write different words into the same page.
 */
type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'zone', string>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  formats.set(zone, format);
  return format;
}

function partsOf(at: Date, zone: string): Parts {
  const parts = formatIn(zone).formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: get('weekday'),
    day: get('day'),
    month: get('month'),
    year: get('year'),
    hour: get('hour'),
    minute: get('minute'),
    zone: get('timeZoneName').replace('GMT', 'UTC').replace(/\+0$/, ''),
  };
}

/** "24 Nov 2026": a day in a zone. */
export function formatDate(at: Date, zone: string): string {
  const parts = partsOf(at, zone);
  return `${parts.day} ${parts.month.slice(0, 3)} ${parts.year}`;
}

/** "24 Nov 2026, 10:02 UTC+1": a moment in a zone, which is named. */
export function formatDateTime(at: Date, zone: string): string {
  return `${formatDate(at, zone)}, ${formatTimeOfDay(at, zone)} ${partsOf(at, zone).zone}`;
}

/** "10:02", for use under a heading that says the day. */
export function formatTimeOfDay(at: Date, zone: string): string {
  const parts = partsOf(at, zone);
  return `${parts.hour}:${parts.minute}`;
}

/** "Today", "Yesterday" or "Tuesday, 24 November 2026". */
export function formatDay(at: Date, now: number, zone: string): string {
  const date = formatDate(at, zone);
  if (date === formatDate(new Date(now), zone)) return 'Today';
  if (date === formatDate(new Date(now - day), zone)) return 'Yesterday';
  const parts = partsOf(at, zone);
  return `${parts.weekday}, ${parts.day} ${parts.month} ${parts.year}`;
}

/** "just now", "4 min ago", "in 2 h", "3 d ago", and beyond a fortnight the date. */
export function formatRelative(at: Date, now: number, zone: string): string {
  const distance = at.getTime() - now;
  const size = Math.abs(distance);
  if (size < minute) return 'just now';
  if (size >= 14 * day) return formatDate(at, zone);
  return distance < 0 ? `${formatDuration(size)} ago` : `in ${formatDuration(size)}`;
}

/** "45 s", "4 min", "3 h", "2 d": a length of time, given in milliseconds, in its largest unit and rounded down. */
export function formatDuration(ms: number): string {
  if (ms >= day) return `${Math.floor(ms / day)} d`;
  if (ms >= hour) return `${Math.floor(ms / hour)} h`;
  if (ms >= minute) return `${Math.floor(ms / minute)} min`;
  return `${Math.floor(ms / 1000)} s`;
}

/** "3 h 12 min": a length of time in its two largest units, for where the whole of it matters. */
export function formatSpan(ms: number): string {
  if (ms < hour) return formatDuration(ms);
  const [unit, finest] = ms >= day ? [day, hour] : [hour, minute];
  const rest = ms % unit;
  return rest < finest ? formatDuration(ms) : `${formatDuration(ms)} ${formatDuration(rest)}`;
}

export type DayGroup<T> = { key: string; first: Date; items: T[] };

/** Splits what is in order of time into runs of one calendar day of the zone. */
export function groupByDay<T>(items: readonly T[], timeOf: (item: T) => Date, zone: string): DayGroup<T>[] {
  const groups: DayGroup<T>[] = [];
  for (const item of items) {
    const at = timeOf(item);
    const key = formatDate(at, zone);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, first: at, items: [item] });
  }
  return groups;
}

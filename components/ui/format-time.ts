/** Dates in words, in one language whatever the machine's, so that server and browser agree. */
const locale = 'en-GB';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "24 Nov 2026, 10:02 UTC+1": a moment in a zone, which is named. */
export function formatDateTime(at: Date, zone: string): string {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at);
  return `${text} ${zoneName(at, zone)}`;
}

/** "10:02", for use under a heading that says the day. */
export function formatTimeOfDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(at);
}

function zoneName(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? zone).replace('GMT', 'UTC');
}

/** "Today", "Yesterday" or "Tuesday, 24 November 2026". */
export function formatDay(at: Date, now: number, zone: string): string {
  const key = dayKey(at, zone);
  if (key === dayKey(new Date(now), zone)) return 'Today';
  if (key === dayKey(new Date(now - day), zone)) return 'Yesterday';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone }).format(at);
}

/** "just now", "4 min ago", "in 2 h", "3 d ago", and beyond a fortnight the date. */
export function formatRelative(at: Date, now: number, zone: string): string {
  const distance = at.getTime() - now;
  const size = Math.abs(distance);
  if (size < minute) return 'just now';
  if (size >= 14 * day) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(at);
  const span = formatDuration(size);
  return distance < 0 ? `${span} ago` : `in ${span}`;
}

/** "45 s", "4 min", "3 h", "2 d": a length of time in its largest unit, rounded down. */
export function formatDuration(ms: number): string {
  if (ms >= day) return `${Math.floor(ms / day)} d`;
  if (ms >= hour) return `${Math.floor(ms / hour)} h`;
  if (ms >= minute) return `${Math.floor(ms / minute)} min`;
  return `${Math.floor(ms / 1000)} s`;
}

/** Splits what is in order of time into runs of one calendar day of the zone. */
export function groupByDay<T>(
  items: readonly T[],
  timeOf: (item: T) => Date,
  zone: string,
): { key: string; first: Date; items: T[] }[] {
  const groups: { key: string; first: Date; items: T[] }[] = [];
  for (const item of items) {
    const at = timeOf(item);
    const key = dayKey(at, zone);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, first: at, items: [item] });
  }
  return groups;
}

function dayKey(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(at);
}

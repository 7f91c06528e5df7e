/**
 * Moments and lengths of time in words, as the reader writes them. Server and browser must come to the same words, though their data on
 * locales may differ in age: so words for which there is no old agreement (units, "ago") are our own, and spaces are plain ones.
 */
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How a reader writes dates: by a locale, such as `en-GB`, and in an IANA time zone. */
export type TimeStyle = { locale: string; zone: string };
/** The same with the present, in milliseconds since 1970. */
export type TimeView = TimeStyle & { now: number };

type Words = { s: string; min: string; h: string; d: string; now: string; ago: string; ahead: string };

const ENGLISH: Words = { s: 's', min: 'min', h: 'h', d: 'd', now: 'just now', ago: '# ago', ahead: 'in #' };
const WORDS = new Map<string, Words>([
  ['de', { s: 'Sek.', min: 'Min.', h: 'Std.', d: 'Tg.', now: 'gerade eben', ago: 'vor #', ahead: 'in #' }],
]);

const wordsOf = (locale: string): Words => WORDS.get(locale.split('-')[0] ?? '') ?? ENGLISH;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format, made once for each way of writing. */
export function formatIn(style: TimeStyle, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${style.locale} ${style.zone} ${kind}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(style.locale, { timeZone: style.zone, ...options });
  formats.set(key, format);
  return format;
}

/** Without the spaces of several kinds that formats use, of which browser and server may have different ones. */
export const plainSpaces = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

/** "24 Nov 2026": a day in a zone. */
export function formatDate(at: Date, style: TimeStyle): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return plainSpaces(formatIn(style, 'date', options).format(at));
}

/** "24 Nov 2026, 10:02 UTC+1": a moment in a zone, which is named. */
export function formatDateTime(at: Date, style: TimeStyle): string {
  return `${formatDate(at, style)}, ${formatTimeOfDay(at, style)} ${zoneName(at, style.zone)}`;
}

/** "10:02", for use under a heading that says the day. */
export function formatTimeOfDay(at: Date, style: TimeStyle): string {
  return plainSpaces(formatIn(style, 'time', { hour: '2-digit', minute: '2-digit' }).format(at));
}

/** "UTC+1": what clocks of the zone are ahead of UTC at a moment. */
export function zoneName(at: Date, zone: string): string {
  const parts = formatIn({ locale: 'en-US', zone }, 'zone', { timeZoneName: 'shortOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** "just now", "4 min ago", "in 2 h", "3 d ago", and beyond a fortnight the date. */
export function formatRelative(at: Date, view: TimeView): string {
  const distance = at.getTime() - view.now;
  const size = Math.abs(distance);
  const words = wordsOf(view.locale);
  if (size < minute) return words.now;
  if (size >= 14 * day) return formatDate(at, view);
  return (distance < 0 ? words.ago : words.ahead).replace('#', formatDuration(size, view.locale));
}

/** "45 s", "4 min", "3 h", "2 d": a length of time, given in milliseconds, in its largest unit and rounded down. */
export function formatDuration(ms: number, locale: string): string {
  const words = wordsOf(locale);
  if (ms >= day) return `${Math.floor(ms / day)} ${words.d}`;
  if (ms >= hour) return `${Math.floor(ms / hour)} ${words.h}`;
  if (ms >= minute) return `${Math.floor(ms / minute)} ${words.min}`;
  return `${Math.floor(ms / 1000)} ${words.s}`;
}

/** "3 h 12 min": a length of time in its two largest units, for where the whole of it matters. */
export function formatSpan(ms: number, locale: string): string {
  const whole = formatDuration(ms, locale);
  if (ms < hour) return whole;
  const [unit, finest] = ms >= day ? [day, hour] : [hour, minute];
  const rest = ms % unit;
  return rest < finest ? whole : `${whole} ${formatDuration(rest, locale)}`;
}

/** The last day that can be asked for; with it a browser takes years of four digits only. */
export const LAST_DAY = '9999-12-31';

/** Whether a day is typed to its end: a year passes through 0002, 0020 and 0202. No day at all is one. */
export const isWholeDay = (day: string): boolean => day === '' || day >= '1900';

/** The instant at which a day of the browser's calendar (2026-11-24) begins, or with `end` is over; '' for no day. */
export function instantOfDay(day: string, end = false): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return '';
  return new Date(year, month - 1, date + (end ? 1 : 0)).toISOString();
}

/** The day that a date input shows for such an instant, in a zone. */
export function formatDateInput(instant: string, zone: string, end = false): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  // The end of a day is the first instant of the next.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(end ? at - 1 : at));
}

/** Whether the beginning of a time, or with `end` its end, is beyond its other side; where there is none, it is not. */
export const isBeyond = (instant: string, other: string, end = false): boolean => {
  const [from, to] = end ? [other, instant] : [instant, other];
  return Date.parse(from) >= Date.parse(to);
};

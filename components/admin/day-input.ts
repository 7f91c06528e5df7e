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

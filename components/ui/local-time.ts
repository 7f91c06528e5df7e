/** What a `datetime-local` input shows for an instant in a zone: `2026-11-24T10:02`; '' for what is no instant. */
export function localOfInstant(instant: string, zone: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}

/** The instant of what a `date` or `datetime-local` input holds, in the browser's zone; '' for what is no date. */
export function instantOfLocal(local: string): string {
  if (local === '') return '';
  const at = new Date(local.includes('T') ? local : `${local}T00:00`);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

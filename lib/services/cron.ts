// Cron expressions: five fields in a time zone (decision 20). The library is croner: no dependencies, types of its own, the time zones of the
// platform, and a stated rule for the hours that a change of clocks skips or repeats.
import { Cron } from 'croner';
import type { FieldError } from '#contracts/problem.ts';

/** What is wrong with an expression and a time zone; empty when ticks can be told from them. */
export function cronErrors(cron: string, timeZone: string): FieldError[] {
  if (!isTimeZone(timeZone)) return [{ path: 'timeZone', message: `${timeZone} is no IANA time zone` }];
  if (cron.trim().split(/\s+/).length !== 5) {
    return [{ path: 'cron', message: 'must have five fields: minute, hour, day of month, month, day of week' }];
  }
  try {
    parse(cron, timeZone);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error);
    return [{ path: 'cron', message: `is no cron expression: ${why}` }];
  }
}

/** The first tick after `after`, both as milliseconds since 1970; null when there is none any more. */
export function nextTick({ cron, timeZone }: { cron: string; timeZone: string }, after: number): number | null {
  return parse(cron, timeZone).nextRun(new Date(after))?.getTime() ?? null;
}

const parse = (cron: string, timezone: string): Cron =>
  new Cron(cron.trim(), { timezone, mode: '5-part', paused: true, fixedTimeRule: 'no-wildcard' });

/** Whether there is a time zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

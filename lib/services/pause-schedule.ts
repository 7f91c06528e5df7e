// Pause a schedule, and let it go on from the next tick: what passed meanwhile is not made up for.
import type { ScheduledWfRun } from '#contracts/schedule.ts';
import { readClock } from '#persistence/clock.ts';
import { findSchedule, setPaused } from '#persistence/schedules.ts';
import type { CallContext, Service } from './context.ts';
import { nextTick } from './cron.ts';
import { refuse } from './refuse.ts';
import { shownSchedule } from './shown-schedule.ts';

export const pauseScheduledWfRun: Service<'pauseScheduledWfRun'> = async (context, { scheduleId }) =>
  changed(context, scheduleId, { isPaused: true, nextAt: null });

export const resumeScheduledWfRun: Service<'resumeScheduledWfRun'> = async (context, { scheduleId }) => {
  const { deps, principal } = context;
  const schedule = await findSchedule(deps.store, principal.tenantId, scheduleId);
  if (!schedule) return refuseUnknown(scheduleId);
  const nextAt = nextTick(schedule, await readClock(deps.store));
  return changed(context, scheduleId, { isPaused: false, nextAt });
};

async function changed(
  context: CallContext,
  id: string,
  to: { isPaused: boolean; nextAt: number | null },
): Promise<ScheduledWfRun> {
  const schedule = await setPaused(context.deps.store, context.principal.tenantId, id, to);
  return schedule ? shownSchedule(context, schedule) : refuseUnknown(id);
}

export const refuseUnknown = (id: string): never => refuse('NOT_FOUND', `There is no schedule ${id}.`);

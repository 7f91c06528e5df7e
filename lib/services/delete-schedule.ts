// Delete a schedule: no more runs come of it; those that it started stay.
import { deleteSchedule } from '#persistence/schedules.ts';
import type { Service } from './context.ts';
import { refuseUnknown } from './pause-schedule.ts';

export const deleteScheduledWfRun: Service<'deleteScheduledWfRun'> = async ({ deps, principal }, { scheduleId }) =>
  (await deleteSchedule(deps.store, principal.tenantId, scheduleId)) ? undefined : refuseUnknown(scheduleId);

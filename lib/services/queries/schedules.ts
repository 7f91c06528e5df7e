// Reads of schedules and the runs that they started.
import { findSchedule, listSchedules } from '#persistence/schedules.ts';
import { searchWfRuns } from '#persistence/search-wf-runs.ts';
import { byTime, paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { refuseUnknown } from '../pause-schedule.ts';
import { shownSchedule } from '../shown-schedule.ts';

export const getScheduledWfRun: Service<'getScheduledWfRun'> = async (context, { scheduleId }) => {
  const schedule = await findSchedule(context.deps.store, context.principal.tenantId, scheduleId);
  return schedule ? shownSchedule(context, schedule) : refuseUnknown(scheduleId);
};

export const searchScheduledWfRuns: Service<'searchScheduledWfRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchScheduledWfRuns', input, byTime);
  const { deps, principal } = context;
  const { wfSpecName } = input;
  const found = await listSchedules(deps.store, principal.tenantId, { wfSpecName, after, take });
  const { results, bookmark } = page(found, ({ createdAt, id }) => [createdAt, id]);
  return { results: await Promise.all(results.map((schedule) => shownSchedule(context, schedule))), bookmark };
};

export const listRunsOfSchedule: Service<'listRunsOfSchedule'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listRunsOfSchedule', input, byTime);
  const { deps, principal } = context;
  const { scheduleId } = input;
  const found = await searchWfRuns(deps.store, principal.tenantId, { scheduleId, after, take });
  if (found.length === 0 && !(await findSchedule(deps.store, principal.tenantId, scheduleId)))
    refuseUnknown(scheduleId);
  return page(found, ({ startedAt, id }) => [startedAt, id]);
};

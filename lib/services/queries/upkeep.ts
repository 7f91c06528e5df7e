// Reads of what keeps a Docket in order: bulk jobs, failed timers, metrics.
import { z } from 'zod';
import { timestamp } from '#contracts/names.ts';
import type { UserTaskFigures } from '#contracts/user-task-metrics.ts';
import { instantFromText, instantToText } from '#contracts/value.ts';
import { findBulkJob, listBulkJobs } from '#persistence/bulk-jobs.ts';
import { readClock } from '#persistence/clock.ts';
import { tallyTaskRuns, tallyWfRuns } from '#persistence/metrics.ts';
import { listFailedTimers } from '#persistence/timers.ts';
import { tallyOpenUserTasks, tallyUserTaskEvents } from '#persistence/user-task-metrics.ts';
import { byTime, paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { isTimeZone } from '../cron.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { refuseLoneRevision } from '../wanted-wf-spec.ts';

export const getBulkJob: Service<'getBulkJob'> = async ({ deps, principal }, { jobId }) =>
  (await findBulkJob(deps.store, principal.tenantId, jobId)) ?? refuse('NOT_FOUND', `There is no bulk job ${jobId}.`);

export const searchBulkJobs: Service<'searchBulkJobs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchBulkJobs', input, byTime);
  const { deps, principal } = context;
  const found = await listBulkJobs(deps.store, principal.tenantId, { jobStatus: input.jobStatus, after, take });
  return page(found, ({ createdAt, id }) => [createdAt, id]);
};

export const searchFailedTimers: Service<'searchFailedTimers'> = async (context, input) => {
  const key = z.tuple([timestamp, z.string(), z.string()]);
  const { after, take, page } = paging(context, 'searchFailedTimers', input, key);
  const { deps, principal } = context;
  const found = await listFailedTimers(deps.store, principal.tenantId, { after, take });
  return page(found, (timer) => [timer.dueAt, timer.wfRunId, timer.key]);
};

export const getWfRunMetrics: Service<'getWfRunMetrics'> = async (context, input) => {
  refuseLoneRevision(input);
  const window = await windowOf(context, input);
  const tallies = await tallyWfRuns(context.deps.store, context.principal.tenantId, { ...input, ...window });
  return { ...window, ...tallies };
};

export const getTaskRunMetrics: Service<'getTaskRunMetrics'> = async (context, input) => {
  const window = await windowOf(context, input);
  const { taskDefName } = input;
  const tallies = await tallyTaskRuns(context.deps.store, context.principal.tenantId, { taskDefName, ...window });
  return { ...window, ...tallies };
};

export const getUserTaskMetrics: Service<'getUserTaskMetrics'> = async (context, input) => {
  const window = await windowOf(context, input);
  const { deps, principal } = context;
  const { userTaskDefName = null, userGroup = null, userId = null, by = null, zone } = input;
  if (!isTimeZone(zone)) refuseInvalid([{ path: 'zone', message: `${zone} is no IANA time zone` }]);
  const scope = { userTaskDefName, userGroup, userId, by };
  const [told, open] = await Promise.all([
    tallyUserTaskEvents(deps.store, principal.tenantId, { ...scope, ...window, zone }),
    tallyOpenUserTasks(deps.store, principal.tenantId, scope),
  ]);
  return {
    ...window,
    ...told,
    ageing: open.ageing,
    open: open.open,
    groups: by === null ? null : joined(open.groups, told.groups),
    isCapped: told.isCapped || open.isCapped,
  };
};

type OpenFigures = Pick<UserTaskFigures, 'name' | 'open' | 'overdue'>;
const MOST_GROUPS = 100;

/** What is open now of each group and what happened to it, those with the most first. */
function joined(open: OpenFigures[], told: Omit<UserTaskFigures, 'open' | 'overdue'>[]): UserTaskFigures[] {
  const nothing = { arrived: 0, completed: 0, cancelled: 0, timeToClaim: null, timeInHand: null, hookFirings: 0 };
  const openOf = new Map(open.map((one) => [one.name, one]));
  const toldOf = new Map(told.map((one) => [one.name, one]));
  const weightOf = (one: UserTaskFigures) => one.open + one.arrived + one.completed + one.cancelled;
  return [...new Set([...openOf.keys(), ...toldOf.keys()])]
    .map((name) => ({ name, open: 0, overdue: 0, ...openOf.get(name), ...nothing, ...toldOf.get(name) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_GROUPS);
}

const MAX_WINDOW_MS = 31 * 86_400_000;

/** A window that is short enough to be counted. */
async function windowOf(
  { deps }: CallContext,
  { from, to }: { from: string; to?: string | undefined },
): Promise<{ from: string; to: string }> {
  const start = instantFromText(from) ?? Number.NaN;
  const end = to === undefined ? await readClock(deps.store) : (instantFromText(to) ?? Number.NaN);
  if (!(start < end)) refuseInvalid([{ path: 'to', message: 'must be after from' }]);
  if (end - start > MAX_WINDOW_MS) refuseInvalid([{ path: 'from', message: 'must be at most 31 days before to' }]);
  return { from: instantToText(start), to: instantToText(end) };
}

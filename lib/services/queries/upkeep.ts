// Reads of what keeps a Docket in order: bulk jobs, failed timers, metrics.
import { z } from 'zod';
import { instantFromText, instantToText } from '#contracts/value.ts';
import { findBulkJob, listBulkJobs } from '#persistence/bulk-jobs.ts';
import { readClock } from '#persistence/clock.ts';
import { tallyTaskRuns, tallyWfRuns } from '#persistence/metrics.ts';
import { listFailedTimers } from '#persistence/timers.ts';
import { tallyOpenUserTasks, tallyUserTaskEvents } from '#persistence/user-task-metrics.ts';
import { paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { refuseLoneRevision } from '../wanted-wf-spec.ts';

const pairOfTexts = z.tuple([z.string(), z.string()]);

export const getBulkJob: Service<'getBulkJob'> = async ({ deps, principal }, { jobId }) =>
  (await findBulkJob(deps.store, principal.tenantId, jobId)) ?? refuse('NOT_FOUND', `There is no bulk job ${jobId}.`);

export const searchBulkJobs: Service<'searchBulkJobs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchBulkJobs', input, pairOfTexts);
  const { deps, principal } = context;
  const found = await listBulkJobs(deps.store, principal.tenantId, { jobStatus: input.jobStatus, after, take });
  return page(found, ({ createdAt, id }) => [createdAt, id]);
};

export const searchFailedTimers: Service<'searchFailedTimers'> = async (context, input) => {
  const key = z.tuple([z.string(), z.string(), z.string()]);
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
  const { userTaskDefName = null, userGroup = null, userId = null } = input;
  const scope = { userTaskDefName, userGroup, userId };
  const [told, open] = await Promise.all([
    tallyUserTaskEvents(deps.store, principal.tenantId, { ...scope, ...window }),
    tallyOpenUserTasks(deps.store, principal.tenantId, scope),
  ]);
  return { ...window, ...told, ...open, isCapped: told.isCapped || open.isCapped };
};

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

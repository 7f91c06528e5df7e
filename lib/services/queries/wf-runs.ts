// Reads of WfRuns and their parts.
import { z } from 'zod';
import { taskRunGuid, timestamp } from '#contracts/names.ts';
import { VARIABLE_FILTER } from '#contracts/operations/runs.ts';
import { countUnfinished } from '#persistence/count-wf-runs.ts';
import { searchWfRuns as findRuns } from '#persistence/search-wf-runs.ts';
import * as parts from '#persistence/wf-run-parts.ts';
import { findWfRunPath } from '#persistence/wf-run-path.ts';
import { byTime, paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { refuseInvalid } from '../refuse.ts';
import { refuseUnknownWfRun } from '../unknown-wf-run.ts';
import { variableFilters, type WrittenFilter } from '../variable-filters.ts';
import { refuseLoneRevision } from '../wanted-wf-spec.ts';

export const searchWfRuns: Service<'searchWfRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchWfRuns', input, byTime);
  const { wfSpecName, majorVersion } = input;
  refuseLoneRevision(input);
  const written = Object.entries(input).flatMap(([path, value]): WrittenFilter[] =>
    path.startsWith(VARIABLE_FILTER) ? [{ path, name: path.slice(VARIABLE_FILTER.length), value: String(value) }] : [],
  );
  if (wfSpecName === undefined && (majorVersion !== undefined || written.length > 0)) {
    const message = 'must be given with a version, and with a filter by a variable';
    refuseInvalid([{ path: 'wfSpecName', message }]);
  }
  const variables =
    wfSpecName !== undefined && written.length > 0
      ? await variableFilters(context, { ...input, wfSpecName }, written)
      : [];
  const search = { ...input, variables, after, take };
  const found = await findRuns(context.deps.store, context.principal.tenantId, search);
  return page(found, ({ startedAt, id }) => [startedAt, id]);
};

export const searchVariables: Service<'searchVariables'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchVariables', input, byTime);
  refuseLoneRevision(input);
  const { name, value } = input;
  const variables = await variableFilters(context, input, [{ path: 'name', name, value }]);
  const search = { ...input, variables, after, take };
  const found = await findRuns(context.deps.store, context.principal.tenantId, search);
  const { results, bookmark } = page(found, ({ startedAt, id }) => [startedAt, id]);
  return { results: results.map(({ id: wfRunId, startedAt }) => ({ wfRunId, name, value, startedAt })), bookmark };
};

export const getWfRun: Service<'getWfRun'> = async ({ deps, principal }, { wfRunId }) =>
  (await parts.findWfRun(deps.store, principal.tenantId, wfRunId)) ?? refuseUnknownWfRun(wfRunId);

export const countWfRuns: Service<'countWfRuns'> = async ({ deps, principal }, { wfSpecNames }) => ({
  results: await countUnfinished(deps.store, principal.tenantId, [...new Set(wfSpecNames.split(','))]),
});

export const getWfRunPath: Service<'getWfRunPath'> = async ({ deps, principal }, { wfRunId, threadRunNumber }) =>
  (await findWfRunPath(deps.store, principal.tenantId, wfRunId, threadRunNumber)) ?? refuseUnknownWfRun(wfRunId);

/** When, in which thread, and at which of its arrivals. */
const byMoment = z.tuple([timestamp, z.int(), z.int()]);

export const listNodeRuns: Service<'listNodeRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listNodeRuns', input, byMoment);
  const { threadSpecName, nodeName, threadRunNumber } = input;
  const wanted = { after, take, threadSpecName, nodeName, threadRunNumber };
  const found = await partsOf(context, input.wfRunId, parts.listNodeRuns, wanted);
  return page(found, ({ arrivedAt, threadRunNumber, position }) => [arrivedAt, threadRunNumber, position]);
};

export const listVariables: Service<'listVariables'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listVariables', input, z.tuple([z.int(), z.string()]));
  const found = await partsOf(context, input.wfRunId, parts.listVariables, { after, take });
  return page(found, ({ threadRunNumber, name }) => [threadRunNumber, name]);
};

export const listTaskRuns: Service<'listTaskRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listTaskRuns', input, z.tuple([timestamp, taskRunGuid]));
  const found = await partsOf(context, input.wfRunId, parts.listTaskRuns, { after, take });
  return page(found, ({ createdAt, guid }) => [createdAt, guid]);
};

export const listUserTaskRuns: Service<'listUserTaskRuns'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listUserTaskRuns', input, byMoment);
  const found = await partsOf(context, input.wfRunId, parts.listUserTasksOfRun, { after, take });
  return page(found, ({ createdAt, guid }) => {
    const [thread = 0, position = 0] = guid.split('-').map(Number);
    return [createdAt, thread, position];
  });
};

type List<Wanted, Part> = (
  store: CallContext['deps']['store'],
  tenantId: string,
  wfRunId: string,
  wanted: Wanted,
) => Promise<Part[]>;

/** The parts, or the refusal of a WfRun that is not there. */
async function partsOf<Wanted, Part>(
  { deps, principal }: CallContext,
  wfRunId: string,
  list: List<Wanted, Part>,
  wanted: Wanted,
): Promise<Part[]> {
  const found = await list(deps.store, principal.tenantId, wfRunId, wanted);
  if (found.length > 0 || (await parts.isWfRunKnown(deps.store, principal.tenantId, wfRunId))) return found;
  return refuseUnknownWfRun(wfRunId);
}

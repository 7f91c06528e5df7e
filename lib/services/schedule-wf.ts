// Run a WfSpec by cron: all that would make a tick fail is checked when the schedule is made (decision 20).
import type { InputOf } from '#contracts/operations/table.ts';
import type { FieldError } from '#contracts/problem.ts';
import { checkInputs } from '#engine/start-thread.ts';
import { readClock } from '#persistence/clock.ts';
import { insertSchedule } from '#persistence/schedules.ts';
import { newGuid } from '#platform/ids.ts';
import type { CallContext, Service } from './context.ts';
import { cronErrors, nextTick } from './cron.ts';
import { withDefinitions } from './definition-lookups.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { requesterOf } from './requester.ts';
import { shownSchedule } from './shown-schedule.ts';
import { refuseLoneRevision, writtenWfSpec } from './wanted-wf-spec.ts';

export const scheduleWf: Service<'scheduleWf'> = async (context, input) => {
  const { deps, principal } = context;
  const { id = newGuid(), cron, timeZone } = input;
  refuseLoneRevision(input);
  const errors = [...cronErrors(cron, timeZone), ...(await specErrors(context, input))];
  if (errors.length > 0) refuseInvalid(errors);
  const createdAt = await readClock(deps.store);
  const nextAt = nextTick({ cron, timeZone }, createdAt);
  if (nextAt === null) refuseInvalid([{ path: 'cron', message: 'has no tick that is still to come' }]);
  const schedule = await insertSchedule(deps.store, principal.tenantId, {
    id,
    wfSpecName: input.wfSpecName,
    majorVersion: input.majorVersion ?? null,
    revision: input.revision ?? null,
    cron,
    timeZone,
    variables: input.variables,
    parentWfRunId: input.parentWfRunId ?? null,
    requester: requesterOf(context, input.requester),
    createdAt,
    nextAt,
  });
  if (!schedule) return refuse('ALREADY_EXISTS', `There is a schedule ${id} already.`);
  return shownSchedule(context, schedule);
};

/** What is wrong with the WfSpec and its variables as they are now. */
async function specErrors(context: CallContext, input: InputOf<'scheduleWf'>): Promise<FieldError[]> {
  const { wfSpecName: name, majorVersion, revision, variables, parentWfRunId } = input;
  const { limits } = context.deps.settings;
  const { result } = await withDefinitions(context, (definitions): FieldError[] => {
    const spec =
      majorVersion !== undefined && revision !== undefined
        ? definitions.wfSpecVersion({ name, majorVersion, revision })
        : definitions.latestWfSpec(name, majorVersion);
    const entrypoint = spec?.threads[spec.entrypoint];
    if (!spec || !entrypoint) return [{ path: 'wfSpecName', message: `There is no ${writtenWfSpec(input)}` }];
    const isChild = spec.parent !== undefined;
    const message = isChild ? `must be given: runs of ${name} are child runs` : `${name} has no parent`;
    return [
      ...(isChild === (parentWfRunId !== undefined) ? [] : [{ path: 'parentWfRunId', message }]),
      ...checkInputs(entrypoint, variables, { structDef: definitions.structDef, limits }),
    ];
  });
  return result;
}

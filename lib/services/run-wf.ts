// Run a WfSpec: a WfRun begins and goes as far as it can without waiting, in one commit.
import type { InputOf } from '#contracts/operations/table.ts';
import { because } from '#contracts/reasons.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import { newGuid } from '#platform/ids.ts';
import type { CallContext, Service } from './context.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError, refuse } from './refuse.ts';
import { requesterOf } from './requester.ts';
import { startRun } from './start-run.ts';
import { refuseLoneRevision, writtenWfSpec } from './wanted-wf-spec.ts';

export const runWf: Service<'runWf'> = async (context, input) => {
  const { deps, principal, key } = context;
  const { id: wfRunId = newGuid(), variables, parentWfRunId = null } = input;
  refuseLoneRevision(input);
  const requester = requesterOf(context, input.requester);
  const wfSpec = await versionOf(context, input);
  const actor = callerActor(principal, requester);
  const start = { wfRunId, wfSpec, variables, requester, parentWfRunId, scheduleId: null, actor };
  const result = await startRun(deps, principal.tenantId, start, key);
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.response;
};

/** An exact version is looked for by the step, the latest here. */
async function versionOf({ deps, principal }: CallContext, input: InputOf<'runWf'>): Promise<WfSpecId> {
  const { wfSpecName: name, majorVersion, revision } = input;
  if (majorVersion !== undefined && revision !== undefined) return { name, majorVersion, revision };
  const latest = await deps.store.definitions.latest(principal.tenantId, name, majorVersion);
  return latest ?? refuse('NOT_FOUND', because('noDefinition', { what: writtenWfSpec(input) }));
}

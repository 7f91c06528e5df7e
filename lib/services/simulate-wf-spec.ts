// Simulate: a definition, inputs and a stretch of time in; what would come, in order, out. Nothing is stored.

import { because } from '#contracts/reasons.ts';
import type { Simulation } from '#contracts/simulation.ts';
import { type WfSpec, type WfSpecBody, type WfSpecId, wfSpec } from '#contracts/wf-spec.ts';
import { pinWfSpec } from '#engine/pin-wf-spec.ts';
import { SIMULATED_RUN, simulate } from '#engine/simulate.ts';
import { validateWfSpec } from '#engine/validate-wf-spec.ts';
import type { World } from '#engine/world.ts';
import { readClock } from '#persistence/clock.ts';
import type { CallContext, Service } from './context.ts';
import { type Lookups, withDefinitions } from './definition-lookups.ts';
import { RefusedError, refuse, refuseInvalid } from './refuse.ts';
import { findWantedWfSpec, refuseLoneRevision, writtenWfSpec } from './wanted-wf-spec.ts';

/** The number of an inline spec: no stored version is 0. */
const INLINE: WfSpecId = { name: SIMULATED_RUN, majorVersion: 0, revision: 0 };

export const simulateWfSpec: Service<'simulateWfSpec'> = async (context, input): Promise<Simulation> => {
  const { spec: given, inputs, requester = null, elapse, answers } = input;
  const spec = 'threads' in given ? await inlineSpec(context, given) : await storedSpec(context, given);
  const startAt = Math.round(await readClock(context.deps.store));
  // Again and again, until all that it asks for is there.
  const { result } = await withDefinitions(context, (definitions) =>
    simulate(worldWith(context, definitions, spec), {
      wfSpec: spec,
      variables: inputs,
      requester,
      startAt,
      elapseMs: elapse * 1000,
      answers,
    }),
  );
  if ('refusal' in result) throw new RefusedError(result.refusal);
  return result.simulation;
};

async function inlineSpec(context: CallContext, given: WfSpecBody): Promise<WfSpec> {
  const { result } = await withDefinitions(context, (definitions) => ({
    errors: validateWfSpec(given, definitions),
    pinned: pinWfSpec(given, definitions),
  }));
  if (result.errors.length > 0) {
    refuseInvalid(result.errors.map(({ path, message }) => ({ path: `spec.${path}`, message })));
  }
  return wfSpec.parse({ ...result.pinned, ...INLINE, frozenVariables: [], createdAt: '2026-01-01T00:00:00Z' });
}

async function storedSpec(
  { deps, principal }: CallContext,
  { name: wfSpecName, ...version }: { name: string; majorVersion?: number | undefined; revision?: number | undefined },
): Promise<WfSpec> {
  refuseLoneRevision(version);
  const named = { wfSpecName, ...version };
  const found = await findWantedWfSpec(deps, principal.tenantId, named);
  return found ?? refuse('NOT_FOUND', because('noDefinition', { what: writtenWfSpec(named) }));
}

/** The definitions as a step asks for them; a version that was found as the latest is there under its number as well. */
function worldWith({ deps, principal }: CallContext, definitions: Lookups, spec: WfSpec): World {
  const found = new Map<string, WfSpec>([[keyOf(spec), spec]]);
  return {
    ...definitions,
    wfSpec: (id) => found.get(keyOf(id)) ?? definitions.wfSpecVersion(id),
    latestWfSpec: (name, majorVersion) => {
      const latest = definitions.latestWfSpec(name, majorVersion);
      if (latest) found.set(keyOf(latest), latest);
      return latest;
    },
    limits: deps.store.definitions.worldOf(principal.tenantId).limits,
  };
}

const keyOf = ({ name, majorVersion, revision }: WfSpecId): string => `${name} ${majorVersion}.${revision}`;

// Put a WfSpec: checked as a whole, pinned to the definitions as they are now, and numbered by how it differs from the latest version.
import type { FrozenVariable, WfSpec, WfSpecBody } from '#contracts/wf-spec.ts';
import { compareWfSpec, frozenErrors, frozenVariables } from '#engine/compare-wf-spec.ts';
import { pinWfSpec } from '#engine/pin-wf-spec.ts';
import { validateWfSpec, wfResultType } from '#engine/validate-wf-spec.ts';
import type { DefinitionId } from '#persistence/definition-rows.ts';
import { findDefinition, lastNumbers } from '#persistence/definitions.ts';
import { insertDefinition } from '#persistence/put-definitions.ts';
import type { CallContext, Service } from './context.ts';
import { checkDefinition, refuseRace } from './put-definition.ts';
import { refuse } from './refuse.ts';
import { storedBody } from './stored-body.ts';

const MAX_TRIES = 5;

export const putWfSpec: Service<'putWfSpec'> = async (context, { name, ...given }) => {
  const { store } = context.deps;
  const { tenantId } = context.principal;
  refuseTooLarge(context, given);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const latest = await findDefinition(store, tenantId, { kind: 'WfSpec', name });
    const frozen = latest ? frozenVariables(latest, latest.frozenVariables) : [];
    const { body, uses } = await checkSpec(context, given, frozen);
    const change = latest ? compareWfSpec(specOf(latest), body) : 'major';
    if (latest && change === 'same') return latest;
    if (latest) refuseChange(name, [latest, body], change);
    const id = await nextId(context, name, latest, change);
    const stored = storedBody({ ...body, frozenVariables: frozenVariables(body, frozen) });
    // Another put was first, or something that this names was deleted meanwhile: all of it is looked at anew.
    if ((await insertDefinition(store, tenantId, id, stored, uses)) !== 'CREATED') continue;
    const put = await findDefinition(store, tenantId, id);
    if (put) return put;
  }
  return refuseRace('WfSpec', name);
};

function refuseTooLarge({ deps }: CallContext, given: WfSpecBody): void {
  const bytes = Buffer.byteLength(JSON.stringify(given));
  const { specBytes } = deps.settings;
  if (bytes <= specBytes) return;
  refuse('PAYLOAD_TOO_LARGE', `The WfSpec has ${bytes} bytes, and ${specBytes} are allowed (MAX_SPEC_BYTES).`);
}

const checkSpec = (context: CallContext, given: WfSpecBody, frozen: FrozenVariable[]) =>
  checkDefinition(context, (definitions) => {
    const pinned = pinWfSpec(given, definitions);
    const errors = [...validateWfSpec(given, definitions), ...frozenErrors(pinned, frozen)];
    return {
      errors,
      body: { ...pinned, resultType: errors.length > 0 ? undefined : wfResultType(pinned, definitions) },
    };
  });

/** What of the latest version was put, or worked out of that: not its number, its time, and what earlier versions froze. */
function specOf(latest: WfSpec): WfSpecBody & Pick<WfSpec, 'resultType'> {
  const { name: _, majorVersion: __, revision: ___, createdAt: ____, frozenVariables: _____, ...spec } = latest;
  return spec;
}

/** What either the latest version or the one that is put does not allow. */
function refuseChange(
  name: string,
  both: Pick<WfSpec, 'allowedUpdates'>[],
  change: 'major' | 'revision' | 'same',
): void {
  const allowed = both.map(({ allowedUpdates }) => allowedUpdates);
  if (allowed.includes('NO_UPDATES')) refuse('ALREADY_EXISTS', `WfSpec already exists: ${name} allows no updates.`);
  if (!allowed.includes('MINOR_REVISION_UPDATES') || change !== 'major') return;
  refuse(
    'FAILED_PRECONDITION',
    `WfSpec ${name} allows revisions only, and this is a breaking change: of its required inputs, its PUBLIC variables or its output.`,
  );
}

/** A number is never used twice, also when what had it was deleted. */
async function nextId(
  { deps, principal }: CallContext,
  name: string,
  latest: WfSpec | null,
  change: 'major' | 'revision' | 'same',
): Promise<DefinitionId<'WfSpec'>> {
  const kind = 'WfSpec' as const;
  const last = await lastNumbers(deps.store, principal.tenantId, { kind, name }, latest?.majorVersion ?? 0);
  if (!latest || change === 'major') return { kind, name, major: last.major + 1, revision: 0 };
  return { kind, name, major: latest.majorVersion, revision: last.revision + 1 };
}

// The two ways in which a definition is put: once and for all, or as the next version. Both are checked and pinned against what is there.
import { jsonEquals } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { DefinitionId, DefinitionKind, DefinitionOf } from '#persistence/definition-rows.ts';
import { findDefinition, lastNumbers } from '#persistence/definitions.ts';
import { insertDefinition } from '#persistence/put-definitions.ts';
import type { CallContext } from './context.ts';
import { type Lookups, withDefinitions } from './definition-lookups.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { bodyOf, pinnedStructs, storedBody } from './stored-body.ts';

/** What is wrong with a body, and the body with what it names pinned. */
export type Checked<B extends object> = { errors: FieldError[]; body: B };
type Check<B extends object> = (definitions: Lookups) => Checked<B>;

const MAX_TRIES = 5;

/** The body, checked and pinned, with what it uses. */
export async function checkDefinition<B extends object>(
  context: CallContext,
  check: Check<B>,
): Promise<{ body: B; uses: DefinitionId[] }> {
  const { result, used } = await withDefinitions(context, check);
  if (result.errors.length > 0) refuseInvalid(result.errors);
  return { body: result.body, uses: used };
}

/** Puts a definition that never changes: the same again is what is there, another is refused. */
export async function putOnce<K extends DefinitionKind>(
  context: CallContext,
  kind: K,
  name: string,
  check: Check<object>,
): Promise<DefinitionOf[K]> {
  const { store } = context.deps;
  const { tenantId } = context.principal;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const present = await findDefinition(store, tenantId, { kind, name });
    const { body, uses } = await checkDefinition(context, present ? asPinned(present, check) : check);
    if (present) {
      if (jsonEquals(bodyOf(present), storedBody(body))) return present;
      refuse('ALREADY_EXISTS', `There is another ${kind} ${name}, and a ${kind} never changes.`);
    }
    await insertDefinition(store, tenantId, { kind, name, major: 0, revision: 0 }, storedBody(body), uses);
  }
  return refuseRace(kind, name);
}

/** Puts the next version, unless the latest is the same already. `refuseChange` says whether the one may follow the other, or come first. */
export async function putNextVersion<K extends 'UserTaskDef' | 'StructDef', B extends object>(
  context: CallContext,
  kind: K,
  name: string,
  check: Check<B>,
  refuseChange: (latest: DefinitionOf[K] | null, body: B) => void,
): Promise<DefinitionOf[K]> {
  const { store } = context.deps;
  const { tenantId } = context.principal;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const latest = await findDefinition(store, tenantId, { kind, name });
    const { body, uses } = await checkDefinition(context, check);
    if (latest && jsonEquals(bodyOf(latest), storedBody(body))) return latest;
    refuseChange(latest, body);
    const { major } = await lastNumbers(store, tenantId, { kind, name }, 0);
    const id = { kind, name, major: major + 1, revision: 0 };
    if ((await insertDefinition(store, tenantId, id, storedBody(body), uses)) !== 'CREATED') continue;
    const stored = await findDefinition(store, tenantId, id);
    if (stored) return stored;
  }
  return refuseRace(kind, name);
}

/** Others were faster each time, or what it uses was deleted each time. */
export function refuseRace(kind: DefinitionKind, name: string): never {
  return refuse('ABORTED', because('definitionBusy', { what: `${kind} ${name}` }));
}

/** The same check, but a struct without a version is the one that what is there was pinned to. */
function asPinned<B extends object>(present: object, check: Check<B>): Check<B> {
  const versions = pinnedStructs(bodyOf(present));
  return (definitions) =>
    check({
      ...definitions,
      structDef: (name, version) => definitions.structDef(name, version ?? versions.get(name)),
    });
}

// The definitions that a check asks for by name, without its having to say beforehand which: what it missed is loaded, and it is asked again.

import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import type { Definitions } from '#engine/definitions.ts';
import {
  type DefinitionId,
  type DefinitionKind,
  type DefinitionOf,
  type DefinitionRow,
  definitionOf,
} from '#persistence/definition-rows.ts';
import { findDefinitions, type Wanted } from '#persistence/definitions.ts';
import type { CallContext } from './context.ts';

export type Lookups = Definitions & { wfSpecVersion: (id: WfSpecId) => WfSpec | undefined };

type Found = { id: DefinitionId; definition: DefinitionOf[DefinitionKind] };

/** How deep definitions may refer to one another: each round loads what the round before turned out to need. */
const MAX_ROUNDS = 50;

/** What `check` gives once all that it asked for was there to be found, and the definitions that it found. */
export async function withDefinitions<T>(
  { deps, principal }: Pick<CallContext, 'deps' | 'principal'>,
  check: (definitions: Lookups) => T,
): Promise<{ result: T; used: DefinitionId[] }> {
  const known = new Map<string, Found | null>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const missing = new Map<string, Wanted>();
    const used = new Map<string, DefinitionId>();
    const look = <K extends DefinitionKind>(wanted: Wanted<K>): DefinitionOf[K] | undefined => {
      const key = keyOf(wanted);
      const found = known.get(key);
      if (found === undefined) missing.set(key, wanted);
      if (!found) return undefined;
      used.set(keyOf(found.id), found.id);
      // It was found under this kind.
      return found.definition as DefinitionOf[K];
    };
    const result = check(lookupsBy(look));
    if (missing.size === 0) return { result, used: [...used.values()] };
    const rows = await findDefinitions(deps.store, principal.tenantId, [...missing.values()]);
    for (const [key, wanted] of missing) known.set(key, foundIn(rows, wanted));
  }
  throw new Error(`Definitions refer to one another more than ${MAX_ROUNDS} deep`);
}

type Look = <K extends DefinitionKind>(wanted: Wanted<K>) => DefinitionOf[K] | undefined;

function lookupsBy(look: Look): Lookups {
  return {
    taskDef: (name) => look({ kind: 'TaskDef', name }),
    userTaskDef: (name, major) => look({ kind: 'UserTaskDef', name, major }),
    structDef: (name, major) => look({ kind: 'StructDef', name, major }),
    externalEventDef: (name) => look({ kind: 'ExternalEventDef', name }),
    workflowEventDef: (name) => look({ kind: 'WorkflowEventDef', name }),
    latestWfSpec: (name, major) => look({ kind: 'WfSpec', name, major }),
    wfSpecVersion: ({ name, majorVersion, revision }) => look({ kind: 'WfSpec', name, major: majorVersion, revision }),
  };
}

const keyOf = ({ kind, name, major, revision }: Wanted): string => JSON.stringify([kind, name, major, revision]);

function foundIn(rows: DefinitionRow[], { kind, name, major, revision }: Wanted): Found | null {
  const fits = rows.filter(
    (row) =>
      row.kind === kind &&
      row.name === name &&
      (major === undefined || row.major === major) &&
      (revision === undefined || row.revision === revision),
  );
  const [latest] = fits.sort((a, b) => b.major - a.major || b.revision - a.revision);
  if (!latest) return null;
  const id = { kind, name, major: latest.major, revision: latest.revision };
  return { id, definition: definitionOf(latest) };
}

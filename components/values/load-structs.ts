import type { StructDef } from '#contracts/struct-def.ts';
import type { VariableType } from '#contracts/value.ts';
import { apiPath, readApi } from '../api/read-api.ts';
import { type Structs, structKey, structsIn } from './value-draft.ts';

type Find = (name: string, version: number | undefined) => Promise<StructDef | null>;

/** More than these a form does not ask for field by field. */
const MAX_STRUCTS = 50;

/** The fields of the structs in some types, and of those within them, found one by one. */
export async function structsOf(types: readonly VariableType[], find: Find): Promise<Structs> {
  const found: Record<string, Structs[string]> = {};
  const waiting = types.flatMap(structsIn);
  for (const { name, version } of waiting) {
    const key = structKey(name, version);
    if (found[key] || waiting.length > MAX_STRUCTS) continue;
    const def = await find(name, version);
    if (!def) continue;
    found[key] = def.fields;
    waiting.push(...Object.values(def.fields).flatMap(({ type }) => structsIn(type)));
  }
  return found;
}

/** The same over the REST API. */
export const loadStructs = (types: readonly VariableType[], signal: AbortSignal): Promise<Structs> =>
  structsOf(types, (name, version) =>
    version === undefined
      ? readApi<'getStructDef'>(apiPath`/struct-defs/${name}`, {}, signal)
      : readApi<'getStructDefVersion'>(apiPath`/struct-defs/${name}/versions/${`${version}`}`, {}, signal),
  );

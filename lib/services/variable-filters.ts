// By which variables runs are searched: what a caller writes, checked against the WfSpec, as the values that are stored (semantics.md 14).
import { searchText, typeName } from '#contracts/value.ts';
import type { ThreadVariable, WfSpec } from '#contracts/wf-spec.ts';
import type { VariableFilter } from '#persistence/search-wf-runs.ts';
import type { CallContext } from './context.ts';
import { refuseInvalid } from './refuse.ts';
import { findWantedWfSpec, type NamedWfSpec, writtenWfSpec } from './wanted-wf-spec.ts';

/** A filter as it was written, with the place to name if it is wrong. */
export type WrittenFilter = { path: string; name: string; value: string };

/** `NAME_$.path` names a field of a JSON variable. */
const FIELD = '_$';

/** @throws RefusedError when there is no such WfSpec, or runs cannot be found by one of them. */
export async function variableFilters(
  { deps, principal }: CallContext,
  named: NamedWfSpec,
  written: WrittenFilter[],
): Promise<VariableFilter[]> {
  const spec = await findWantedWfSpec(deps, principal.tenantId, named);
  if (!spec) return refuseInvalid([{ path: 'wfSpecName', message: `There is no ${writtenWfSpec(named)}` }]);
  return written.map((filter) => filterOf(spec, filter));
}

function filterOf(spec: WfSpec, filter: WrittenFilter): VariableFilter {
  const { path: place, name } = filter;
  const variables = spec.threads[spec.entrypoint]?.variables ?? [];
  const own = variables.find((variable) => variable.name === name);
  if (own) {
    if (own.searchable) return { name, path: null, value: canonical(own, filter) };
    return refuseInvalid([{ path: place, message: `The variable ${name} is not searchable` }]);
  }
  const cut = name.indexOf(FIELD);
  const outer = cut > 0 ? name.slice(0, cut) : name;
  const field = name.slice(cut + 1);
  const holder = variables.find((variable) => variable.name === outer);
  if (!holder || cut <= 0) {
    return refuseInvalid([{ path: place, message: `The entrypoint thread of ${spec.name} has no variable ${outer}` }]);
  }
  const index = holder.jsonIndexes.find(({ path }) => path === field);
  if (index) return { name: outer, path: field, value: canonical(index, filter) };
  return refuseInvalid([{ path: place, message: `The variable ${outer} has no index on ${field}` }]);
}

/** The text that a value is stored by. */
function canonical({ type }: Pick<ThreadVariable, 'type'>, { path, value }: WrittenFilter): string {
  return searchText(type, value) ?? refuseInvalid([{ path, message: `must be ${typeName(type)}` }]);
}

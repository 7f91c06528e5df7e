// What a run is found by: the value of a searchable variable, and the indexed fields of a JSON one, as canonical text (semantics.md 14).
import { isJsonObject, type JsonValue } from '#contracts/json.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import type { SearchableValue } from './record.ts';
import { queryJson } from './values/json-path.ts';
import { toJson } from './values/value.ts';

/** Longer texts are not found by their value: an index has no room for them. */
const MAX_TEXT = 500;

/** Null is found by nothing; of an array each distinct element is. */
export function searchableValues({ searchable, jsonIndexes }: ThreadVariable, value: JsonValue): SearchableValue[] {
  const own = searchable ? textsOf(value).map((text) => ({ path: null, value: text })) : [];
  const json = isJsonObject(value) || Array.isArray(value) ? value : null;
  const inside = json
    ? jsonIndexes.flatMap(({ path }) => textsOf(toJson(queryJson(path, json))).map((text) => ({ path, value: text })))
    : [];
  return [...own, ...inside];
}

function textsOf(value: JsonValue): string[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const isScalar = item !== null && typeof item !== 'object';
    return isScalar && String(item).length <= MAX_TEXT ? [String(item)] : [];
  });
  return [...new Set(texts)];
}

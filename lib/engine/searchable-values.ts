// What a run is found by: the value of a searchable variable, and the indexed fields of a JSON one, as canonical text (semantics.md 14).
import { isJsonObject, type JsonValue } from '#contracts/json.ts';
import { searchText, type VariableType } from '#contracts/value.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import type { SearchableValue } from './record.ts';
import { queryJson } from './values/json-path.ts';
import { toJson } from './values/value.ts';

/** Longer texts are not found by their value: an index has no room for them. */
const MAX_TEXT = 500;

/** Null is found by nothing; of an array each distinct element is. */
export function searchableValues(variable: ThreadVariable, value: JsonValue): SearchableValue[] {
  const { searchable, jsonIndexes, type } = variable;
  const own = searchable ? textsOf(type, value).map((text) => ({ path: null, value: text })) : [];
  const json = isJsonObject(value) || Array.isArray(value) ? value : null;
  const inside = json
    ? jsonIndexes.flatMap((index) =>
        textsOf(index.type, toJson(queryJson(index.path, json))).map((text) => ({ path: index.path, value: text })),
      )
    : [];
  return [...own, ...inside];
}

/** What is not of the type is found by nothing. */
function textsOf(type: VariableType, value: JsonValue): string[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((item) => {
    if (item === null || typeof item === 'object') return [];
    const text = searchText(type, String(item));
    return text !== null && text.length <= MAX_TEXT ? [text] : [];
  });
  return [...new Set(texts)];
}

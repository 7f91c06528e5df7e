// One text for one JSON value (RFC 8785): keys sorted by their UTF-16 units, no spaces, numbers as JavaScript writes them.
import { isJsonObject, type JsonValue } from './json.ts';

/** The same text for equal values, whatever the order of their keys. A key whose value is undefined counts as absent. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) entries.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${entries.join(',')}}`;
}
